import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueue, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { findSentEmail } from './attempts.ts';
import { lookUpEmail } from './look-up-email.ts';
import type { OpenMailbox } from './open-mailbox.ts';
import { fillInSent } from './record-sent.ts';

/** The job that reads a message again which its vendor had not yet put into Sent when it was sent. */
export const READ_SENT_MESSAGE = 'read-sent-message';

/** Mostly it takes seconds. After the last look the email goes without a link, and its answers are found by the conversation. */
const LOOK_AFTER_MS = [30_000, 5 * 60_000, 60 * 60_000];

const Payload = z.object({ orgId: z.string(), salesEmailId: z.uuid(), attempt: z.int(), look: z.int() });

/** Adds the job in the caller's transaction. `look` counts from 0; after the last one nothing happens. */
export async function enqueueReading(tx: Tx, orgId: string, salesEmailId: string, attempt: number, look = 0): Promise<void> {
  const delayMs = LOOK_AFTER_MS[look];
  if (delayMs === undefined) return;
  const payload: z.infer<typeof Payload> = { orgId, salesEmailId, attempt, look };
  await enqueue(tx, READ_SENT_MESSAGE, payload, { delayMs, comesLast: true });
}

/** Adds what only the vendor knows of a message that has left: its Message-ID and its link. Asks again later where it is too early. */
export function createReadSentMessage(use: { pool: Pool; clock: Clock; openMailbox: OpenMailbox }): JobHandler {
  return async function readSentMessage(given) {
    const { orgId, salesEmailId, attempt, look } = Payload.parse(given);
    const email = await inOrg(use.pool, orgId, (tx) => findSentEmail(tx, orgId, salesEmailId, attempt));
    if (!email) return;
    const answer = await lookUpEmail(use, orgId, email).catch(whenRefused);
    await inOrg(use.pool, orgId, async (tx) => {
      if (answer?.answer === 'sent') await fillInSent(tx, orgId, salesEmailId, attempt, answer.message);
      else await enqueueReading(tx, orgId, salesEmailId, attempt, look + 1);
    });
  };
}

/** A vendor that refuses now may answer the next look. What hangs on it is too little to trouble the rep. */
function whenRefused(error: unknown): null {
  if (error instanceof ProviderError) return null;
  throw error;
}
