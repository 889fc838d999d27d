import type { Tx } from '../../platform/postgres.ts';
import { factKey, type Facts } from '../facts/index.ts';
import { recordSent, moveSalesEmail } from '../send-engine/index.ts';
import type { BounceKind, BounceReason, Response } from './schemas.ts';
import type { SalesEmailState } from '../send-engine/schemas.ts';

/** A message in the sender's mailbox that answers one sales email. */
export interface NewResponse {
  salesEmailId: string;
  connectionId: string;
  providerMessageId: string;
  threadId: string | null;
  /** As its own headers name it; null where they do not. */
  messageId: string | null;
  kind: Response['kind'];
  fromAddress: string | null;
  fromRecipient: boolean;
  receivedAt: Date;
  noticedAt: Date;
  noticedBy: 'push' | 'poll' | 'reconcile';
  /** `YYYY-MM-DD`, with `out_of_office`. */
  returnsOn: string | null;
  /** With `bounce` and `delay`. */
  bounce: Bounce | null;
}

export interface Bounce {
  kind: BounceKind;
  reason: BounceReason;
  /** RFC 3463, such as 5.1.1. */
  code: string | null;
  /** Whose mail came back; null when the report does not say. */
  address: string | null;
  /** The person in To, whose bounce is the email's. Somebody in copy is only noted. */
  isPerson: boolean;
  /** The report was read as a whole. */
  isReportRead: boolean;
}

interface AnsweredEmail {
  state: SalesEmailState;
  attempts: number;
  userId: string;
  personId: string | null;
  recordId: string | null;
}

/**
 * Keeps one response and what follows from it for the email, in the caller's transaction: when it was first answered, that it bounced, the
 * fact and what follows from it. An email whose outcome was unknown is known to have left. False for a response that is known already, and
 * then nothing changes.
 */
export async function recordResponse(facts: Facts, tx: Tx, orgId: string, response: NewResponse): Promise<boolean> {
  const responseId = await insertResponse(tx, orgId, response);
  if (!responseId) return false;
  const email = await lockEmail(tx, orgId, response.salesEmailId);
  if (!email) return true;
  await settle(facts, tx, orgId, email, response);
  // A vendor's clock may be ahead of ours, and no fact happens in the future
  const happenedAt = new Date(Math.min(response.receivedAt.getTime(), response.noticedAt.getTime()));
  const { userId, personId, recordId } = email;
  const fact = { userId, personId, recordId, sourceId: response.salesEmailId, happenedAt };
  switch (response.kind) {
    case 'reply':
      await noteReply(tx, orgId, response);
      await facts.record(tx, orgId, {
        kind: 'email_replied',
        key: factKey('email_replied', responseId),
        ...fact,
        details: { responseId, fromAddress: response.fromAddress, receivedAt: response.receivedAt },
      });
      return true;
    case 'out_of_office':
    case 'auto_reply':
      await noteAutomaticReply(tx, orgId, response);
      return true;
    case 'delay':
      await tx.query('update sales_emails set delayed_at = greatest(delayed_at, $3) where org_id = $1 and id = $2', [
        orgId,
        response.salesEmailId,
        response.receivedAt,
      ]);
      return true;
    case 'bounce':
      if (await noteBounce(tx, orgId, response))
        await facts.record(tx, orgId, {
          kind: 'email_bounced',
          key: factKey('email_bounced', responseId),
          ...fact,
          details: { responseId },
        });
      return true;
    case 'complaint':
      return true;
  }
}

async function insertResponse(tx: Tx, orgId: string, response: NewResponse): Promise<string | null> {
  const { bounce } = response;
  const { rows } = await tx.query<{ id: string }>(
    `insert into responses (org_id, sales_email_id, connection_id, provider_message_id, kind, from_address, from_recipient, received_at,
       noticed_at, noticed_by, returns_on, bounce_kind, bounce_reason, bounce_code, bounced_address, bounce_report_read, message_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict do nothing returning id`,
    [
      orgId,
      response.salesEmailId,
      response.connectionId,
      response.providerMessageId,
      response.kind,
      response.fromAddress,
      response.fromRecipient,
      response.receivedAt,
      response.noticedAt,
      response.noticedBy,
      response.returnsOn,
      bounce?.kind ?? null,
      bounce?.reason ?? null,
      bounce?.code ?? null,
      bounce?.address ?? null,
      bounce?.isReportRead ?? null,
      response.messageId,
    ],
  );
  return rows[0]?.id ?? null;
}

async function lockEmail(tx: Tx, orgId: string, id: string): Promise<AnsweredEmail | null> {
  const { rows } = await tx.query<AnsweredEmail>(
    `select state, attempts, user_id as "userId", person_id as "personId", record_id as "recordId" from sales_emails
     where org_id = $1 and id = $2 for no key update`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

/** Whatever came back proves that the email left: it must not be sent a second time. */
async function settle(facts: Facts, tx: Tx, orgId: string, { state, attempts }: AnsweredEmail, response: NewResponse): Promise<void> {
  if (attempts === 0 || !['sending', 'uncertain', 'queued'].includes(state)) return;
  await recordSent(facts, tx, orgId, response.salesEmailId, {
    from: ['sending', 'uncertain', 'queued'],
    attempt: attempts,
    sent: { providerMessageId: null, providerThreadId: response.threadId, sentMessageId: null },
    reason: null,
    at: response.noticedAt,
  });
}

/** The earliest reply counts as the first, in whatever order they are noticed. */
async function noteReply(tx: Tx, orgId: string, { salesEmailId, receivedAt, fromAddress }: NewResponse): Promise<void> {
  await tx.query(
    `update sales_emails set replied_at = $3, replied_by = $4 where org_id = $1 and id = $2 and coalesce(replied_at, 'infinity') > $3`,
    [orgId, salesEmailId, receivedAt, fromAddress],
  );
}

async function noteAutomaticReply(tx: Tx, orgId: string, { salesEmailId, receivedAt, returnsOn }: NewResponse): Promise<void> {
  await tx.query(
    `update sales_emails set auto_replied_at = least(auto_replied_at, $3), out_of_office_until = greatest(out_of_office_until, $4::date)
      where org_id = $1 and id = $2`,
    [orgId, salesEmailId, receivedAt, returnsOn],
  );
}

/** True when the email is bounced now and was not before. A soft bounce changes no state, and never hides a lasting one. */
async function noteBounce(tx: Tx, orgId: string, { salesEmailId, receivedAt, noticedAt, bounce }: NewResponse): Promise<boolean> {
  if (!bounce?.isPerson) return false;
  await tx.query(
    `update sales_emails set bounced_at = $3, bounce_kind = $4, bounce_reason = $5, bounce_code = $6, bounce_report_read = $7
      where org_id = $1 and id = $2 and coalesce(bounce_kind, 'soft') = 'soft'`,
    [orgId, salesEmailId, receivedAt, bounce.kind, bounce.reason, bounce.code, bounce.isReportRead],
  );
  if (bounce.kind === 'soft') return false;
  // Why is part of the bounce; the reasons of a state are about the sender's side
  return moveSalesEmail(tx, orgId, salesEmailId, { from: ['sent'], to: 'bounced', reason: null, at: noticedAt });
}
