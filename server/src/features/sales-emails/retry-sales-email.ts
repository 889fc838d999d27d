import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { lookUpPerson, PERSON_IS_FRESH_MS, type KnownPerson, type LookUpPeople } from '../people/index.ts';
import { checkRecipients, recipientProblem } from '../suppression/index.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import { findSenderOf } from './find-sender-of.ts';
import { enqueueDrain, type FreshenRecipients, moveSalesEmail } from '../send-engine/index.ts';
import { changeRecipients } from './recipients.ts';
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
  // A failed email has certainly not left, so a draft that was prepared with the old address is not used again
  await tx.query(
    `update sales_emails set email_connection_id = $3, from_address = $4, from_name = $5, to_address = $6, person_name = $7,
     identity_id = $8, provider_draft_id = null, refused_recipients = '{}'
      where org_id = $1 and id = $2`,
    [orgId, id, sender.connectionId, sender.address, sender.name, person.email, person.name, sender.identityId],
  );
  await changeRecipients(tx, orgId, id, { to: person.email, cc, bcc });
  await enqueueDrain(tx, orgId, sender.connectionId);
  const row = await findRow(tx, orgId, id);
  if (!row) throw notRetryable();
  return toRow(row, userId, now);
}

function notRetryable(): AppError {
  return new AppError('not_failed');
}
