import { enqueue } from '../../platform/jobs.ts';
import type { Tx } from '../../platform/postgres.ts';

/** The job that sends what is due from one mailbox. Its name and key stand in `accept_sales_emails` too. */
export const DRAIN_MAILBOX = 'drain-mailbox';

export function drainKey(connectionId: string): string {
  return `${DRAIN_MAILBOX}:${connectionId}`;
}

/** Adds the job of a mailbox in the caller's transaction. One that waits already comes at this time instead. */
export async function enqueueDrain(tx: Tx, orgId: string, emailConnectionId: string, delayMs = 0): Promise<void> {
  await enqueue(tx, DRAIN_MAILBOX, { orgId, emailConnectionId }, { key: drainKey(emailConnectionId), delayMs });
}
