import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { checkContent } from '../content/index.ts';
import { checkPictures } from '../email-pictures/index.ts';
import { holdAttachments } from '../files/index.ts';
import { lookUpPerson, PERSON_IS_FRESH_MS, type KnownPerson, type LookUpPeople } from '../people/index.ts';
import { checkRecipients, recipientProblem } from '../suppression/index.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import { findSenderOf } from './find-sender-of.ts';
import { changeEnvelope, enqueueDrain, type FreshenRecipients, moveSalesEmail } from '../send-engine/index.ts';
import type { StoredEmail } from './repository.ts';
import { findRow, toRow } from './rows.ts';
import type { SalesEmailRow } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPeople: LookUpPeople;
  freshenRecipients: FreshenRecipients;
}

/**
 * Sends a failed email again, at once, to the address that Salesforce has now and from the same identity, or from the mailbox that is
 * connected now.
 * AppError 409 with the reason when it still cannot leave.
 */
export function createRetrySalesEmail({ pool, clock, lookUpPeople, freshenRecipients }: Dependencies): ActOnSalesEmail {
  return async function retrySalesEmail(orgId, userId, id) {
    const email = await inOrg(pool, orgId, (tx) => findOwn(tx, orgId, userId, id));
    const { personId, cc, bcc } = email;
    if (!personId) throw notRetryable();
    const person = await lookUpPerson(lookUpPeople, orgId, userId, personId);
    await freshenRecipients(orgId, { userId, personId, to: person.email, cc, bcc });
    return inOrg(pool, orgId, (tx) => queueAgain(tx, orgId, email, person, clock.now()));
  };
}

async function queueAgain(tx: Tx, orgId: string, email: StoredEmail, person: KnownPerson, now: Date): Promise<SalesEmailRow> {
  const { id, userId, cc, bcc } = email;
  await checkPictures((read) => read(tx), orgId, userId, email.bodyHtml, now);
  await checkContent((read) => read(tx), orgId, email.bodyHtml);
  await holdAttachments(tx, orgId, userId, email.attachmentIds, now);
  const recipients = { userId, personId: person.id, to: person.email, cc, bcc };
  const { refused } = await checkRecipients(tx, orgId, recipients, new Date(now.getTime() - PERSON_IS_FRESH_MS));
  if (refused.length > 0) throw recipientProblem(refused, { personName: person.name, cc, bcc });
  if (!person.email) throw new AppError('no_email_address');
  const sender = await findSenderOf(tx, orgId, userId, id, now);
  const moved = await moveSalesEmail(tx, orgId, id, {
    from: ['failed'],
    to: 'queued',
    reason: 'retried_by_user',
    at: now,
    set: { due_at: now, waits_for: null, transient_failures: 0 },
  });
  if (!moved) throw notRetryable();
  const { connectionId, identityId, ...from } = sender;
  await changeEnvelope(tx, orgId, id, { connectionId, identityId, from, to: { address: person.email, name: person.name }, cc, bcc });
  await enqueueDrain(tx, orgId, connectionId);
  const row = await findRow(tx, orgId, id);
  if (!row) throw notRetryable();
  return toRow(row, userId, now);
}

function notRetryable(): AppError {
  return new AppError('not_failed');
}
