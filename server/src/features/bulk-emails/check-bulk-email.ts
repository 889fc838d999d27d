import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { canonicalAddress } from '../../platform/canonical-address.ts';
import { findComposeSender, readSchedule, type FindSenderIdentities } from '../sales-emails/index.ts';
import { forecastFurther, PRIORITIES, type EmailsForecast } from '../send-engine/index.ts';
import type { AssessBulkEmail, Assessed } from './assess-bulk-email.ts';
import type { StoredBulkEmail } from './repository.ts';
import type { BulkCheck } from './schemas.ts';

/**
 * Who will get it and who will not, and when it leaves. AppError 404 `not_found`, 409 `bulk_email_accepted`; else what `salesforceProblem`
 * makes of a failure.
 */
export type CheckBulkEmail = (orgId: string, userId: string, id: string) => Promise<BulkCheck>;

interface Dependencies {
  pool: Pool;
  clock: Clock;
  assessBulkEmail: AssessBulkEmail;
  findSenderIdentities: FindSenderIdentities;
}

const NOBODY: EmailsForecast = { firstLeavesAt: null, lastLeavesAt: null, boundBy: null, tooManyWait: false };

export function createCheckBulkEmail({ pool, clock, assessBulkEmail, findSenderIdentities }: Dependencies): CheckBulkEmail {
  return async function checkBulkEmail(orgId, userId, id) {
    const { bulk, recipients } = await assessBulkEmail.find(orgId, userId, id);
    if (bulk.acceptedAt) throw new AppError('bulk_email_accepted');
    const assessed = await assessBulkEmail.assess(orgId, userId, bulk, recipients);
    const addresses = addressesOf(assessed);
    const times = addresses.length === 0 ? NOBODY : await forecast(orgId, userId, bulk, addresses);
    return {
      people: assessed.checked,
      willGet: addresses.length,
      firstLeavesAt: times.firstLeavesAt?.toISOString() ?? null,
      lastLeavesAt: times.lastLeavesAt?.toISOString() ?? null,
      boundBy: times.boundBy,
      tooManyWait: times.tooManyWait,
    };
  };

  async function forecast(orgId: string, userId: string, { schedule }: StoredBulkEmail, addresses: string[]): Promise<EmailsForecast> {
    const now = clock.now();
    const scheduledAt = schedule && dueAtOf(schedule, now);
    // A time that has passed is told when it is sent; until it is changed nothing leaves
    if (schedule && !scheduledAt) return NOBODY;
    return inOrg(pool, orgId, async (tx) => {
      const { undoSeconds } = await findComposeSender(tx, orgId, userId, findSenderIdentities);
      const dueAt = Math.max(now.getTime() + undoSeconds * 1000, scheduledAt?.getTime() ?? 0);
      const emails = addresses.map((address) => ({ dueAt, priority: PRIORITIES.bulk, recipients: [address] }));
      return forecastFurther(tx, orgId, userId, emails, now);
    });
  }
}

function addressesOf({ checked, now: { people } }: Assessed): string[] {
  return checked.flatMap(({ personId, reason }) => {
    const email = people.get(personId)?.email;
    return reason === null && email ? [canonicalAddress(email)] : [];
  });
}

function dueAtOf(schedule: NonNullable<StoredBulkEmail['schedule']>, now: Date): Date | null {
  try {
    return readSchedule(schedule, now).dueAt;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
