import type { Tx } from '../../platform/postgres.ts';
import type { FactType } from './record-activity.ts';
import { TASK_DELETED, type WriteState, type WriteTarget } from './write-repository.ts';

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

export interface SalesforceLogRow {
  state: WriteState;
  taskId: string | null;
  code: string | null;
  reason: string | null;
}

/** For a query over emails `e`: what Salesforce knows about the send of each as "salesforce", null before it was sent. */
export const SALESFORCE_LOG = `case when a.id is not null then
  json_build_object('state', coalesce(w.state, a.salesforce_state), 'taskId', w.task_id, 'code', w.code, 'reason', w.reason) end as salesforce`;

const OWN_TASK = `salesforce_writes w on w.org_id = a.org_id and w.activity_id = a.id and w.target = 'own_task'`;

/** What `SALESFORCE_LOG` reads, to be joined to the emails. */
export const SALESFORCE_LOG_SOURCE = `left join activities a on a.org_id = e.org_id and a.sales_email_id = e.id and a.type = 'send_sales_email'
  left join ${OWN_TASK}`;

export interface TaskOfSending extends SalesforceLogRow {
  activityId: string;
  nextTryAt: Date;
}

/** The Task that the sending of an email became, for what is added to it later; null before the email left. */
export async function findTaskOfSending(tx: Tx, orgId: string, salesEmailId: string): Promise<TaskOfSending | null> {
  const { rows } = await tx.query<TaskOfSending>(
    `select a.id as "activityId", a.next_try_at as "nextTryAt", coalesce(w.state, a.salesforce_state) as state, w.task_id as "taskId", w.code, w.reason
       from activities a left join ${OWN_TASK}
      where a.org_id = $1 and a.sales_email_id = $2 and a.type = 'send_sales_email'`,
    [orgId, salesEmailId],
  );
  return rows[0] ?? null;
}

export interface UntoldWrite {
  fact: FactType;
  target: WriteTarget;
  state: WriteState;
  code: string | null;
  /** A sentence for people. */
  reason: string;
}

/** What of the answers to an email is not in Salesforce, and why, oldest first. That its Task is deleted is told with the email itself. */
export async function findUntoldWrites(tx: Tx, orgId: string, salesEmailId: string): Promise<UntoldWrite[]> {
  const { rows } = await tx.query<UntoldWrite>(
    `select a.type as fact, w.target, w.state, w.code, w.reason
       from responses r
       join activities a on a.org_id = r.org_id and a.response_id = r.id
       join salesforce_writes w on w.org_id = a.org_id and w.activity_id = a.id
      where r.org_id = $1 and r.sales_email_id = $2 and w.state <> 'logged' and w.reason is not null and w.code is distinct from $3
      order by a.happened_at, a.id, w.target`,
    [orgId, salesEmailId, TASK_DELETED.code],
  );
  return rows;
}

/** What waits for a rep's connection is due now; the ids of its facts. */
export async function makeWaitingDue(tx: Tx, orgId: string, userId: string): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    `with waiting as (
       update activities set next_try_at = happened_at where org_id = $1 and user_id = $2 and salesforce_state = 'pending' returning org_id, id),
     due as (
       update salesforce_writes w set next_try_at = '-infinity' from waiting
        where w.org_id = waiting.org_id and w.activity_id = waiting.id and w.state = 'pending')
     select id from waiting`,
    [orgId, userId],
  );
  return rows.map(({ id }) => id);
}

/** The facts of a rep's own email whose writes Salesforce has refused, pending again; null when the rep has sent no such email. */
export async function reopenFailedWrites(tx: Tx, orgId: string, userId: string, salesEmailId: string, now: Date): Promise<string[] | null> {
  const { rows } = await tx.query<{ id: string; state: WriteState }>(
    `select a.id, a.salesforce_state as state from activities a
      where a.org_id = $1 and a.user_id = $2 and a.sales_email_id = $3 and a.type = 'send_sales_email'
     union all
     select a.id, a.salesforce_state from responses r join activities a on a.org_id = r.org_id and a.response_id = r.id
      where r.org_id = $1 and a.user_id = $2 and r.sales_email_id = $3`,
    [orgId, userId, salesEmailId],
  );
  if (rows.length === 0) return null;
  const { rows: reopened } = await tx.query<{ id: string }>(
    `with reopened as (
       update salesforce_writes set state = 'pending', attempts = 0, next_try_at = $3
        where org_id = $1 and activity_id = any($2::uuid[]) and state = 'failed' returning activity_id)
     update activities set salesforce_state = 'pending', next_try_at = $3
      where org_id = $1 and id in (select activity_id from reopened) returning id`,
    [orgId, rows.map(({ id }) => id), now],
  );
  return reopened.map(({ id }) => id);
}
