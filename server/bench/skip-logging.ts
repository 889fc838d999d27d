import { z } from 'zod';
import type { JobHandler } from '../src/platform/jobs.ts';
import { inOrg, type Pool } from '../src/platform/postgres.ts';

const Payload = z.object({ orgId: z.string(), userId: z.uuid() });

/**
 * Stands in for writing to Salesforce where that is not looked at. Each sent email leaves a write and its rep a job: taken without the
 * writes being settled, the sweep adds the job again for ever.
 */
export function createSkipLogging(pool: Pool): JobHandler {
  return async function skipLogging(payload) {
    const { orgId, userId } = Payload.parse(payload);
    await inOrg(pool, orgId, (tx) =>
      tx.query(`update salesforce_writes set state = 'skipped' where org_id = $1 and user_id = $2 and state = 'pending'`, [orgId, userId]),
    );
  };
}
