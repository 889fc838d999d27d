import type { Tx } from '../../platform/postgres.ts';
import type { SalesEmailReason, SalesEmailState } from './schemas.ts';

/** Columns that a change of state may set beside it. */
export interface AlsoSet {
  due_at?: Date;
  waits_for?: SalesEmailReason | null;
  look_again_at?: Date | null;
  message_id?: string;
  sent_html?: string;
  sent_text?: string;
  attempts?: number;
  transient_failures?: number;
  refused_recipients?: string[];
  schedule_local?: string | null;
  schedule_zone?: string | null;
}

export interface Move {
  from: readonly SalesEmailState[];
  to: SalesEmailState;
  reason: SalesEmailReason | null;
  at: Date;
  set?: AlsoSet;
  /** Only while no further attempt has begun. */
  attempt?: number;
  /** Kept with the line of history. */
  data?: object;
}

/**
 * One step of the state machine and its line of history, in one statement guarded by the state before.
 * False when the email is not in one of those states any more: somebody else was quicker.
 */
export async function moveSalesEmail(
  tx: Tx,
  orgId: string,
  id: string,
  { from, to, reason, at, set = {}, attempt, data = {} }: Move,
): Promise<boolean> {
  const columns = Object.keys(set) as (keyof AlsoSet)[];
  const assignments = columns.map((column, index) => `, ${tx.escapeIdentifier(column)} = $${String(index + 9)}`).join('');
  const { rowCount } = await tx.query(
    `with moved as (
       update sales_emails set state = $3, state_reason = $4, updated_at = $5${assignments}
        where org_id = $1 and id = $2 and state = any($6) and ($7::integer is null or attempts = $7)
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, data, happened_at)
     select $1, id, $3, $4, $8, $5 from moved`,
    [orgId, id, to, reason, at, from, attempt ?? null, JSON.stringify(data), ...columns.map((column) => set[column])],
  );
  return rowCount === 1;
}

export interface Return {
  /** Null: nothing that the history has to tell, because the next try follows at once or says more. */
  reason: SalesEmailReason | null;
  at: Date;
  attempt: number;
  /** Null: the email keeps its place. */
  dueAt: Date | null;
  transientFailures: number;
}

/**
 * Back to the queue after an attempt that has not left. A try that ends as the one before adds nothing to the history: the line of that
 * wait stays the last one, and the tries themselves stand in send_attempts.
 */
export async function returnToQueue(
  tx: Tx,
  orgId: string,
  id: string,
  { reason, at, attempt, dueAt, transientFailures }: Return,
): Promise<void> {
  await tx.query(
    `with moved as (
       update sales_emails set state = 'queued', state_reason = $3, updated_at = $4, due_at = coalesce($6, due_at), waits_for = $3,
       transient_failures = $7
        where org_id = $1 and id = $2 and state = 'sending' and attempts = $5
       returning id),
     last as (
       select id, state, reason, row_number() over (order by id desc) as place
         from (select h.id, h.state, h.reason from sales_email_history h where h.org_id = $1 and h.sales_email_id = $2
               order by h.id desc limit 2) h),
     same as (
       select tried.id from last tried
        where tried.place = 1 and tried.state = 'sending'
          and ($3::text is null or exists (
            select from last before where before.place = 2 and before.state = 'queued' and before.reason = $3))),
     merged as (
       delete from sales_email_history h using same where h.org_id = $1 and h.id = same.id and exists (select from moved) returning h.id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'queued', $3, $4 from moved where not exists (select from same)`,
    [orgId, id, reason, at, attempt, dueAt, transientFailures],
  );
}

/**
 * Marks all queued emails of a mailbox as waiting for something, once per email and reason. Answers how many were not
 * waiting for it before.
 */
export async function markWaiting(tx: Tx, orgId: string, connectionId: string, reason: SalesEmailReason, at: Date): Promise<number> {
  const { rowCount } = await tx.query(
    `with waiting as (
       update sales_emails set waits_for = $3, updated_at = $4
        where org_id = $1 and email_connection_id = $2 and state = 'queued' and waits_for is distinct from $3
       returning id)
     insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
     select $1, id, 'queued', $3, $4 from waiting`,
    [orgId, connectionId, reason, at],
  );
  return rowCount ?? 0;
}
