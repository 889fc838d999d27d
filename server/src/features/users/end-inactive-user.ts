import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import type { JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { NOBODY, recordSecurityEvent } from '../../platform/security-events.ts';
import type { EndAccess } from '../kill-switch/index.ts';
import { endSessions, hasLiveConnection } from './inactive-repository.ts';
import { countOtherAdmins, countSeats, findUser, setDeactivated } from './repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  cancelWaitingEmails: (tx: Tx, orgId: string, userId: string, now: Date) => Promise<unknown>;
  endAccess: EndAccess;
}

export const END_INACTIVE_USER = 'end-inactive-user';

const Payload = z.object({ orgId: z.string(), userId: z.uuid() });

/**
 * Job: Salesforce says that a user is not active there. Ends the user's access as an admin's deactivation does. Of the last admin only grants and
 * sessions end: somebody must be able to give access back once Salesforce does. Harmless twice.
 */
export const createEndInactiveUser =
  ({ pool, clock, cancelWaitingEmails, endAccess }: Dependencies): JobHandler =>
  async (payload) => {
    const { orgId, userId } = Payload.parse(payload);
    const now = clock.now();
    await inOrg(pool, orgId, async (tx) => {
      await countSeats(tx, orgId);
      const user = await findUser(tx, orgId, userId);
      if (user?.state !== 'activated') return;
      const isLastAdmin = user.role === 'admin' && (await countOtherAdmins(tx, orgId, userId)) === 0;
      if (isLastAdmin && !(await hasLiveConnection(tx, orgId, userId))) return;
      if (isLastAdmin) await endSessions(tx, orgId, userId);
      else await setDeactivated(tx, orgId, userId, now);
      await endAccess(tx, orgId, { userId, reason: 'inactive_in_salesforce', endedBy: null });
      await cancelWaitingEmails(tx, orgId, userId, now);
      if (isLastAdmin) return;
      const details = { reason: 'inactive_in_salesforce' };
      await recordSecurityEvent(tx, orgId, { kind: 'user_deactivated', outcome: 'done', by: NOBODY, about: user.email, details, at: now });
    });
  };
