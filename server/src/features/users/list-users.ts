import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findApiAccessCheckedAt } from './inactive-repository.ts';
import { openSince } from './invitation-period.ts';
import { listUsers } from './repository.ts';
import type { UserList, UserMailboxTrouble } from './schemas.ts';

/** Of one mailbox, as far as the Users page shows it. */
interface MailboxState {
  userId: string;
  state: string;
  trouble: { kind: 'blocked' | 'full' } | null;
  watch: string;
}

interface Dependencies {
  pool: Pool;
  clock: Clock;
  listMailboxHealth: (orgId: string) => Promise<MailboxState[]>;
}

export type ListUsers = (orgId: string, meId: string) => Promise<UserList>;

/** Everybody in the org, with what stands in the way of each. */
export function createListUsers({ pool, clock, listMailboxHealth }: Dependencies): ListUsers {
  return async function listUsersOfOrg(orgId, meId) {
    const mailboxes = await listMailboxHealth(orgId);
    return inOrg(pool, orgId, async (tx) => ({
      users: await listUsers(tx, orgId, openSince(clock.now())),
      meId,
      mailboxTroubles: mailboxes.flatMap(troubleOf),
      apiAccessCheckedAt: (await findApiAccessCheckedAt(tx, orgId))?.toISOString() ?? null,
    }));
  };
}

/** A mailbox that has to be connected again says so itself. */
function troubleOf({ userId, state, trouble, watch }: MailboxState): UserMailboxTrouble[] {
  if (state !== 'connected') return [];
  if (trouble) return [{ userId, kind: trouble.kind }];
  return watch === 'silent' ? [{ userId, kind: 'silent' }] : [];
}
