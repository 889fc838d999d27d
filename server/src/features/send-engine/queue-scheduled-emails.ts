import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { enqueueQuietly, type JobHandler } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { enqueueDrain } from './drain-job.ts';
import { listOrgsWithDueSchedules } from './repository.ts';

/** The job that queues the emails whose scheduled time has come. `accept_sales_emails` has its name and keys too. */
export const QUEUE_SCHEDULED_EMAILS = 'queue-scheduled-emails';

/** A campaign may have scheduled thousands for the same minute; cancelling one waits no longer than this many take. */
const MOST_AT_ONCE = 1_000;

interface Dependencies {
  pool: Pool;
  clock: Clock;
}

const Payload = z.object({ orgId: z.string() });

/** Job: queues what an org has scheduled until now. Safe to run twice: each email is queued once. */
export function createQueueScheduledEmails({ pool, clock }: Dependencies): JobHandler {
  return async function queueScheduledEmails(payload, { signal }) {
    const { orgId } = Payload.parse(payload);
    let queued = MOST_AT_ONCE;
    while (queued === MOST_AT_ONCE && !signal.aborted) queued = await inOrg(pool, orgId, (tx) => queueDue(tx, orgId, clock.now()));
  };
}

/**
 * Adds that job for every org with an email whose time has come: what a lost job left, and what became due because the clock was put
 * forward.
 */
export function createSweepScheduledEmails({ pool, clock }: Dependencies) {
  return async function sweepScheduledEmails(): Promise<void> {
    await enqueueQuietly(pool, QUEUE_SCHEDULED_EMAILS, await listOrgsWithDueSchedules(pool, clock.now()), ({ orgId }) => ({
      payload: { orgId },
      key: `${QUEUE_SCHEDULED_EMAILS}:${orgId}`,
    }));
  };
}

/** In the transaction that schedules an email for another time: the job of that second, as `accept_sales_emails` adds it. */
export async function enqueueSchedule(tx: Tx, orgId: string, dueAt: Date, now: Date): Promise<void> {
  await tx.query(
    `select jobs.enqueue_quietly($1, json_build_object('orgId', $2::text), later.run_at,
              concat($1::text, ':', $2::text, ':', extract(epoch from later.run_at)::bigint))
       from (select date_trunc('second', statement_timestamp() + ($3::timestamptz - $4::timestamptz)) + interval '1 second' as run_at)
            later`,
    [QUEUE_SCHEDULED_EMAILS, orgId, dueAt, now],
  );
}

/**
 * Many in one statement, with their lines of history and the jobs of their mailboxes. One that somebody is about to cancel is left to the
 * next time. Answers how many there were.
 */
async function queueDue(tx: Tx, orgId: string, now: Date): Promise<number> {
  const { rows } = await tx.query<{ connectionId: string }>(
    `with due as (
       select id from sales_emails where org_id = $1 and state = 'scheduled' and due_at <= $2
        order by due_at limit $3 for no key update skip locked),
     queued as (
       update sales_emails e set state = 'queued', updated_at = $2 from due where e.org_id = $1 and e.id = due.id and e.state = 'scheduled'
       returning e.id, e.email_connection_id),
     history as (
       insert into sales_email_history (org_id, sales_email_id, state, happened_at) select $1, id, 'queued', $2 from queued)
     select email_connection_id as "connectionId" from queued`,
    [orgId, now, MOST_AT_ONCE],
  );
  const connectionIds = new Set(rows.map(({ connectionId }) => connectionId));
  await Promise.all([...connectionIds].map((id) => enqueueDrain(tx, orgId, id)));
  return rows.length;
}
