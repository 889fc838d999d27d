import type { Clock } from '../../platform/clock.ts';
import { bySlot, countLetter } from '../../platform/letters.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent } from '../../platform/security-events.ts';
import { renewInvitation } from './invitation-repository.ts';
import { openSince } from './invitation-period.ts';
import { SEATS, type Inviter } from './invite-users.ts';
import { countSeats, listUsers, lockAccess } from './repository.ts';
import type { ResentInvitation, User } from './schemas.ts';
import { queueInvitation } from './send-invitation.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
}

export type ResendInvitations = (orgId: string, by: Inviter) => Promise<ResentInvitation[]>;

/**
 * Sends the welcome email again to everybody who was invited and has not activated. One whom the quota of letters holds back is named with
 * the time when it is possible, and keeps no other from getting it. An invitation that has expired takes a seat again.
 */
export function createResendInvitations({ pool, clock }: Dependencies): ResendInvitations {
  return function resendInvitations(orgId, by) {
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      await lockAccess(tx, orgId);
      let free = SEATS - (await countSeats(tx, orgId, openSince(now)));
      const waiting = (await listUsers(tx, orgId, openSince(now))).filter(({ state }) => state === 'invited');
      const results: ResentInvitation[] = [];
      for (const user of waiting) {
        const result = await renew(tx, orgId, by, user, { hasSeat: !user.isInvitationExpired || free > 0, now });
        if (result.outcome === 'sent' && user.isInvitationExpired) free -= 1;
        results.push(result);
      }
      const sent = new Set(results.flatMap(({ userId, outcome }) => (outcome === 'sent' ? [userId] : [])));
      for (const user of waiting.filter(({ id }) => sent.has(id)).sort(bySlot)) await queueInvitation(tx, orgId, user, now);
      return results;
    });
  };
}

async function renew(
  tx: Tx,
  orgId: string,
  by: Inviter,
  { id: userId, email, role }: User,
  { hasSeat, now }: { hasSeat: boolean; now: Date },
): Promise<ResentInvitation> {
  if (!hasSeat) return { userId, email, outcome: 'no_seat_left', retryAt: null };
  const full = await countLetter(tx, orgId, { kind: 'invitation', to: email, askedBy: by.userId, now });
  if (full) return { userId, email, outcome: 'too_many_letters', retryAt: full.retryAt.toISOString() };
  await renewInvitation(tx, orgId, userId, now);
  await recordSecurityEvent(tx, orgId, {
    kind: 'user_invited',
    outcome: 'done',
    by,
    about: email,
    details: { role, again: true },
    at: now,
  });
  return { userId, email, outcome: 'sent', retryAt: null };
}
