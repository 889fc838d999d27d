import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent } from '../../platform/security-events.ts';
import { endUserAccess, type EndUserAccess } from './end-user-access.ts';
import { endSessions, hasLiveConnection } from './inactive-repository.ts';
import { openSince } from './invitation-period.ts';
import { countOtherAdmins, findUser, lockAccess, setDeactivated } from './repository.ts';

interface Dependencies extends EndUserAccess {
  pool: Pool;
  clock: Clock;
}

export const END_INACTIVE_USER = 'end-inactive-user';

const Payload = z.object({
  orgId: z.string(),
  userId: z.uuid(),
  /** Salesforce has said nothing: only what a deactivation has left alive ends, and nothing of whoever is active again. */
  onlyGrants: z.boolean().optional(),
});

/**
 * Job: Salesforce says that a user is not active there. Ends the user's access as an admin's deactivation does. Of the last admin only
 * grants and sessions end: somebody must be able to give access back once Salesforce does. Of a user who is deactivated here already the
 * grants end that are still alive; with `onlyGrants` nothing else ever ends. Harmless twice.
 */
export function createEndInactiveUser({ pool, clock, ...ending }: Dependencies): JobHandler {
  return async function endInactiveUser(payload) {
    const { orgId, userId, onlyGrants } = Payload.parse(payload);
    const now = clock.now();
    await inOrg(pool, orgId, async (tx) => {
      await lockAccess(tx, orgId);
      const user = await findUser(tx, orgId, userId, openSince(now));
      if (user?.state === 'deactivated' && (await hasLiveConnection(tx, orgId, userId)))
        return endUserAccess(ending, tx, orgId, { userId, reason: 'deactivated_by_admin', endedBy: null, at: now });
      if (onlyGrants || user?.state !== 'activated') return;
      const isLastAdmin = user.role === 'admin' && (await countOtherAdmins(tx, orgId, userId)) === 0;
      if (isLastAdmin && !(await hasLiveConnection(tx, orgId, userId))) return;
      if (isLastAdmin) await endSessions(tx, orgId, userId);
      else await setDeactivated(tx, orgId, userId, now);
      await endUserAccess(ending, tx, orgId, { userId, reason: 'inactive_in_salesforce', endedBy: null, at: now });
      if (isLastAdmin) return;
      const details = { reason: 'inactive_in_salesforce' };
      await recordSecurityEvent(tx, orgId, { kind: 'user_deactivated', outcome: 'done', by: NOBODY, about: user.email, details, at: now });
    });
  };
}
