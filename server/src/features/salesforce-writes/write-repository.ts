import type { Pool, Tx } from '../../platform/postgres.ts';
import { MOST_RECORDS_PER_CALL, type RecordFields } from '../../providers/salesforce/index.ts';
import type { About } from './queue-write.ts';
import { TASK_DELETED, type WriteMode, type WriteResult, type WriteState } from './write-results.ts';

/** A write that this process tries now. */
export interface ClaimedWrite extends About {
  id: string;
  object: 'Task';
  mode: WriteMode;
  /** The external id; null with `update`. */
  key: string | null;
  happenedAt: Date;
  fields: RecordFields;
  /** This try included. */
  attempts: number;
  salesforceUserId: string;
  timeZone: string | null;
  /** With `update`: the write that made the record; null when there is none. */
  parent: { id: string; state: WriteState; code: string | null; salesforceId: string | null } | null;
  /** Whether its fact has a record of its own in Salesforce beside this change. */
  hasOwnRecord: boolean;
}

/**
 * Up to 200 due writes of a rep, each claimed for two minutes in the server's time. A change waits for the write that makes its record. The
 * claim commits before Salesforce is called, so a write that may be there already is known to have been tried.
 */
export async function claimWrites(tx: Tx, orgId: string, userId: string, now: Date): Promise<ClaimedWrite[]> {
  const { rows } = await tx.query<ClaimedWrite>(
    `with due as (
       select w.id from salesforce_writes w
        where w.org_id = $1 and w.user_id = $2 and w.state = 'pending' and w.next_try_at <= $3
          and coalesce(w.lease_until, '-infinity') < clock_timestamp()
          and not exists (select from salesforce_writes p where p.org_id = w.org_id and p.id = w.parent_id and p.state = 'pending')
        order by w.happened_at limit ${String(MOST_RECORDS_PER_CALL)} for update of w skip locked)
     update salesforce_writes w set attempts = w.attempts + 1, lease_until = clock_timestamp() + interval '2 minutes'
       from due join users u on u.org_id = $1 and u.id = $2 and u.salesforce_user_id is not null
      where w.org_id = $1 and w.id = due.id
     returning w.id, w.object, w.mode, w.key, w.person_id as "personId", w.record_id as "recordId", w.record_object as "recordObject",
       w.happened_at as "happenedAt", w.fields, w.attempts, u.salesforce_user_id as "salesforceUserId",
       coalesce(u.chosen_time_zone, u.time_zone) as "timeZone",
       (select jsonb_build_object('id', p.id, 'state', p.state, 'code', p.code, 'salesforceId', p.salesforce_id)
          from salesforce_writes p where p.org_id = w.org_id and p.id = w.parent_id) as parent,
       exists (select from salesforce_writes o where o.org_id = w.org_id and o.fact_id = w.fact_id
         and o.mode = 'create') as "hasOwnRecord"`,
    [orgId, userId, now],
  );
  // Activities of one account lock it: together they lock it once (C.5)
  return rows.sort((one, other) => placeOf(one).localeCompare(placeOf(other)));
}

function placeOf({ recordId, personId }: About): string {
  return `${recordId ?? ''}${personId ?? ''}`;
}

/**
 * Keeps what each write came to and gives it back. The words of an email stay with the email alone once they are in
 * Salesforce. That a Task was deleted also ends the write that had made it.
 */
export async function saveResults(tx: Tx, orgId: string, results: readonly WriteResult[]): Promise<void> {
  await tx.query(
    `update salesforce_writes w
        set state = r.state, salesforce_id = r.salesforce_id, code = r.code, reason = r.reason, lease_until = null,
            next_try_at = coalesce(r.next_try_at, w.next_try_at), payload_sha256 = coalesce(decode(r.sha256, 'hex'), w.payload_sha256),
            task_id = case when w.activity_id is not null then r.salesforce_id end,
            fields = case when r.state = 'logged' then w.fields - 'Description' else w.fields end
       from jsonb_to_recordset($2) r (id uuid, state text, salesforce_id text, code text, reason text, next_try_at timestamptz, sha256 text)
      where w.org_id = $1 and w.id = r.id and (w.state = 'pending' or (w.state = 'logged' and r.code = $3))`,
    [
      orgId,
      JSON.stringify(
        results.map(({ id, state, salesforceId, code, reason, nextTryAt, payloadSha256 }) => ({
          id,
          state,
          salesforce_id: salesforceId,
          code,
          reason,
          next_try_at: nextTryAt,
          sha256: payloadSha256,
        })),
      ),
      TASK_DELETED.code,
    ],
  );
}

/** When the next write of a rep is to be tried; null when none waits, or when the rep has no Salesforce user any more. */
export async function findNextTry(tx: Tx, orgId: string, userId: string): Promise<Date | null> {
  const { rows } = await tx.query<{ at: Date | null }>(
    `select min(greatest(w.next_try_at, 'epoch')) as at from salesforce_writes w
      where w.org_id = $1 and w.user_id = $2 and w.state = 'pending'
        and exists (select from users u where u.org_id = $1 and u.id = $2 and u.salesforce_user_id is not null)
        and not exists (select from salesforce_writes p where p.org_id = w.org_id and p.id = w.parent_id and p.state = 'pending')`,
    [orgId, userId],
  );
  return rows[0]?.at ?? null;
}

/** The reps of all orgs who have a write that was due by then. */
export async function listRepsWithDueWrites(pool: Pool, dueBy: Date): Promise<{ orgId: string; userId: string }[]> {
  const { rows } = await pool.query<{ orgId: string; userId: string }>(
    'select org_id as "orgId", user_id as "userId" from reps_with_due_writes($1)',
    [dueBy],
  );
  return rows;
}
