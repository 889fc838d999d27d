import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { EndAccess } from '../kill-switch/index.ts';
import type { CallerUsers } from './caller-users.ts';
import { SEATS } from './invite-users.ts';
import { countOtherAdmins, countSeats, findUser, setDeactivated, setReactivated } from './repository.ts';
import type { User } from './schemas.ts';
import { SEND_INVITATION } from './send-invitation.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  callerUsers: CallerUsers;
  /** Takes back what the user still has waiting to be sent. */
  cancelWaitingEmails: (tx: Tx, orgId: string, userId: string, now: Date) => Promise<unknown>;
  /** Ends the user's grants, as the kill switch does. */
  endAccess: EndAccess;
}

export interface ChangeAccess {
  deactivate: (orgId: string, adminId: string, userId: string) => Promise<User>;
  reactivate: (orgId: string, userId: string) => Promise<User>;
  resendInvitation: (orgId: string, userId: string) => Promise<User>;
}

const unknown = () => new AppError(404, 'not_found', 'This user does not exist.');

/** What an admin can do to a user's access. Each change and what follows from it commit together. */
export function createChangeAccess({ pool, clock, callerUsers, cancelWaitingEmails, endAccess }: Dependencies): ChangeAccess {
  const changing = async (orgId: string, work: (tx: Tx) => Promise<User | null>): Promise<User> => {
    const user = await inOrg(pool, orgId, work);
    callerUsers.forget(orgId);
    if (!user) throw unknown();
    return user;
  };
  return {
    /** Ends the user's sessions and grants and takes back their waiting emails. The last admin stays. */
    deactivate: (orgId, adminId, userId) =>
      changing(orgId, async (tx) => {
        if (adminId === userId) throw new AppError(409, 'own_access', 'You cannot end your own access. Another admin can.');
        await countSeats(tx, orgId);
        const user = await findUser(tx, orgId, userId);
        if (user?.role === 'admin' && (await countOtherAdmins(tx, orgId, userId)) === 0)
          throw new AppError(409, 'last_admin', 'The last admin cannot be deactivated.');
        if (await setDeactivated(tx, orgId, userId, clock.now())) {
          await endAccess(tx, orgId, { userId, reason: 'deactivated_by_admin', endedBy: adminId });
          await cancelWaitingEmails(tx, orgId, userId, clock.now());
        }
        return findUser(tx, orgId, userId);
      }),

    /** AD-2: needs a free seat. What was ended stays ended: Salesforce and the mailbox are connected anew. */
    reactivate: (orgId, userId) =>
      changing(orgId, async (tx) => {
        const known = await findUser(tx, orgId, userId);
        if (known?.state !== 'deactivated') return known;
        if ((await countSeats(tx, orgId)) >= SEATS)
          throw new AppError(409, 'no_seat_left', `All ${String(SEATS)} seats are taken. Deactivate somebody first.`);
        await setReactivated(tx, orgId, userId, clock.now());
        const user = await findUser(tx, orgId, userId);
        if (user?.state === 'invited') await enqueue(tx, SEND_INVITATION, { orgId, userId });
        return user;
      }),

    resendInvitation: (orgId, userId) =>
      changing(orgId, async (tx) => {
        const user = await findUser(tx, orgId, userId);
        if (!user) return null;
        if (user.state === 'activated') throw new AppError(409, 'already_active', 'This user is active already.');
        if (user.state === 'deactivated') throw new AppError(409, 'user_deactivated', 'This user is deactivated. Reactivate first.');
        await enqueue(tx, SEND_INVITATION, { orgId, userId });
        return user;
      }),
  };
}
