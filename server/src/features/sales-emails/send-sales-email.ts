import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { checkPictures } from '../email-pictures/index.ts';
import { findPeople, lookUpPerson, type LookUpPeople } from '../people/index.ts';
import { NO_RESPONSES } from '../responses/index.ts';
import { createAcceptSalesEmail, type Acceptance, type FreshenRecipients } from '../send-engine/index.ts';
import { normalizeDraft } from './normalize-draft.ts';
import type { DraftToSave } from './repository.ts';
import { refusal, refusalOf } from './refusals.ts';
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
    await checkPictures((read) => inOrg(pool, orgId, read), orgId, userId, normal.bodyHtml, clock.now());
    const hash = createHash('sha256').update(JSON.stringify(normal)).digest();
    const email = { userId, idempotencyKey, hash, written: normal, origin: 'compose', priority: 'interactive', dueAt: null } as const;
    let acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: true });
    if (acceptance.outcome === 'person_unknown' || acceptance.outcome === 'look_first') {
      await lookAtRecipients(orgId, userId, normal, acceptance.outcome === 'look_first');
      acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: false });
    }

    const { outcome, id } = acceptance;
    // Which thread it is in, the row says
    if (outcome === 'accepted' && !normal.follows) return acceptedRow(acceptance, userId, normal, clock.now());
    if (outcome !== 'accepted' && outcome !== 'accepted_before') throw refusalOf({ ...acceptance, outcome }, draft);
    const row = await inOrg(pool, orgId, (tx) => findRow(tx, orgId, id));
    if (!row) throw refusal('accepted_before');
    return toRow(row, userId, clock.now());
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
