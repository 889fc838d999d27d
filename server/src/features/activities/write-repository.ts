import type { Tx } from '../../platform/postgres.ts';

/** The Task that a fact becomes, or a change of the Task that the email itself became. */
export type WriteTarget = 'own_task' | 'task_of_sending';
export type WriteState = 'pending' | 'logged' | 'failed' | 'skipped';

/** What one try of one write came to. */
export interface WriteResult {
  target: WriteTarget;
  state: WriteState;
  taskId?: string;
  code?: string;
  /** A sentence for people. A skip without one is nothing to tell. */
  reason?: string;
  /** With `pending`: not before this. */
  nextTryAt?: Date;
  at: Date;
}

export interface StoredWrite {
  target: WriteTarget;
  state: WriteState;
  /** Tries so far. */
  attempts: number;
  nextTryAt: Date;
}

/** Codes of ours for a write that is skipped: Salesforce has nothing to keep or to change. */
export const SKIP_CODES = ['TASK_DELETED', 'PERSON_DELETED', 'GONE', 'EMAIL_NOT_LOGGED', 'NO_FIELD'] as const;
export type SkipCode = (typeof SKIP_CODES)[number];

/** A write that is not done. Without a reason it is nothing to tell. */
export function skipped(target: WriteTarget, code: SkipCode, reason: string | null, at: Date): WriteResult {
  return { target, state: 'skipped', code, ...(reason === null ? {} : { reason }), at };
}

/** How the own write of an email ends whose Task somebody has deleted: gone is gone. */
export const TASK_DELETED = { code: 'TASK_DELETED', reason: 'The task was deleted in Salesforce.' } as const;

/** The writes of a fact that were tried. */
export async function findWrites(tx: Tx, orgId: string, activityId: string): Promise<StoredWrite[]> {
  const { rows } = await tx.query<StoredWrite>(
    `select target, state, attempts, next_try_at as "nextTryAt" from salesforce_writes where org_id = $1 and activity_id = $2`,
    [orgId, activityId],
  );
  return rows;
}

/** Keeps what each write came to, and what that makes of the fact. */
export async function saveWrites(tx: Tx, orgId: string, activityId: string, results: readonly WriteResult[]): Promise<void> {
  for (const { target, state, taskId, code, reason, nextTryAt, at } of results)
    await tx.query(
      `insert into salesforce_writes as w (org_id, activity_id, target, state, task_id, code, reason, attempts, next_try_at)
       values ($1, $2, $3, $4, $5, $6, $7, 1, $8)
       on conflict (org_id, activity_id, target) do update
          set state = excluded.state, task_id = excluded.task_id, code = excluded.code, reason = excluded.reason, attempts = w.attempts + 1,
              next_try_at = excluded.next_try_at
        where w.state = 'pending'`,
      [orgId, activityId, target, state, taskId ?? null, code ?? null, reason ?? null, nextTryAt ?? at],
    );
  await sumUp(tx, orgId, activityId);
}

/** The Task of an email was found to be deleted: that is what the email's own write has come to. */
export async function markTaskDeleted(tx: Tx, orgId: string, activityId: string): Promise<void> {
  await tx.query(
    `update salesforce_writes set state = 'skipped', task_id = null, code = $3, reason = $4
      where org_id = $1 and activity_id = $2 and target = 'own_task' and state = 'logged'`,
    [orgId, activityId, TASK_DELETED.code, TASK_DELETED.reason],
  );
  await sumUp(tx, orgId, activityId);
}

async function sumUp(tx: Tx, orgId: string, activityId: string): Promise<void> {
  await tx.query(
    `update activities a set writer_lease_until = null, next_try_at = coalesce(w.next_try_at, a.next_try_at),
            salesforce_state = case when w.pending then 'pending' when w.failed then 'failed' when w.logged then 'logged' else 'skipped' end
       from (select bool_or(state = 'pending') as pending, bool_or(state = 'failed') as failed, bool_or(state = 'logged') as logged,
                    min(next_try_at) filter (where state = 'pending') as next_try_at
               from salesforce_writes where org_id = $1 and activity_id = $2) w
      where a.org_id = $1 and a.id = $2`,
    [orgId, activityId],
  );
}
