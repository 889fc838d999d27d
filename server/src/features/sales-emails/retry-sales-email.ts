import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { KnownPerson, LookUpPerson } from '../people/index.ts';
import type { ActOnSalesEmail } from './cancel-sales-email.ts';
import { findSenderOf } from './find-sender-of.ts';
import { findRow, toRow } from './rows.ts';
import type { SalesEmailRow } from './schemas.ts';
import { findOwn } from './show-sales-email.ts';
import { moveSalesEmail } from './transitions.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  lookUpPerson: LookUpPerson;
}

/**
 * Sends a failed email again, at once, to the address that Salesforce has now and from the same identity, or from the mailbox that is
 * connected now.
 * AppError 409 with the reason when it still cannot leave.
 */
export const createRetrySalesEmail =
  ({ pool, clock, lookUpPerson }: Dependencies): ActOnSalesEmail =>
  async (orgId, userId, id) => {
    const { personId } = await inOrg(pool, orgId, (tx) => findOwn(tx, orgId, userId, id));
    if (!personId) throw notRetryable();
    const person = await lookUpPerson(orgId, userId, personId);
    if (person.optedOut) throw new AppError(409, 'recipient_opted_out', 'This person has opted out of email.');
    if (!person.email) throw new AppError(409, 'no_email_address', 'This person has no email address in Salesforce.');
    return inOrg(pool, orgId, (tx) => queueAgain(tx, orgId, userId, id, person, clock.now()));
  };

async function queueAgain(tx: Tx, orgId: string, userId: string, id: string, person: KnownPerson, now: Date): Promise<SalesEmailRow> {
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
    `update sales_emails set email_connection_id = $3, from_address = $4, from_name = $5, to_address = $6, person_name = $7, identity_id = $8, provider_draft_id = null
      where org_id = $1 and id = $2`,
    [orgId, id, sender.connectionId, sender.address, sender.name, person.email, person.name, sender.identityId],
  );
  await enqueue(tx, 'drain-mailbox', { orgId, emailConnectionId: sender.connectionId });
  const row = await findRow(tx, orgId, id);
  if (!row) throw notRetryable();
  return toRow(row, userId, now);
}

const notRetryable = (): AppError => new AppError(409, 'not_failed', 'Only an email that failed can be sent again.');
