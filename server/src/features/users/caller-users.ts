import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { findCallerUser, type CallerUser } from './repository.ts';

/** How long another process may still serve a user who was deactivated a moment ago. */
export const CALLER_USER_REMEMBERED_MS = 2_000;
const REMEMBERED = 10_000;

interface Person {
  orgId: string;
  salesforceUserId: string;
  email: string;
}

export interface CallerUsers {
  /** From memory when read within the last two seconds. */
  find(person: Person): Promise<CallerUser | null>;
  /** From the database, inside the caller's transaction. */
  read(tx: Tx, person: Person): Promise<CallerUser | null>;
  /** To be called after every change of an org's users, so that it counts at once in this process. */
  forget(orgId: string): void;
}

/** Who the callers of the panel are. Remembered for a moment, so that a request costs no statement of its own for it. */
export function createCallerUsers(pool: Pool): CallerUsers {
  const known = new Map<string, Map<string, { user: CallerUser | null; until: number }>>();
  let size = 0;

  const remember = ({ orgId, salesforceUserId, email }: Person, user: CallerUser | null) => {
    if (size >= REMEMBERED) {
      known.clear();
      size = 0;
    }
    const ofOrg = known.get(orgId) ?? new Map<string, { user: CallerUser | null; until: number }>();
    known.set(orgId, ofOrg);
    size += 1;
    ofOrg.set(`${salesforceUserId} ${email}`, { user, until: performance.now() + CALLER_USER_REMEMBERED_MS });
    return user;
  };
  const read = async (tx: Tx, person: Person) =>
    remember(person, await findCallerUser(tx, person.orgId, person.salesforceUserId, person.email));

  return {
    read,
    async find(person) {
      const remembered = known.get(person.orgId)?.get(`${person.salesforceUserId} ${person.email}`);
      if (remembered && remembered.until > performance.now()) return remembered.user;
      return inOrg(pool, person.orgId, (tx) => read(tx, person));
    },
    forget: (orgId) => void known.delete(orgId),
  };
}
