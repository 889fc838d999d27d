import pg from 'pg';
import type { World } from '../local-world/world.ts';

interface SentEmails {
  orgId: string;
  repEmail: string;
  leadId: string;
  count: number;
}

/**
 * Puts so many sent emails of the rep at a record, 17 minutes apart, as if they had left over the last days. They go past the service,
 * because a mailbox sends two a second.
 */
export async function addSentEmails({ database }: Pick<World, 'database'>, { orgId, repEmail, leadId, count }: SentEmails): Promise<void> {
  const client = new pg.Client({ connectionString: database.migration });
  await client.connect();
  try {
    await client.query(`select set_config('app.org_id', $1, false)`, [orgId]);
    const { rowCount } = await client.query(
      `insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, to_address,
         from_name, subject, body_html, state, created_at, updated_at, sent_at)
       select u.org_id, u.id, c.id, $2, 'Lead', $2, 'Lead', 'layla@waha.example', u.name, 'Email ' || n, '<p>Hi</p>', 'sent', at, at, at
         from users u join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state = 'connected',
              generate_series(1, $3::int) n, lateral (select now() - n * interval '17 minutes' as at) moment
        where u.email = $1`,
      [repEmail, leadId, count],
    );
    if (rowCount !== count) throw new Error(`${repEmail} got ${String(rowCount)} emails and not ${String(count)}.`);
  } finally {
    await client.end();
  }
}
