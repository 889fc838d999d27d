import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { findPeople, lookUpPerson, type LookUpPeople } from '../people/index.ts';
import { NO_RESPONSES } from '../responses/index.ts';
import { createAcceptSalesEmail, type Acceptance, type FreshenRecipients } from '../send-engine/index.ts';
import { refuseLostPictures } from '../../platform/rich-text/lost-pictures.ts';
import { normalizeDraft } from './normalize-draft.ts';
import type { DraftToSave } from './repository.ts';
import { refusalOf } from './refusals.ts';
import { findRow, toRow } from './rows.ts';
import type { Draft, SalesEmailRow } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
  freshenRecipients: FreshenRecipients;
}

export type SendSalesEmail = (orgId: string, userId: string, idempotencyKey: string, draft: Draft) => Promise<SalesEmailRow>;

/**
 * Accepts a draft for delivery after the undo time. The row, its history, its job and the end of the draft commit together, so none is
 * ever lost; the same key with the same draft answers with the same email. EM-2: the address is the one in Salesforce.
 */
export function createSendSalesEmail({ pool, clock, lookUpPeople, freshenRecipients }: Dependencies): SendSalesEmail {
  const acceptSalesEmail = createAcceptSalesEmail({ pool, clock });

  const lookAtRecipients = async (orgId: string, userId: string, { personId, cc, bcc }: DraftToSave, isSeen: boolean): Promise<void> => {
    const person = isSeen
      ? (await inOrg(pool, orgId, (tx) => findPeople(tx, orgId, userId, [personId])))[0]
      : await lookUpPerson(lookUpPeople, orgId, userId, personId);
    await freshenRecipients(orgId, { userId, personId, to: person?.email ?? null, cc, bcc });
  };

  return async function sendSalesEmail(orgId, userId, idempotencyKey, draft) {
    const normal = normalizeDraft(draft);
    refuseLostPictures(normal.bodyHtml);
    const hash = createHash('sha256').update(JSON.stringify(normal)).digest();
    const email = { userId, idempotencyKey, hash, written: normal, origin: 'compose', priority: 'interactive', dueAt: null } as const;
    let acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: true });
    if (acceptance.outcome === 'person_unknown' || acceptance.outcome === 'look_first') {
      await lookAtRecipients(orgId, userId, normal, acceptance.outcome === 'look_first');
      acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: false });
    }

    const { outcome, id } = acceptance;
    if (outcome === 'accepted') return acceptedRow(acceptance, userId, normal, clock.now());
    if (outcome === 'accepted_before') {
      const row = await inOrg(pool, orgId, (tx) => findRow(tx, orgId, id));
      if (row) return toRow(row, userId, clock.now());
    }
    throw refusalOf({ ...acceptance, outcome }, draft);
  };
}

function acceptedRow(
  { id, state, personName, senderName, createdAt, dueAt }: Acceptance,
  userId: string,
  draft: DraftToSave,
  now: Date,
): SalesEmailRow {
  return toRow(
    {
      id,
      userId,
      subject: draft.subject,
      state,
      stateReason: null,
      waitsFor: null,
      refusedRecipients: [],
      dueAt,
      lookAgainAt: null,
      nextSlotAt: null,
      slotReason: null,
      mailboxState: 'connected',
      personId: draft.personId,
      personName,
      senderName,
      createdAt,
      sentAt: null,
      salesforce: null,
      workersAreLate: null,
      colleaguesSee: 'everything',
      bcc: [],
      firstEmailId: null,
      readsReplies: false,
      ...NO_RESPONSES,
    },
    userId,
    now,
  );
}
