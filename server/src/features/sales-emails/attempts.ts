import type { Tx } from '../../platform/postgres.ts';

/** A queued email with what decides whether and how it leaves. */
export interface DueEmail {
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
  bodyHtml: string;
  attempts: number;
  transientFailures: number;
  messageId: string | null;
  providerDraftId: string | null;
}

/** Locks a queued email until the transaction ends; null when it is not queued or not due any more. */
export async function lockDueEmail(tx: Tx, orgId: string, id: string, now: Date): Promise<DueEmail | null> {
  const { rows } = await tx.query<DueEmail>(
    `select e.id, e.user_id as "userId", u.state as "userState", e.person_id as "personId", e.person_name as "personName",
            e.to_address as "toAddress", e.from_address as "fromAddress", e.from_name as "fromName", e.cc, e.bcc, e.subject,
            e.body_html as "bodyHtml", e.attempts, e.transient_failures as "transientFailures", e.message_id as "messageId",
            e.provider_draft_id as "providerDraftId"
       from sales_emails e join users u on u.org_id = e.org_id and u.id = e.user_id
      where e.org_id = $1 and e.id = $2 and e.state = 'queued' and e.due_at <= $3
        for update of e`,
    [orgId, id, now],
  );
  return rows[0] ?? null;
}

export interface Intent {
  attempt: number;
  payloadSha256: Buffer;
  fence: string;
  startedAt: Date;
}

/** Intent before effect: this row is committed before the vendor is called. */
export async function insertIntent(tx: Tx, orgId: string, salesEmailId: string, intent: Intent): Promise<void> {
  await tx.query(
    `insert into send_attempts (org_id, sales_email_id, attempt, payload_sha256, lane_fence, started_at) values ($1, $2, $3, $4, $5, $6)`,
    [orgId, salesEmailId, intent.attempt, intent.payloadSha256, intent.fence, intent.startedAt],
  );
}

export interface AttemptOutcome {
  outcome: 'accepted' | 'refused' | 'rate_limited' | 'not_sent' | 'uncertain';
  at: Date;
  vendorCode?: string | undefined;
  vendorRequestId?: string | undefined;
}

export async function closeAttempt(tx: Tx, orgId: string, salesEmailId: string, attempt: number, outcome: AttemptOutcome): Promise<void> {
  await tx.query(
    `update send_attempts set outcome = $4, finished_at = $5, vendor_code = coalesce($6, vendor_code),
            vendor_request_id = coalesce($7, vendor_request_id)
      where org_id = $1 and sales_email_id = $2 and attempt = $3`,
    [orgId, salesEmailId, attempt, outcome.outcome, outcome.at, outcome.vendorCode ?? null, outcome.vendorRequestId ?? null],
  );
}

/** Committed before the call that makes the draft leave, so that the draft can be found again after a crash. */
export async function saveProviderDraft(tx: Tx, orgId: string, salesEmailId: string, attempt: number, draftId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update sales_emails set provider_draft_id = $4 where org_id = $1 and id = $2 and state = 'sending' and attempts = $3`,
    [orgId, salesEmailId, attempt, draftId],
  );
  return rowCount === 1;
}

/** An email of unknown outcome with what the vendor can recognise it by. */
export interface OpenEmail {
  id: string;
  state: 'sending' | 'uncertain';
  connectionId: string;
  attempt: number;
  messageId: string;
  providerDraftId: string | null;
  startedAt: Date;
}

export async function findOpenEmail(tx: Tx, orgId: string, id: string): Promise<OpenEmail | null> {
  const { rows } = await tx.query<OpenEmail>(
    `select e.id, e.state, e.email_connection_id as "connectionId", e.attempts as attempt, e.message_id as "messageId",
            e.provider_draft_id as "providerDraftId", a.started_at as "startedAt"
       from sales_emails e
       join send_attempts a on a.org_id = e.org_id and a.sales_email_id = e.id and a.attempt = e.attempts
      where e.org_id = $1 and e.id = $2 and e.state in ('sending', 'uncertain')`,
    [orgId, id],
  );
  return rows[0] ?? null;
}
