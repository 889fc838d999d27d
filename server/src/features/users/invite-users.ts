import type { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { EmailAddress } from '../../platform/schemas.ts';
import type { CallerUsers } from './caller-users.ts';
import { countSeats, findUser, findUserByEmail, insertInvited, setReactivated, type Role } from './repository.ts';
import type { InvitationResult } from './schemas.ts';
import { SEND_INVITATION } from './send-invitation.ts';

/** AD-2 */
export const SEATS = 100;

type Result = z.infer<typeof InvitationResult>['results'][number];

interface Dependencies {
  pool: Pool;
  clock: Clock;
  callerUsers: CallerUsers;
}

/**
 * AD-1: invites each address and answers for each in the order asked. The user and the job that writes the welcome email commit
 * together. ON-4: an address that belongs to another instance is left alone. A user who was deactivated comes back.
 */
export const createInviteUsers =
  ({ pool, clock, callerUsers }: Dependencies) =>
  async (orgId: string, invitedBy: string, { emails, role }: { emails: string[]; role: Role }): Promise<Result[]> => {
    const results = await inOrg(pool, orgId, async (tx) => {
      let free = SEATS - (await countSeats(tx, orgId));
      const results: Result[] = [];
      for (const typed of emails) {
        const result = await invite(tx, orgId, typed, { role, invitedBy, now: clock.now(), hasSeat: free > 0 });
        if (result.outcome === 'invited') free -= 1;
        results.push(result);
      }
      return results;
    });
    callerUsers.forget(orgId);
    return results;
  };
export type InviteUsers = ReturnType<typeof createInviteUsers>;

async function invite(
  tx: Tx,
  orgId: string,
  typed: string,
  { role, invitedBy, now, hasSeat }: { role: Role; invitedBy: string; now: Date; hasSeat: boolean },
): Promise<Result> {
  const email = typed.trim().toLowerCase();
  if (!EmailAddress.safeParse(email).success) return { email: typed, outcome: 'not_an_address', user: null };
  const known = await findUserByEmail(tx, orgId, email);
  if (known?.state === 'activated') return { email, outcome: 'already_active', user: known };
  if (known?.state === 'invited') return { email, outcome: 'already_invited', user: known };
  if (!hasSeat) return { email, outcome: 'no_seat_left', user: null };
  if (known) await setReactivated(tx, orgId, known.id, now);
  const userId = known?.id ?? (await insertInvited(tx, orgId, { email, role, invitedBy, now }));
  if (!userId) return { email, outcome: 'in_other_instance', user: null };
  const user = await findUser(tx, orgId, userId);
  if (user?.state === 'invited') await enqueue(tx, SEND_INVITATION, { orgId, userId });
  return { email, outcome: 'invited', user };
}
