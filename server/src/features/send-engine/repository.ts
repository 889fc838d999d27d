import type { Pool, Tx } from '../../platform/postgres.ts';
import type { Recipients } from '../suppression/index.ts';
import { BY_PRIORITY } from './attempts.ts';
import type { Lane } from './lane.ts';

/** The mailboxes of all orgs that have due mail and nobody who drains them. */
export async function listUndrained(pool: Pool, now: Date): Promise<{ orgId: string; id: string }[]> {
  const { rows } = await pool.query<{ orgId: string; id: string }>(
    'select org_id as "orgId", email_connection_id as id from undrained_mailboxes($1)',
    [now],
  );
  return rows;
}

/** The emails of all orgs whose outcome is unknown and whose time to look has come. */
export async function listOverdueUncertain(pool: Pool, now: Date): Promise<{ orgId: string; id: string }[]> {
  const { rows } = await pool.query<{ orgId: string; id: string }>(
    'select org_id as "orgId", sales_email_id as id from overdue_uncertain_emails($1)',
    [now],
  );
  return rows;
}

/** The orgs that have an email whose scheduled time has come. */
export async function listOrgsWithDueSchedules(pool: Pool, now: Date): Promise<{ orgId: string }[]> {
  const { rows } = await pool.query<{ orgId: string }>('select org_id as "orgId" from orgs_with_due_schedules($1)', [now]);
  return rows;
}

/** How many mailboxes of all orgs a worker holds, wait for one, and may not send yet. */
export async function countLanes(pool: Pool, now: Date): Promise<{ sending: number; waiting: number; held_back: number }> {
  const { rows } = await pool.query<{ sending: number; waiting: number; held_back: number }>(
    'select sending::int, waiting::int, held_back::int from count_lanes($1)',
    [now],
  );
  return rows[0] ?? { sending: 0, waiting: 0, held_back: 0 };
}

/**
 * The recipients of what leaves next, in its order. Each priority is asked for by itself, as in `next_email_to_send`: one question for all
 * would walk over every email that is not due yet.
 */
export async function findUpcoming(tx: Tx, lane: Lane, userId: string, now: Date, most: number): Promise<Recipients[]> {
  const { rows } = await tx.query<Recipients>({
    name: 'upcoming-recipients',
    text: `select e.user_id as "userId", e.person_id as "personId", e.to_address as "to", e.cc, e.bcc
             from unnest($5::smallint[]) wanted (priority)
            cross join lateral (
                  select * from sales_emails
                   where org_id = $1 and email_connection_id = $2 and state = 'queued' and priority = wanted.priority and due_at <= $3
                     and user_id = $4
                   order by due_at, created_at limit $6) e
            order by e.priority, e.due_at, e.created_at limit $6`,
    values: [lane.orgId, lane.connectionId, now, userId, BY_PRIORITY, most],
  });
  return rows;
}

interface Who {
  userId: string;
  personId: string | null;
  recordId: string | null;
}

/** Who sends an email to whom, and where it stands; null when it is gone. */
export async function findWhoOf(tx: Tx, orgId: string, id: string): Promise<Who | null> {
  const { rows } = await tx.query<Who>(
    `select user_id as "userId", person_id as "personId", record_id as "recordId" from sales_emails where org_id = $1 and id = $2`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

/** When the vendor is asked again about an email of unknown outcome; null: never by itself. */
export async function setNextLook(tx: Tx, orgId: string, id: string, attempt: number, at: Date | null): Promise<void> {
  await tx.query(`update sales_emails set look_again_at = $3 where org_id = $1 and id = $2 and state = 'uncertain' and attempts = $4`, [
    orgId,
    id,
    at,
    attempt,
  ]);
}
