import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { countLetterOrRefuse } from '../../platform/letters.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor, type SecurityEvent } from '../../platform/security-events.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import type { CallerUsers } from './caller-users.ts';
import { endUserAccess, type EndUserAccess } from './end-user-access.ts';
import { sentence } from './error-words/index.ts';
import { renewInvitation } from './invitation-repository.ts';
import { openSince } from './invitation-period.ts';
import { SEATS, type Inviter } from './invite-users.ts';
import * as users from './repository.ts';
import type { User } from './schemas.ts';
import { queueInvitation } from './send-invitation.ts';

interface Dependencies extends EndUserAccess {
  pool: Pool;
  clock: Clock;
  callerUsers: CallerUsers;
}

/** `by` is the admin who does it. */
export interface ChangeAccess {
  deactivate: (orgId: string, by: Actor, userId: string) => Promise<User>;
  reactivate: (orgId: string, by: Inviter, userId: string) => Promise<User>;
  resendInvitation: (orgId: string, by: Inviter, userId: string) => Promise<User>;
  changeRole: (orgId: string, by: Actor, userId: string, role: users.Role) => Promise<User>;
}

/**
 * What an admin can do to a user's access. Each change and what follows from it commit together; changes of one org come one after another.
 */
export function createChangeAccess({ pool, clock, callerUsers, ...ending }: Dependencies): ChangeAccess {
  /** `work` is given the user as it stands; the answer is the user as it then is. AppError 404 for nobody. */
  const changing = async (orgId: string, userId: string, work: (tx: Tx, user: User, now: Date) => Promise<void>): Promise<User> => {
    const now = clock.now();
    const find = async (tx: Tx): Promise<User> => {
      const user = await users.findUser(tx, orgId, userId, openSince(now));
      if (!user) throw new AppError('not_found', { title: commonSentence('userUnknown') });
      return user;
    };
    const changed = await inOrg(pool, orgId, async (tx) => {
      await users.lockAccess(tx, orgId);
      await work(tx, await find(tx), now);
      return find(tx);
    });
    callerUsers.forget(orgId);
    return changed;
  };
  const note = (tx: Tx, orgId: string, { email }: User, event: Pick<SecurityEvent, 'kind' | 'by' | 'details' | 'at'>) =>
    recordSecurityEvent(tx, orgId, { outcome: 'done', about: email, ...event });
  const inviteAgain = async (tx: Tx, orgId: string, by: Inviter, user: User, now: Date) => {
    await countLetterOrRefuse(tx, orgId, { kind: 'invitation', to: user.email, askedBy: by.userId, now });
    await renewInvitation(tx, orgId, user.id, now);
    await queueInvitation(tx, orgId, user, now);
    await note(tx, orgId, user, { kind: 'user_invited', by, details: { role: user.role, again: true }, at: now });
  };
  const refuseWithoutSeat = async (tx: Tx, orgId: string, now: Date) => {
    if ((await users.countSeats(tx, orgId, openSince(now))) >= SEATS)
      throw new AppError('no_seat_left', { title: sentence('noSeatLeft', { count: SEATS }) });
  };

  return {
    /** Ends the user's sessions, links, grants and consents under way, and takes back their waiting emails. The last admin stays. */
    deactivate: (orgId, by, userId) =>
      changing(orgId, userId, async (tx, user, now) => {
        if (by.userId === userId) throw new AppError('own_access');
        if (user.role === 'admin' && (await users.countOtherAdmins(tx, orgId, userId)) === 0)
          throw new AppError('last_admin', { title: sentence('lastAdmin') });
        if (!(await users.setDeactivated(tx, orgId, userId, now))) return;
        await endUserAccess(ending, tx, orgId, { userId, reason: 'deactivated_by_admin', endedBy: by.userId, at: now });
        await note(tx, orgId, user, { kind: 'user_deactivated', by, at: now });
      }),

    /**
     * AD-2: needs a free seat. Who never activated is invited again. What was ended stays ended, and the address is proven again with the
     * next sign-in (ON-4). AppError 409 `address_taken` while somebody else has the address.
     */
    reactivate: (orgId, by, userId) =>
      changing(orgId, userId, async (tx, user, now) => {
        if (user.state !== 'deactivated') return;
        if (await users.findUserByEmail(tx, orgId, user.email, openSince(now)))
          throw new AppError('address_taken', {
            title: sentence('addressTaken', { address: user.email }),
          });
        if (!(await users.isKnownInSalesforce(tx, orgId, userId)))
          throw new AppError('salesforce_user_unknown', {
            title: sentence('salesforceUserUnknown', { address: user.email }),
          });
        await refuseWithoutSeat(tx, orgId, now);
        await users.setReactivated(tx, orgId, userId, now);
        await note(tx, orgId, user, { kind: 'user_reactivated', by, at: now });
        if (!user.activatedAt) await inviteAgain(tx, orgId, by, user, now);
      }),

    /** An invitation that has expired takes a seat again. AppError 429 `letter_quota_reached` with `retryAt`. */
    resendInvitation: (orgId, by, userId) =>
      changing(orgId, userId, async (tx, user, now) => {
        if (user.state === 'activated') throw new AppError('already_active');
        if (user.state === 'deactivated') throw new AppError('user_deactivated', { status: 409, title: commonSentence('userDeactivated') });
        if (user.isInvitationExpired) await refuseWithoutSeat(tx, orgId, now);
        await inviteAgain(tx, orgId, by, user, now);
      }),

    /** AD-2. AppError 409 `last_admin`: somebody who has activated their user stays admin. */
    changeRole: (orgId, by, userId, role) =>
      changing(orgId, userId, async (tx, user, now) => {
        if (user.role === role) return;
        if (user.role === 'admin' && user.state === 'activated' && (await users.countOtherAdmins(tx, orgId, userId)) === 0)
          throw new AppError('last_admin');
        await users.setRole(tx, orgId, userId, role);
        await note(tx, orgId, user, { kind: 'role_changed', by, details: { from: user.role, to: role }, at: now });
      }),
  };
}
