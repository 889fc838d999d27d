import type { Clock } from './clock.ts';
import type { JobLog } from './jobs.ts';
import type { Pool, Tx } from './postgres.ts';
import type { ProviderError } from './provider-error.ts';

/** Whose OAuth client: `oauthClientId` is the row of a customer's own, null the service's. */
export interface TroubledClient {
  provider: 'google' | 'microsoft' | 'salesforce';
  oauthClientId: string | null;
}

export interface ClientTroubles {
  /**
   * Alarms the operator when the vendor refuses the client itself, or when what answers in its place is no answer of the vendor; any other
   * failure is somebody else's. In the caller's transaction.
   */
  notice(tx: Tx, client: TroubledClient, error: ProviderError): Promise<void>;
  /** The vendor accepts the client again. */
  over(tx: Tx, client: TroubledClient): Promise<void>;
  /** For the health check: one line per client in trouble. */
  list: () => Promise<string[]>;
}

/** Refusals of our registration or its secret (A.1, B.1, C.2). They are nobody's grant's fault, and no rep can mend them. */
const OF_THE_CLIENT: Record<TroubledClient['provider'], ReadonlySet<string>> = {
  google: new Set(['invalid_client', 'unauthorized_client', 'deleted_client', 'admin_policy_enforced']),
  microsoft: new Set(['AADSTS7000215', 'AADSTS7000218', 'AADSTS7000222', 'AADSTS700027', 'invalid_client', 'unauthorized_client']),
  salesforce: new Set(['invalid_client', 'invalid_client_id', 'app_not_found', 'oauth_ec_app_not_found']),
};
const LOG_AGAIN_AFTER_MS = 10 * 60_000;

/** Trouble of our OAuth clients, shared by all processes: a line of level error once in ten minutes per client, until it is over. */
export function createClientTroubles({ pool, clock, log }: { pool: Pool; clock: Clock; log: Pick<JobLog, 'error'> }): ClientTroubles {
  return {
    async notice(tx, client, error) {
      const code = error.vendorCode ?? '';
      if (!OF_THE_CLIENT[client.provider].has(code) && !error.isUnexpected) return;
      const now = clock.now();
      const { rows } = await tx.query<{ isNew: boolean }>(
        `insert into client_troubles as t (provider, client_key, code, since, last_at, logged_at) values ($1, $2, $3, $4, $4, $4)
       on conflict (provider, client_key) do update
          set code = excluded.code, last_at = excluded.last_at,
              logged_at = case when t.logged_at <= $5 then excluded.logged_at else t.logged_at end
       returning logged_at = $4 as "isNew"`,
        [client.provider, keyOf(client), code, now, new Date(now.getTime() - LOG_AGAIN_AFTER_MS)],
      );
      if (rows[0]?.isNew)
        log.error(
          { provider: client.provider, client: keyOf(client), code },
          'A vendor gives the OAuth client no tokens: what needs them waits until its registration, its secret or the network is put right',
        );
    },
    async over(tx, client) {
      await tx.query('delete from client_troubles where provider = $1 and client_key = $2', [client.provider, keyOf(client)]);
    },
    async list() {
      const { rows } = await pool.query<{ line: string }>(
        `select format('%s gives the OAuth client %s no tokens: %s', provider, client_key, code) as line from client_troubles order by 1`,
      );
      return rows.map(({ line }) => line);
    },
  };
}

function keyOf({ oauthClientId }: TroubledClient): string {
  return oauthClientId ?? 'of this service';
}
