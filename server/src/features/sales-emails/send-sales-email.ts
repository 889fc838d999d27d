import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { checkContent } from '../content/index.ts';
import type { FillFields } from '../dynamic-fields/index.ts';
import { checkPictures } from '../email-pictures/index.ts';
import { findPeople, lookUpPerson, type LookUpPeople } from '../people/index.ts';
import { NO_RESPONSES } from '../responses/index.ts';
import { createAcceptSalesEmail, type Acceptance, type FreshenRecipients } from '../send-engine/index.ts';
import { checkAttachments, type TakesLargeEmails } from './check-attachments.ts';
import { fillDraft, needsFilling } from './fill-draft.ts';
import { normalizeDraft } from './normalize-draft.ts';
import { findAccepted, type DraftToSave } from './repository.ts';
import { refusal, refusalOf } from './refusals.ts';
import { findRow, toRow } from './rows.ts';
import { readSchedule } from './schedule.ts';
import type { Draft, SalesEmailRow } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
  freshenRecipients: FreshenRecipients;
  fillFields: FillFields;
  takesLargeEmails: TakesLargeEmails;
}

export type SendSalesEmail = (orgId: string, userId: string, idempotencyKey: string, draft: Draft) => Promise<SalesEmailRow>;

/**
 * Accepts a draft for delivery after the undo time. The row, its history, its job and the end of the draft commit together, so none is
 * ever lost; the same key with the same draft answers with the same email. EM-2: the address is the one in Salesforce. Its dynamic fields
 * are filled in with what Salesforce has now, also where it is to leave later: what is accepted has none any more.
 */
export function createSendSalesEmail(use: Dependencies): SendSalesEmail {
  const { pool, clock, lookUpPeople, freshenRecipients, fillFields } = use;
  const acceptSalesEmail = createAcceptSalesEmail({ pool, clock });

  const lookAtRecipients = async (orgId: string, userId: string, { personId, cc, bcc }: DraftToSave, isSeen: boolean): Promise<void> => {
    const person = isSeen
      ? (await inOrg(pool, orgId, (tx) => findPeople(tx, orgId, userId, [personId])))[0]
      : await lookUpPerson(lookUpPeople, orgId, userId, personId);
    await freshenRecipients(orgId, { userId, personId, to: person?.email ?? null, cc, bcc });
  };

  const rowOf = async (orgId: string, userId: string, id: string): Promise<SalesEmailRow> => {
    const row = await inOrg(pool, orgId, (tx) => findRow(tx, orgId, id));
    if (!row) throw refusal('accepted_before');
    return toRow(row, userId, clock.now());
  };

  return async function sendSalesEmail(orgId, userId, idempotencyKey, draft) {
    const normal = normalizeDraft(draft);
    const checkParts = async (email: DraftToSave): Promise<void> => {
      const pictureBytes = await checkPictures((read) => inOrg(pool, orgId, read), orgId, userId, email.bodyHtml, clock.now());
      await checkContent((read) => inOrg(pool, orgId, read), orgId, email.bodyHtml);
      await checkAttachments(use, orgId, userId, email, pictureBytes, clock.now());
    };
    await checkParts(normal);
    const hash = createHash('sha256').update(JSON.stringify(normal)).digest();
    let written = normal;
    if (needsFilling(normal) || normal.wallTime) {
      // A press that is repeated gets its email, whatever has become of the values and of its time since
      const before = await inOrg(pool, orgId, (tx) => findAccepted(tx, orgId, userId, idempotencyKey, hash));
      if (before && !before.isSame) throw refusal('key_reused');
      if (before) return rowOf(orgId, userId, before.id);
    }
    const dueAt = draft.schedule ? readSchedule(draft.schedule, clock.now(), '/schedule').dueAt : null;
    if (needsFilling(normal)) {
      written = await fillDraft(fillFields, orgId, userId, normal);
      await checkParts(written);
    }
    const email = { userId, idempotencyKey, hash, written, origin: 'compose', priority: 'interactive', dueAt } as const;
    let acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: true });
    if (acceptance.outcome === 'person_unknown' || acceptance.outcome === 'look_first') {
      await lookAtRecipients(orgId, userId, normal, acceptance.outcome === 'look_first');
      acceptance = await acceptSalesEmail(orgId, { ...email, mayLook: false });
    }

    const { outcome, id } = acceptance;
    // Which thread it is in, the row says
    if (outcome === 'accepted' && !normal.follows) return acceptedRow(acceptance, userId, written, clock.now());
    if (outcome !== 'accepted' && outcome !== 'accepted_before') throw refusalOf({ ...acceptance, outcome }, draft);
    return rowOf(orgId, userId, id);
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
