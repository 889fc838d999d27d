import type { Tx } from '../../platform/postgres.ts';
import type { Fact } from '../facts/index.ts';

export interface LoggedEmail {
  subject: string;
  recordObject: string;
  /** What the sender chose, else what Salesforce says of the sender. */
  timeZone: string | null;
  locale: string | null;
  language: string | null;
}

/** What the Task of a reply says of its email; null when the email is gone. */
export async function findLoggedEmail(tx: Tx, orgId: string, id: string): Promise<LoggedEmail | null> {
  const { rows } = await tx.query<LoggedEmail>(
    `select e.subject, e.record_object as "recordObject", coalesce(u.chosen_time_zone, u.time_zone) as "timeZone",
            coalesce(u.chosen_locale, u.locale) as locale, coalesce(u.chosen_language, u.language) as language
       from sales_emails e join users u on u.org_id = e.org_id and u.id = e.user_id
      where e.org_id = $1 and e.id = $2`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

/** What the Task may have in its description, in characters. */
const LONGEST_DESCRIPTION = 32_000;

/** The words of an email, and the names of its files in a line below; the words give way where both are too much. */
const DESCRIPTION = `(
  select concat(left(coalesce(e.sent_text, ''), ${String(LONGEST_DESCRIPTION)} - coalesce(length(line), 0)), line)
    from (select E'\\n\\nAttachments: ' || string_agg(f.name, ', ' order by array_position(e.attachment_ids, f.id)) as line
            from files f where f.org_id = e.org_id and f.id = any(e.attachment_ids)) files)`;

/** The Task of the sending (SF-11, SF-14, SF-15), in one statement: the words of the email do not travel for it. */
export async function queueTaskOfSending(tx: Tx, orgId: string, fact: Fact<'email_sent'>): Promise<void> {
  await tx.query({
    name: 'queue-task-of-sending',
    text: `select queue_salesforce_write($1, e.user_id, $2, 'Task', 'create', null, e.person_id, e.record_id, e.record_object, $4,
             jsonb_build_object('Subject', concat('Email: ', e.subject), 'Description', ${DESCRIPTION},
               'Type', 'Email', 'TaskSubtype', 'Email', 'MSE_Email_Status__c', 'sent'))
             from sales_emails e where e.org_id = $1 and e.id = $3`,
    values: [orgId, fact.id, fact.sourceId, fact.happenedAt],
  });
}
