import { randomUUID } from 'node:crypto';
import { enqueue } from '../../platform/jobs.ts';
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
export async function recordActivity(tx: Tx, orgId: string, fact: Fact): Promise<void> {
  const id = randomUUID();
  const { rowCount } = await tx.query(
    `insert into activities (org_id, id, type, user_id, sales_email_id, response_id, person_id, happened_at, salesforce_key, next_try_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $8) on conflict do nothing`,
    [orgId, id, fact.type, fact.userId, fact.salesEmailId, fact.responseId ?? null, fact.personId, fact.happenedAt, salesforceKey(id)],
  );
  if (rowCount === 1) await enqueue(tx, 'log-activity', { orgId, activityId: id }, { key: logActivityKey(id) });
}

export const logActivityKey = (activityId: string): string => `log-activity:${activityId}`;

/** Lower case, because a unique field of Salesforce may not tell cases apart. */
const salesforceKey = (activityId: string): string => `evt_${activityId.replaceAll('-', '')}`;
