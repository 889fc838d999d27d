import type { Tx } from '../../platform/postgres.ts';

export type FactType = 'send_sales_email' | 'reply_to_sales_email' | 'sales_email_bounced';

export interface Fact {
  type: FactType;
  userId: string;
  salesEmailId: string;
  /** What came back, with every fact that is not the sending itself. */
  responseId?: string;
  personId: string;
  happenedAt: Date;
}

/** One row per fact and the job that writes it to Salesforce, in the caller's transaction. A fact that is known already stays one. */
export async function recordActivity(
  tx: Tx,
  orgId: string,
  { type, userId, salesEmailId, responseId, personId, happenedAt }: Fact,
): Promise<void> {
  await tx.query('select record_activity($1, $2, $3, $4, $5, $6, $7)', [
    orgId,
    type,
    userId,
    salesEmailId,
    responseId ?? null,
    personId,
    happenedAt,
  ]);
}

/** How the job of a fact is added: once, and behind everything that somebody waits for. */
export function logActivityJob(activityId: string) {
  return { key: `log-activity:${activityId}`, comesLast: true };
}
