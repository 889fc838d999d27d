import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { LookUpPerson } from '../people/index.ts';
import { createAcceptSalesEmail, type Acceptance, type AcceptanceOutcome } from './accept-sales-emails.ts';
import { normalizeDraft } from './normalize-draft.ts';
import type { DraftToSave } from './repository.ts';
import { findRow, toRow } from './rows.ts';
import type { Draft, SalesEmailRow } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPerson: LookUpPerson;
}

export type SendSalesEmail = (orgId: string, userId: string, idempotencyKey: string, draft: Draft) => Promise<SalesEmailRow>;

const REFUSALS: Readonly<Partial<Record<AcceptanceOutcome, [status: number, title: string]>>> = {
  key_reused: [422, 'This Idempotency-Key was used for another email.'],
  not_activated: [403, 'Activate MSI Actions first: the link is in your invitation, and in the panel.'],
  mailbox_missing: [409, 'Connect your mailbox first.'],
  mailbox_reconnect_required: [409, 'Connect your mailbox again: the connection has ended.'],
  recipient_opted_out: [409, 'This person has opted out of email.'],
  no_email_address: [409, 'This person has no email address in Salesforce.'],
};
const CODES: Readonly<Partial<Record<AcceptanceOutcome, string>>> = { key_reused: 'idempotency_key_reused' };

/**
 * Accepts a draft for delivery after the undo time. The row, its history, its job and the end of the draft commit together, so none is
 * ever lost; the same key with the same draft answers with the same email. EM-2: the address is the one in Salesforce.
 */
export const createSendSalesEmail = ({ pool, clock, lookUpPerson }: Dependencies): SendSalesEmail => {
  const acceptSalesEmail = createAcceptSalesEmail({ pool, clock });
  return async (orgId, userId, idempotencyKey, draft) => {
    const normal = normalizeDraft(draft);
    const hash = createHash('sha256').update(JSON.stringify(normal)).digest();
    const email = { userId, idempotencyKey, hash, draft: normal };
    let acceptance = await acceptSalesEmail(orgId, email);
    if (acceptance.outcome === 'person_unknown') {
      await lookUpPerson(orgId, userId, normal.personId);
      acceptance = await acceptSalesEmail(orgId, email);
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

const acceptedRow = (
  { id, personName, senderName, createdAt, dueAt }: Acceptance,
  userId: string,
  draft: DraftToSave,
  now: Date,
): SalesEmailRow =>
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
