import { z } from 'zod';
import type { JobHandler } from '../src/platform/jobs.ts';
import { inOrg, type Pool } from '../src/platform/postgres.ts';

const Payload = z.object({ orgId: z.string(), activityId: z.uuid() });

/**
 * Stands in for logging where that is not looked at. Each sent email leaves a fact and its job: left alone, the jobs pile up in the way of all
 * others; taken without the fact being settled, the sweep adds them again for ever.
 */
export function createSkipLogging(pool: Pool): JobHandler {
  return async function skipLogging(payload) {
    const { orgId, activityId } = Payload.parse(payload);
    await inOrg(pool, orgId, (tx) =>
      tx.query(`update activities set salesforce_state = 'skipped' where org_id = $1 and id = $2`, [orgId, activityId]),
    );
  };
}
