import type { Tx } from '../../platform/postgres.ts';
import { refusal, type RefusedOutcome } from './refusals.ts';

/** What an email is refused with that cannot leave as it was written. */
export const SENDER_PROBLEMS = ['mailbox_missing', 'mailbox_reconnect_required', 'identity_not_verified', 'team_smtp_missing'] as const;

export interface Sender {
  connectionId: string;
  /** The id of the mailbox where the email leaves as the mailbox itself. */
  identityId: string;
  address: string;
  name: string | null;
}

interface Row extends Sender {
  problem: RefusedOutcome | null;
}

/**
 * As whom an email leaves that was accepted before: the identity it was written as, or the mailbox of now in the place of an earlier one.
 * AppError 409 with the reason when that is not possible any more.
 */
export async function findSenderOf(tx: Tx, orgId: string, userId: string, salesEmailId: string, now: Date): Promise<Sender> {
  const { rows } = await tx.query<Row>(
    `with email as (
       select e.identity_id, c.id as mailbox_id, c.state as mailbox_state, c.address, coalesce(c.display_name, u.name) as name,
              e.identity_id is null
              or exists (select from email_connections m where m.org_id = e.org_id and m.id = e.identity_id) as is_mailbox
         from sales_emails e join users u on u.org_id = e.org_id and u.id = e.user_id
         left join email_connections c on c.org_id = e.org_id and c.user_id = e.user_id and c.state <> 'disconnected'
           and c.provider <> 'smtp'
        where e.org_id = $1 and e.user_id = $2 and e.id = $3)
     select case when mailbox_id is null then 'mailbox_missing'
                 when mailbox_state <> 'connected' then 'mailbox_reconnect_required' end as problem,
            mailbox_id as "connectionId", mailbox_id as "identityId", address, name
       from email where is_mailbox
     union all
     select coalesce(s.problem,
                     case when s.channel = 'mailbox' and email.mailbox_state <> 'connected' then 'mailbox_reconnect_required' end),
            s.connection_id, s.identity_id, s.address, s.name
       from email cross join lateral choose_identity($1, $2, email.identity_id, email.mailbox_id, $4) s where not is_mailbox`,
    [orgId, userId, salesEmailId, now],
  );
  const [row] = rows;
  if (!row) throw refusal('identity_not_verified');
  const { problem, ...sender } = row;
  if (problem) throw refusal(problem);
  return sender;
}
