import type { Tx } from '../../platform/postgres.ts';
import type { Writer } from './quote.ts';
import type { FollowUp } from './schemas.ts';

/** An own email that another may follow. */
export interface EmailToFollow {
  hasLeft: boolean;
  subject: string;
  bodyHtml: string;
  sentAt: Date;
  fromName: string | null;
  fromAddress: string;
  toAddress: string;
  cc: string[];
  identityId: string | null;
  person: FollowUp['person'];
  writer: Writer;
}

/**
 * Null when the rep has sent no such email. Its person is the one of the record `recordId` where that has the address the email went to, as
 * a contact that the lead of then has become.
 */
export async function findEmailToFollow(
  tx: Tx,
  orgId: string,
  userId: string,
  id: string,
  recordId: string,
): Promise<EmailToFollow | null> {
  const { rows } = await tx.query<EmailToFollow>(
    `select e.state in ('sent', 'bounced') and e.person_id is not null as "hasLeft", e.subject, e.body_html as "bodyHtml",
            coalesce(e.sent_at, e.created_at) as "sentAt", e.from_name as "fromName", e.from_address as "fromAddress",
            e.to_address as "toAddress", e.cc, e.identity_id as "identityId",
            case when here.record_id is not null
              then json_build_object('id', here.record_id, 'name', here.name, 'email', here.email)
              else json_build_object('id', e.person_id, 'name', coalesce(p.name, e.person_name, ''), 'email', p.email) end as person,
            json_build_object('language', coalesce(u.chosen_language, u.language), 'locale', coalesce(u.chosen_locale, u.locale),
              'timeZone', coalesce(u.chosen_time_zone, u.time_zone)) as writer
       from sales_emails e
       join users u on u.org_id = e.org_id and u.id = e.user_id
       left join people p on p.org_id = e.org_id and p.user_id = e.user_id and p.record_id = e.person_id
       left join people here on here.org_id = e.org_id and here.user_id = e.user_id and here.record_id = $4
         and here.record_id <> e.person_id and here.address = (
           select r.address from email_recipients r where r.org_id = e.org_id and r.sales_email_id = e.id and r.field = 'to')
      where e.org_id = $1 and e.user_id = $2 and e.id = $3 and e.state <> 'draft'`,
    [orgId, userId, id, recordId],
  );
  return rows[0] ?? null;
}
