import type { Tx } from '../../platform/postgres.ts';
import type { FactType } from './record-activity.ts';

export interface ActivityToLog {
  id: string;
  type: FactType;
  userId: string;
  salesEmailId: string;
  responseId: string | null;
  personId: string;
  happenedAt: Date;
  salesforceKey: string;
  /** This try included. */
  attempts: number;
  salesforceUserId: string;
  timeZone: string | null;
}

/** One writer at a time, and none before its time; the lease runs in the server's time. Null when there is nothing to do. */
export async function claimActivity(tx: Tx, orgId: string, id: string, now: Date): Promise<ActivityToLog | null> {
  const { rows } = await tx.query<ActivityToLog>(
    `update activities a set attempts = a.attempts + 1, writer_lease_until = clock_timestamp() + interval '2 minutes'
       from users u
      where a.org_id = $1 and a.id = $2 and a.salesforce_state = 'pending' and a.next_try_at <= $3
        and coalesce(a.writer_lease_until, '-infinity') < clock_timestamp()
        and u.org_id = a.org_id and u.id = a.user_id and u.salesforce_user_id is not null
     returning a.id, a.type, a.user_id as "userId", a.sales_email_id as "salesEmailId", a.response_id as "responseId", a.person_id as "personId",
       a.happened_at as "happenedAt", a.salesforce_key as "salesforceKey", a.attempts, u.salesforce_user_id as "salesforceUserId",
       u.time_zone as "timeZone"`,
    [orgId, id, now],
  );
  return rows[0] ?? null;
}

export interface LogResult {
  state: 'pending' | 'logged' | 'failed' | 'skipped';
  taskId?: string;
  code?: string;
  /** A sentence for people. */
  reason?: string;
  /** With `pending`: not before this. */
  nextTryAt?: Date;
  at: Date;
}

export async function saveLogResult(
  tx: Tx,
  orgId: string,
  id: string,
  { state, taskId, code, reason, nextTryAt, at }: LogResult,
): Promise<void> {
  await tx.query(
    `update activities set salesforce_state = $3, salesforce_task_id = $4, salesforce_code = $5, salesforce_reason = $6,
            salesforce_logged_at = $7, next_try_at = coalesce($8, next_try_at), writer_lease_until = null
      where org_id = $1 and id = $2 and salesforce_state = 'pending'`,
    [orgId, id, state, taskId ?? null, code ?? null, reason ?? null, state === 'logged' ? at : null, nextTryAt ?? null],
  );
}

export interface SalesforceLogRow {
  state: 'pending' | 'logged' | 'failed' | 'skipped';
  taskId: string | null;
  code: string | null;
  reason: string | null;
}

/** What Salesforce knows about the send of an email; null before it was sent. */
export async function findSalesforceLog(tx: Tx, orgId: string, salesEmailId: string): Promise<SalesforceLogRow | null> {
  const { rows } = await tx.query<SalesforceLogRow>(
    `select salesforce_state as state, salesforce_task_id as "taskId", salesforce_code as code, salesforce_reason as reason
       from activities where org_id = $1 and sales_email_id = $2 and type = 'send_sales_email'`,
    [orgId, salesEmailId],
  );
  return rows[0] ?? null;
}

export interface TaskOfSending {
  state: SalesforceLogRow['state'];
  salesforceKey: string;
}

/** The Task that the sending of an email became, for what is added to it later; null before the email left. */
export async function findTaskOfSending(tx: Tx, orgId: string, salesEmailId: string): Promise<TaskOfSending | null> {
  const { rows } = await tx.query<TaskOfSending>(
    `select salesforce_state as state, salesforce_key as "salesforceKey"
       from activities where org_id = $1 and sales_email_id = $2 and type = 'send_sales_email'`,
    [orgId, salesEmailId],
  );
  return rows[0] ?? null;
}

/** After a rep has connected Salesforce again: what waited for it is written now. */
export async function findWaitingActivities(tx: Tx, orgId: string, userId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `update activities set next_try_at = happened_at where org_id = $1 and user_id = $2 and salesforce_state = 'pending' returning id`,
    [orgId, userId],
  );
  return rows.map(({ id }) => id);
}
