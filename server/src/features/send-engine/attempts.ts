import type { Tx } from '../../platform/postgres.ts';
import { wireAddress } from '../../platform/email-address.ts';
import { EMAIL_FONT_SQL } from '../email-font/index.ts';
import { countDomains } from '../sending-limits/index.ts';
import { IS_OURS, type Lane } from './lane.ts';
import { PRIORITIES } from './queue-emails.ts';
import type { KeptBody } from './render-html.ts';
import type { SalesEmailReason } from './schemas.ts';

/** An email whose turn it is, with what decides whether and how it leaves. */
export interface DueEmail extends KeptBody {
  id: string;
  userId: string;
  userState: 'invited' | 'activated' | 'deactivated';
  personId: string;
  personName: string | null;
  toAddress: string;
  fromAddress: string;
  fromName: string | null;
  cc: string[];
  bcc: string[];
  subject: string;
  attempts: number;
  transientFailures: number;
  messageId: string | null;
  providerDraftId: string | null;
  followsEmailId: string | null;
  answersResponseId: string | null;
  attachmentIds: string[];
}

const DUE_EMAIL = `e.id, e.user_id as "userId", u.state as "userState", e.person_id as "personId", e.person_name as "personName",
  e.to_address as "toAddress", e.from_address as "fromAddress", e.from_name as "fromName", e.cc, e.bcc, e.subject,
  e.body_html as "bodyHtml", ${EMAIL_FONT_SQL} as font,
  e.body_is_clean as "bodyIsClean", e.attempts, e.transient_failures as "transientFailures", e.message_id as "messageId",
  e.provider_draft_id as "providerDraftId", e.follows_email_id as "followsEmailId", e.answers_response_id as "answersResponseId",
  e.attachment_ids as "attachmentIds"`;

/** What leaves first stands first. */
export const BY_PRIORITY = Object.values(PRIORITIES).sort((a, b) => a - b);

/** The email whose turn it is: interactive before bulk before campaign, each by the time it was due. Ask only while holding the lane. */
export async function findDueEmail(tx: Tx, lane: Lane, now: Date): Promise<DueEmail | null> {
  const { rows } = await tx.query<DueEmail>({
    name: 'find-due-email',
    text: `select ${DUE_EMAIL}
             from sales_emails e join users u on u.org_id = e.org_id and u.id = e.user_id
            where e.org_id = $1 and e.id = (select next_email_to_send($1, $2, $3, $4))`,
    values: [lane.orgId, lane.connectionId, BY_PRIORITY, now],
  });
  return rows[0] ?? null;
}

/**
 * An email that an earlier holder of the lane began to send and whose end nobody wrote down; null when there is none. Only for whoever
 * claims the lane.
 */
export async function findAbandonedEmail(tx: Tx, orgId: string, connectionId: string): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>({
    name: 'find-abandoned-email',
    text: `select id from sales_emails where org_id = $1 and email_connection_id = $2 and state = 'sending' limit 1`,
    values: [orgId, connectionId],
  });
  return rows[0]?.id ?? null;
}

/** Everybody who gets the email, as envelopes name them. */
export function recipientsOf({ toAddress, cc, bcc }: Pick<DueEmail, 'toAddress' | 'cc' | 'bcc'>): string[] {
  return [toAddress, ...cc, ...bcc].map(wireAddress);
}

export interface Intent {
  attempt: number;
  messageId: string;
  html: string;
  text: string;
  payloadSha256: Buffer;
  startedAt: Date;
}

/**
 * Intent before effect: the state, its line of history, the attempt and its places in all windows, in one statement that is committed
 * before the vendor is called. False when the email is not queued any more.
 */
export async function insertIntent(tx: Tx, lane: Lane, email: DueEmail, intent: Intent): Promise<boolean> {
  const recipients = recipientsOf(email);
  const domains = countDomains(recipients);
  const { rowCount } = await tx.query({
    name: 'insert-intent',
    text: `with moved as (
             update sales_emails set state = 'sending', state_reason = null, waits_for = null, look_again_at = null, updated_at = $5,
             attempts = $4, message_id = $6, sent_html = $7, sent_text = $8
              where org_id = $1 and id = $3 and email_connection_id = $2 and state = 'queued' and attempts = $4 - 1
             returning id, user_id),
           history as (
             insert into sales_email_history (org_id, sales_email_id, state, happened_at) select $1, id, 'sending', $5 from moved),
           counted as (
             insert into send_attempt_domains (org_id, sales_email_id, attempt, domain, recipients, counts_from)
             select $1, id, $4, d.domain, d.recipients, 'infinity' from moved, unnest($11::text[], $12::smallint[]) d (domain, recipients))
           insert into send_attempts (org_id, sales_email_id, attempt, payload_sha256, lane_fence, started_at, email_connection_id, user_id,
             recipients, counts_from)
           select $1, id, $4, $9, $10, $5, $2, user_id, $13, 'infinity' from moved`,
    values: [
      lane.orgId,
      lane.connectionId,
      email.id,
      intent.attempt,
      intent.startedAt,
      intent.messageId,
      intent.html,
      intent.text,
      intent.payloadSha256,
      lane.fence,
      [...domains.keys()],
      [...domains.values()],
      recipients.length,
    ],
  });
  return rowCount === 1;
}

export interface AttemptOutcome {
  outcome: 'refused' | 'rate_limited' | 'not_sent' | 'uncertain';
  at: Date;
  vendorCode?: string | undefined;
  vendorRequestId?: string | undefined;
}

/** A call that broke may still be under way to the vendor for as long as a call may take. */
const STILL_UNDER_WAY_MS = 60_000;

/**
 * Closes an attempt that was not accepted, as `recordSent` does those that were. What may have left keeps its place in the windows from
 * now on; what has not gives it back.
 */
export async function closeAttempt(tx: Tx, orgId: string, salesEmailId: string, attempt: number, outcome: AttemptOutcome): Promise<void> {
  const { at } = outcome;
  const countsFrom = {
    uncertain: new Date(at.getTime() + STILL_UNDER_WAY_MS),
    refused: null,
    rate_limited: null,
    not_sent: null,
  };
  await tx.query({
    name: 'close-attempt',
    text: `with closed as (
             update send_attempts set outcome = $4, finished_at = $5, vendor_code = coalesce($7, vendor_code),
                    vendor_request_id = coalesce($8, vendor_request_id),
                    counts_from = case when $6::timestamptz is not null then least(counts_from, $6) end
              where org_id = $1 and sales_email_id = $2 and attempt = $3),
           given_back as (
             delete from send_attempt_domains where org_id = $1 and sales_email_id = $2 and attempt = $3 and $6 is null)
           update send_attempt_domains set counts_from = least(counts_from, $6)
            where org_id = $1 and sales_email_id = $2 and attempt = $3 and $6 is not null`,
    values: [
      orgId,
      salesEmailId,
      attempt,
      outcome.outcome,
      at,
      countsFrom[outcome.outcome],
      outcome.vendorCode ?? null,
      outcome.vendorRequestId ?? null,
    ],
  });
}

/**
 * Committed before the call that makes the draft leave, so that the draft can be found again after a crash. False when the lane or the
 * email is lost.
 */
export async function saveProviderDraft(tx: Tx, lane: Lane, salesEmailId: string, attempt: number, draftId: string): Promise<boolean> {
  const { rowCount } = await tx.query({
    name: 'save-provider-draft',
    text: `with held as materialized (select from email_connections c where ${IS_OURS} for no key update of c)
           update sales_emails set provider_draft_id = $7
            where org_id = $1 and id = $5 and state = 'sending' and attempts = $6 and exists (select from held)`,
    values: [lane.orgId, lane.connectionId, lane.owner, lane.fence, salesEmailId, attempt, draftId],
  });
  return rowCount === 1;
}

/** An email that was handed to its vendor, with what the vendor can recognise it by. */
export interface AttemptedEmail {
  id: string;
  connectionId: string;
  attempt: number;
  messageId: string;
  providerDraftId: string | null;
  startedAt: Date;
}

const ATTEMPTED_EMAIL = `e.id, e.email_connection_id as "connectionId", e.attempts as attempt, e.message_id as "messageId",
  e.provider_draft_id as "providerDraftId", a.started_at as "startedAt"`;
const WITH_ATTEMPT = 'join send_attempts a on a.org_id = e.org_id and a.sales_email_id = e.id and a.attempt = e.attempts';

/** An email of unknown outcome. */
export interface OpenEmail extends AttemptedEmail {
  state: 'sending' | 'uncertain';
  reason: SalesEmailReason | null;
}

/** Null when the email is not in that state any more. */
export async function findOpenEmail(tx: Tx, orgId: string, id: string, state: OpenEmail['state']): Promise<OpenEmail | null> {
  const { rows } = await tx.query<OpenEmail>(
    `select ${ATTEMPTED_EMAIL}, e.state, e.state_reason as reason
       from sales_emails e ${WITH_ATTEMPT}
      where e.org_id = $1 and e.id = $2 and e.state = $3`,
    [orgId, id, state],
  );
  return rows[0] ?? null;
}

/** An email that left with this attempt and has no link to its message yet; null when there is none. */
export async function findSentEmail(tx: Tx, orgId: string, id: string, attempt: number): Promise<AttemptedEmail | null> {
  const { rows } = await tx.query<AttemptedEmail>(
    `select ${ATTEMPTED_EMAIL}
       from sales_emails e ${WITH_ATTEMPT}
      where e.org_id = $1 and e.id = $2 and e.attempts = $3 and e.state in ('sent', 'bounced') and e.web_link is null`,
    [orgId, id, attempt],
  );
  return rows[0] ?? null;
}
