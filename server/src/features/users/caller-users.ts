import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { openSince } from './invitation-period.ts';
import { findKnownCaller, noteActive, type CallerUser, type KnownCaller } from './repository.ts';

/** How long another process may still serve a user who was deactivated a moment ago. */
export const CALLER_USER_REMEMBERED_MS = 2_000;
const REMEMBERED = 10_000;
/** How exactly it is known when somebody was last here: a finer time would cost a write with each session. */
const ACTIVE_TO_MS = 3_600_000;

interface Person {
  orgId: string;
  salesforceUserId: string;
  email: string;
}

export interface CallerUsers {
  /** From memory when read within the last two seconds. */
  find(person: Person): Promise<KnownCaller>;
  /** From the database, inside the caller's transaction. */
  read(tx: Tx, person: Person): Promise<KnownCaller>;
  /** Somebody has opened a panel: kept to the hour. */
  noteActive(tx: Tx, orgId: string, user: CallerUser, now: Date): Promise<void>;
  /** To be called after every change of an org's users, so that it counts at once in this process. */
  forget(orgId: string): void;
}

/** Who the callers of the panel are. Remembered for a moment, so that a request costs no statement of its own for it. */
export function createCallerUsers(pool: Pool, clock: Clock): CallerUsers {
  const known = new Map<string, Map<string, { caller: KnownCaller; until: number }>>();
  let size = 0;

  const remember = ({ orgId, salesforceUserId, email }: Person, caller: KnownCaller) => {
    if (size >= REMEMBERED) {
      known.clear();
      size = 0;
    }
    const ofOrg = known.get(orgId) ?? new Map<string, { caller: KnownCaller; until: number }>();
    known.set(orgId, ofOrg);
    size += 1;
    ofOrg.set(`${salesforceUserId} ${email}`, { caller, until: performance.now() + CALLER_USER_REMEMBERED_MS });
    return caller;
  };
  const read = async (tx: Tx, person: Person) => remember(person, await findKnownCaller(tx, person, openSince(clock.now())));

  return {
    read,
    async find(person) {
      const remembered = known.get(person.orgId)?.get(`${person.salesforceUserId} ${person.email}`);
      if (remembered && remembered.until > performance.now()) return remembered.caller;
      return inOrg(pool, person.orgId, (tx) => read(tx, person));
    },
    async noteActive(tx, orgId, { id, state, lastActiveAt }, now) {
      const isNew = !lastActiveAt || now.getTime() - Date.parse(lastActiveAt) >= ACTIVE_TO_MS;
      if (isNew && state === 'activated') await noteActive(tx, orgId, id, now);
    },
    forget: (orgId) => void known.delete(orgId),
  };
}
