import type { Pool } from '../../platform/postgres.ts';
import { isRegisteredOrg } from './repository.ts';

/** An org that finishes its registration in one process is known to the others after this. */
const UNKNOWN_FOR_MS = 10_000;
const REMEMBERED = 10_000;

export interface KnownOrgs {
  /** Whether this org has finished its registration. Costs no transaction, and for an org that was asked for lately nothing at all. */
  isKnown(orgId: string): Promise<boolean>;
  /** An org has finished its registration just now. */
  add(orgId: string): void;
}

/** Stands before everything that a token without proof could set off in the database. */
export function createKnownOrgs(pool: Pool): KnownOrgs {
  const known = new Set<string>();
  const unknown = new Map<string, number>();
  const add = (orgId: string): void => {
    if (known.size >= REMEMBERED) known.clear();
    known.add(orgId);
    unknown.delete(orgId);
  };
  return {
    add,
    async isKnown(orgId) {
      if (known.has(orgId)) return true;
      if ((unknown.get(orgId) ?? 0) > performance.now()) return false;
      const isRegistered = await isRegisteredOrg(pool, orgId);
      if (isRegistered) {
        add(orgId);
        return true;
      }
      if (unknown.size >= REMEMBERED) unknown.clear();
      unknown.set(orgId, performance.now() + UNKNOWN_FOR_MS);
      return false;
    },
  };
}
