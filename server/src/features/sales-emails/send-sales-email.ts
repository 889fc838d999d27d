import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { PERSON_IS_FRESH_MS, type LookUpPerson } from '../people/index.ts';
import { normalizeDraft } from './normalize-draft.ts';
import type { DraftToSave } from './repository.ts';
import { findRow, toRow } from './rows.ts';
import type { Draft, SalesEmailRow } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPerson: LookUpPerson;
}

type Outcome =
  | 'accepted'
  | 'accepted_before'
  | 'person_unknown'
  | 'key_reused'
  | 'not_activated'
  | 'mailbox_missing'
  | 'mailbox_reconnect_required'
  | 'recipient_opted_out'
  | 'no_email_address';

interface Acceptance {
  outcome: Outcome;
  id: string;
  personName: string;
  senderName: string | null;
  createdAt: Date;
  dueAt: Date;
}

export type SendSalesEmail = (orgId: string, userId: string, idempotencyKey: string, draft: Draft) => Promise<SalesEmailRow>;

const REFUSALS: Readonly<Partial<Record<Outcome, [status: number, title: string]>>> = {
  key_reused: [422, 'This Idempotency-Key was used for another email.'],
  not_activated: [403, 'Activate MSI Actions first: the link is in your invitation, and in the panel.'],
  mailbox_missing: [409, 'Connect your mailbox first.'],
  mailbox_reconnect_required: [409, 'Connect your mailbox again: the connection has ended.'],
  recipient_opted_out: [409, 'This person has opted out of email.'],
  no_email_address: [409, 'This person has no email address in Salesforce.'],
};
const CODES: Readonly<Partial<Record<Outcome, string>>> = { key_reused: 'idempotency_key_reused' };

/**
 * Accepts a draft for delivery after the undo time. The row, its history, its job and the end of the draft commit together, so none is
 * ever lost; the same key with the same draft answers with the same email. EM-2: the address is the one in Salesforce.
 */
export const createSendSalesEmail = ({ pool, clock, lookUpPerson }: Dependencies): SendSalesEmail => {
  const accept = async (orgId: string, userId: string, key: string, draft: DraftToSave, now: Date): Promise<Acceptance> => {
    const hash = createHash('sha256').update(JSON.stringify(draft)).digest();
    const readAfter = new Date(now.getTime() - PERSON_IS_FRESH_MS);
    const { recordId, recordObject, personId, cc, bcc, subject, bodyHtml } = draft;
    // The function sets the org for row-level security itself: one round trip, where `inOrg` needs four
    const { rows } = await pool.query<Acceptance>({
      name: 'accept-sales-email',
      text: `select outcome, id, person_name as "personName", sender_name as "senderName", created_at as "createdAt", due_at as "dueAt"
               from accept_sales_email($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      values: [orgId, userId, now, readAfter, key, hash, recordId, recordObject, personId, JSON.stringify(cc), JSON.stringify(bcc), subject, bodyHtml],
    });
    return rows[0] as Acceptance;
  };
  const acceptOnce: typeof accept = async (...asked) => {
    try {
      return await accept(...asked);
    } catch (error) {
      // The same press of Send arrived twice at once, and the other one has just committed
      if ((error as { constraint?: string }).constraint === 'one_send_per_idempotency_key') return accept(...asked);
      throw error;
    }
  };

  return async (orgId, userId, idempotencyKey, draft) => {
    const normal = normalizeDraft(draft);
    let acceptance = await acceptOnce(orgId, userId, idempotencyKey, normal, clock.now());
    if (acceptance.outcome === 'person_unknown') {
      await lookUpPerson(orgId, userId, normal.personId);
      acceptance = await acceptOnce(orgId, userId, idempotencyKey, normal, clock.now());
    }

    const { outcome, id } = acceptance;
    if (outcome === 'accepted') return acceptedRow(acceptance, userId, normal, clock.now());
    if (outcome === 'accepted_before') {
      const row = await inOrg(pool, orgId, (tx) => findRow(tx, orgId, id));
      if (row) return toRow(row, userId, clock.now());
    }
    const [status, title] = REFUSALS[outcome] ?? [409, 'This email was changed while it was sent. Send it again.'];
    throw new AppError(status, CODES[outcome] ?? outcome, title);
  };
};

const acceptedRow = ({ id, personName, senderName, createdAt, dueAt }: Acceptance, userId: string, draft: DraftToSave, now: Date): SalesEmailRow =>
  toRow(
    {
      id,
      userId,
      subject: draft.subject,
      state: 'queued',
      stateReason: null,
      waitsFor: null,
      dueAt,
      lookAgainAt: null,
      nextSlotAt: null,
      mailboxState: 'connected',
      personId: draft.personId,
      personName,
      senderName,
      createdAt,
      sentAt: null,
    },
    userId,
    now,
  );
