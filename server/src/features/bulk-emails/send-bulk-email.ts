import { createHash } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { AppError, invalidField } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { objectOf } from '../../providers/salesforce/index.ts';
import { checkAttachments, readSchedule, refusal, wallTimeOf, type TakesLargeEmails } from '../sales-emails/index.ts';
import { queueEmails, type Acceptance, type EmailToQueue } from '../send-engine/index.ts';
import type { AssessBulkEmail, Assessed } from './assess-bulk-email.ts';
import { unknown } from './change-bulk-email.ts';
import { findBulkEmail, holdBulkEmail, type StoredBulkEmail } from './repository.ts';
import type { BulkProgress, BulkReason } from './schemas.ts';
import { saveAcceptance, type Decided } from './send-repository.ts';
import { progressOf } from './show-progress.ts';

/**
 * Accepts the emails of all who can get one, in one transaction with what became of the others; whoever cannot get it is told in the
 * answer. Pressed twice, or again after an answer was lost, it answers with the progress and sends nothing twice. AppError 409
 * `bulk_email_changed` when the words or the people are not those that the rep saw; 409 `nobody_gets_it`; 400 `validation_failed` without a
 * subject, or for a time that has passed; 422 `picture_not_sendable` or `content_gone`; for its files what `checkAttachments` throws. What
 * keeps every email of the rep from leaving, such as a mailbox that is missing, refuses all and leaves the draft. Else what
 * `salesforceProblem` makes of a failure.
 */
export type SendBulkEmail = (orgId: string, userId: string, id: string, version: number) => Promise<BulkProgress>;

/** Characters of bodies in one statement: what Send holds in memory does not grow with the length of the words. */
const MOST_CHARACTERS = 1_000_000;
const MOST_EMAILS = 200;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  assessBulkEmail: AssessBulkEmail;
  takesLargeEmails: TakesLargeEmails;
}

export function createSendBulkEmail({ pool, clock, assessBulkEmail, takesLargeEmails }: Dependencies): SendBulkEmail {
  return async function sendBulkEmail(orgId, userId, id, version) {
    const { bulk, recipients } = await assessBulkEmail.find(orgId, userId, id);
    if (bulk.acceptedAt) return inOrg(pool, orgId, (tx) => progressOf(tx, orgId, userId, bulk, clock.now()));
    if (bulk.version !== version) throw new AppError('bulk_email_changed');
    if (!bulk.subject.trim() && recipients.some(({ subject }) => subject === null))
      throw invalidField('/subject', commonSentence('subjectNeeded'));
    const dueAt = bulk.schedule ? readSchedule(bulk.schedule, clock.now(), '/schedule').dueAt : null;
    const assessed = await assessBulkEmail.assess(orgId, userId, bulk, recipients);
    if (assessed.partProblem) throw assessed.partProblem;
    await checkFiles(orgId, userId, bulk, assessed);
    return inOrg(pool, orgId, async (tx) => {
      const held = await holdBulkEmail(tx, orgId, userId, id);
      if (!held) throw unknown();
      if (!held.acceptedAt) await accept(tx, orgId, userId, { bulk, held, dueAt, assessed });
      const accepted = await findBulkEmail(tx, orgId, userId, id);
      return progressOf(tx, orgId, userId, accepted ?? held, clock.now());
    });
  };

  /** Beside the longest of its emails, so that the files fit into each. */
  async function checkFiles(
    orgId: string,
    userId: string,
    { attachmentIds, identityId }: StoredBulkEmail,
    { checked, write, mostPictureBytes }: Assessed,
  ): Promise<void> {
    if (attachmentIds.length === 0) return;
    let bodyHtml = '';
    for (const { personId, reason } of checked) {
      const body = reason === null ? write(personId).bodyHtml : '';
      if (body.length > bodyHtml.length) bodyHtml = body;
    }
    const email = { attachmentIds, identityId, bodyHtml };
    await checkAttachments({ pool, takesLargeEmails }, orgId, userId, email, mostPictureBytes, clock.now());
  }

  async function accept(
    tx: Tx,
    orgId: string,
    userId: string,
    { bulk, held, dueAt, assessed }: { bulk: StoredBulkEmail; held: StoredBulkEmail; dueAt: Date | null; assessed: Assessed },
  ): Promise<void> {
    if (held.revision !== bulk.revision) throw new AppError('bulk_email_changed');
    const now = clock.now();
    const ids = assessed.checked.flatMap(({ personId, reason }) => (reason === null ? [personId] : []));
    const acceptances = new Map<string, Acceptance>();
    for (const batch of batches(ids, (personId) => toEmail(userId, bulk, personId, assessed, dueAt))) {
      const answers = await queueEmails(tx, orgId, batch, now);
      batch.forEach(({ written }, place) => acceptances.set(written.personId, answers[place] as Acceptance));
    }
    const decided = assessed.checked.map(({ personId, reason }) => decide(personId, reason, acceptances.get(personId), assessed));
    if (decided.every(({ salesEmailId }) => salesEmailId === null)) throw new AppError('nobody_gets_it');
    await saveAcceptance(tx, orgId, bulk.id, decided, now);
  }
}

/** BK-3: a message for each. The key is made of what it is, so that no person gets it twice. */
function toEmail(userId: string, bulk: StoredBulkEmail, personId: string, { write }: Assessed, dueAt: Date | null): EmailToQueue {
  const { subject, bodyHtml } = write(personId);
  const recordId = bulk.recordId ?? personId;
  return {
    userId,
    idempotencyKey: `bulk:${bulk.id}:${personId}`,
    hash: createHash('sha256')
      .update(JSON.stringify([bulk.id, personId]))
      .digest(),
    written: {
      recordId,
      recordObject: objectOf(recordId) ?? '',
      personId,
      cc: [],
      bcc: [],
      subject,
      bodyHtml,
      identityId: bulk.identityId,
      ...(bulk.templateId && { templateId: bulk.templateId }),
      ...(bulk.attachmentIds.length > 0 && { attachmentIds: bulk.attachmentIds }),
      ...(bulk.schedule && { wallTime: wallTimeOf(bulk.schedule) }),
    },
    // Everybody was looked at a moment ago
    mayLook: false,
    origin: 'bulk',
    priority: 'bulk',
    dueAt,
  };
}

function* batches(personIds: readonly string[], make: (personId: string) => EmailToQueue): Generator<EmailToQueue[]> {
  let batch: EmailToQueue[] = [];
  let characters = 0;
  for (const personId of personIds) {
    const email = make(personId);
    batch.push(email);
    characters += email.written.bodyHtml.length;
    if (batch.length < MOST_EMAILS && characters < MOST_CHARACTERS) continue;
    yield batch;
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield batch;
}

/** What something else has changed since the look a moment ago. */
const REASONS: Readonly<Partial<Record<Acceptance['outcome'], BulkReason>>> = {
  person_unknown: 'not_visible',
  look_first: 'not_visible',
  no_email_address: 'no_email_address',
  recipient_opted_out: 'opted_out',
  opt_out_unknown: 'opt_out_unknown',
};

/** Throws what refuses every email of the rep. */
function decide(personId: string, reason: BulkReason | null, acceptance: Acceptance | undefined, { now: { people } }: Assessed): Decided {
  const { name = null, email = null } = people.get(personId) ?? {};
  const person = { personId, personName: name, email };
  if (!acceptance) return { ...person, salesEmailId: null, notSentBecause: reason };
  const { outcome, id } = acceptance;
  if (outcome === 'accepted' || outcome === 'accepted_before') return { ...person, salesEmailId: id, notSentBecause: null };
  const notSentBecause = REASONS[outcome];
  if (!notSentBecause) throw refusal(outcome);
  return { ...person, salesEmailId: null, notSentBecause };
}
