import { isIP } from 'node:net';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { isThisMachine } from './networks.ts';

/** Why a process may not start with its databases, in sentences for the operator. */
export class UnsafeDatabaseError extends Error {}

/**
 * Refuses what makes row-level security worth nothing, or lets the network read along. A connection to another machine needs TLS; with
 * `asServer` its role is looked at too: no superuser, none that bypasses the policies or owns the tables, neither itself nor through a role
 * that it may become. `urls` by the names of their settings. Throws UnsafeDatabaseError with the first that is not safe, or that does not
 * answer.
 */
export async function refuseUnsafeDatabases(urls: Readonly<Record<string, string>>, { asServer }: { asServer: boolean }): Promise<void> {
  for (const [setting, connectionString] of Object.entries(urls)) {
    const client = new pg.Client({ connectionString, application_name: 'msi-actions-start' });
    try {
      await client.connect();
      const faults = [...(asServer ? await faultsOfRole(client) : []), ...faultsOfLine(client.connection.stream as Duplex & Line)];
      if (faults.length > 0) throw new UnsafeDatabaseError(`${setting} is not safe for production: ${faults.join('; ')}.`);
    } catch (error) {
      if (error instanceof UnsafeDatabaseError) throw error;
      throw new UnsafeDatabaseError(`${setting}: the database does not answer. ${error instanceof Error ? error.message : ''}`);
    } finally {
      await client.end();
    }
  }
}

async function faultsOfRole(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ role: string; isSuperuser: boolean; bypasses: boolean; owns: boolean }>(
    `select current_user as role, bool_or(r.rolsuper) as "isSuperuser", bool_or(r.rolbypassrls) as bypasses,
            exists (select from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
                       and pg_has_role(c.relowner, 'member')) as owns
       from pg_roles r where pg_has_role(r.oid, 'member')`,
  );
  const [found] = rows;
  if (!found) throw new UnsafeDatabaseError('The database does not say who is connected.');
  if (found.isSuperuser) return [`the role ${found.role} is a superuser, or may become one`];
  return [
    ...(found.bypasses ? [`the role ${found.role} bypasses row-level security, or may become a role that does`] : []),
    ...(found.owns ? [`the role ${found.role} owns the tables, or may become their owner`] : []),
  ];
}

/** The socket of a connection: `encrypted` only with TLS. */
interface Line {
  encrypted?: boolean;
  remoteAddress?: string | undefined;
  localAddress?: string | undefined;
}

/** A Unix socket has no address, and what stays on this machine nobody on the network can read. */
export function faultsOfLine({ encrypted, remoteAddress, localAddress }: Line): string[] {
  const isHere = remoteAddress === undefined || !isIP(remoteAddress) || isThisMachine(remoteAddress) || remoteAddress === localAddress;
  return encrypted || isHere ? [] : [`the connection to ${remoteAddress} has no TLS; add sslmode=verify-full to its address`];
}
