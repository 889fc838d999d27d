import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, enqueueQuietly, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OpenSalesforce } from '../people/index.ts';
import { queueApiAccessCheck } from './check-api-access.ts';
import { END_INACTIVE_USER } from './end-inactive-user.ts';
import {
  claimLook,
  listConnectedToSalesforce,
  listEndedWithGrants,
  listKnownInSalesforce,
  listUncheckedOrgs,
  setLookedAt,
  type KnownInSalesforce,
} from './inactive-repository.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  openSalesforce: OpenSalesforce;
}

export interface LookForInactiveUsers {
  /**
   * Job: asks Salesforce who of an org's users is active there and not frozen, with an admin's connection, and ends the access of the
   * others. Grants of those whose access has ended already end with it. Everybody's right to use the API is asked for with it.
   */
  look: JobHandler;
  /** Adds the job of every org that was not asked for a day, at most every ten minutes. */
  sweep: () => Promise<void>;
}

export const LOOK_FOR_INACTIVE_USERS = 'look-for-inactive-users';

const LOOK_EVERY_MS = 24 * 60 * 60_000;
const AGAIN_AFTER_FAILURE_MS = 60 * 60_000;
const SWEEP_EVERY_MS = 10 * 60_000;
/** Whose connections are tried, one after the other. */
const MOST_ASKED = 3;
const Payload = z.object({ orgId: z.string() });

/**
 * A user who is deactivated or frozen in Salesforce and does nothing here is noticed by nobody else: the mailbox would be read for ever.
 */
export function createLookForInactiveUsers({ pool, clock, openSalesforce }: Dependencies): LookForInactiveUsers {
  const checkedBefore = () => new Date(clock.now().getTime() - LOOK_EVERY_MS);
  let sweptAt = -Infinity;

  const ask = async (orgId: string, askers: readonly string[], users: readonly KnownInSalesforce[]): Promise<readonly string[] | null> => {
    const ids = users.map(({ salesforceUserId }) => salesforceUserId);
    for (const userId of askers) {
      try {
        const salesforce = await openSalesforce(orgId, userId, 'look for inactive users');
        return await salesforce.readInactiveUsers(ids);
      } catch (error) {
        if (!(error instanceof ProviderError)) throw error;
      }
    }
    return null;
  };

  return {
    async look(payload) {
      const { orgId } = Payload.parse(payload);
      const now = clock.now();
      const { askers, users } = await inOrg(pool, orgId, async (tx) => {
        if (!(await claimLook(tx, orgId, now, checkedBefore()))) return { askers: [], users: [] };
        for (const userId of await listEndedWithGrants(tx, orgId)) await endGrantsLater(tx, orgId, userId);
        await queueApiAccessCheck(tx, orgId);
        return { askers: await listConnectedToSalesforce(tx, orgId, MOST_ASKED), users: await listKnownInSalesforce(tx, orgId) };
      });
      if (askers.length === 0) return;
      const inactive = await ask(orgId, askers, users);
      await inOrg(pool, orgId, async (tx) => {
        if (!inactive) return setLookedAt(tx, orgId, new Date(now.getTime() - LOOK_EVERY_MS + AGAIN_AFTER_FAILURE_MS));
        for (const { userId, salesforceUserId } of users) if (inactive.includes(salesforceUserId)) await endLater(tx, orgId, userId);
      });
    },
    async sweep() {
      if (Math.abs(clock.now().getTime() - sweptAt) < SWEEP_EVERY_MS) return;
      sweptAt = clock.now().getTime();
      await enqueueQuietly(pool, LOOK_FOR_INACTIVE_USERS, await listUncheckedOrgs(pool, checkedBefore()), ({ orgId }) => ({
        payload: { orgId },
        key: `${LOOK_FOR_INACTIVE_USERS}:${orgId}`,
      }));
    },
  };
}

function endLater(tx: Tx, orgId: string, userId: string): Promise<void> {
  return enqueue(tx, END_INACTIVE_USER, { orgId, userId }, { key: `${END_INACTIVE_USER}:${userId}` });
}

/** A key of its own: it must never take the place of a job that Salesforce's answer has added. */
function endGrantsLater(tx: Tx, orgId: string, userId: string): Promise<void> {
  return enqueue(tx, END_INACTIVE_USER, { orgId, userId, onlyGrants: true }, { key: `${END_INACTIVE_USER}:${userId}:grants` });
}
