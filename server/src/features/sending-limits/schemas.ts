import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

function Count(max: number) {
  return z.int().min(1).max(max);
}

/** TH-1: one throttle for everybody's mailbox, and what a day may hold. Every limit is a rolling window. */
export const SendingLimits = z
  .object({
    batchSize: Count(500),
    batchWaitSeconds: z.int().min(0).max(3_600).meta({ description: 'No more than batchSize emails leave a mailbox within this time' }),
    mailboxPerMinute: Count(60),
    mailboxPerDay: Count(10_000),
    userPerDay: Count(10_000),
    orgPerDay: Count(1_000_000).nullable().meta({ description: 'null: no limit' }),
    domainPerDay: Count(100_000).nullable().meta({ description: 'Recipients of one domain, whoever writes to them; null: no limit' }),
  })
  .meta({ id: 'SendingLimits' });
export type SendingLimits = z.infer<typeof SendingLimits>;

/**
 * What an email waits for, as it is set now; the panel has one sentence per name. A vendor's ceiling counts where the admin's limit is
 * above it.
 */
export const BlockingLimit = z
  .object({
    name: z.enum([
      'batch',
      'mailbox_per_minute',
      'mailbox_per_day',
      'user_per_day',
      'org_per_day',
      'domain_per_day',
      'provider_per_minute',
      'provider_per_day',
      'provider_recipients_per_day',
    ]),
    count: z.int().meta({ description: 'No more than so many' }),
    seconds: z.int().meta({ description: 'within any so many seconds' }),
  })
  .meta({ id: 'BlockingLimit' });
export type BlockingLimit = z.infer<typeof BlockingLimit>;

/** TH-2: what a vendor takes at most; a higher limit of the admin's changes nothing for its mailboxes. */
export const VendorCeiling = z
  .object({ perMinute: z.int(), perDay: z.int(), unit: z.enum(['emails', 'recipients']) })
  .meta({ id: 'VendorCeiling' });

export const SendingLimitsPage = z
  .object({
    limits: SendingLimits,
    defaults: SendingLimits,
    ceilings: z.object({ google: VendorCeiling, microsoft: VendorCeiling }),
    updatedAt: Timestamp.nullable(),
    updatedBy: z.string().nullable(),
  })
  .meta({ id: 'SendingLimitsPage' });
export type SendingLimitsPage = z.infer<typeof SendingLimitsPage>;

/** Why a mailbox sends nothing at all. It is tried again by itself; nobody knows when it sends again. */
export const MAILBOX_TROUBLES = ['mailbox_blocked', 'mailbox_full', 'provider_unavailable'] as const;

/** What makes an email wait; the panel has one sentence per code. */
export const BoundBy = z
  .enum([
    'spacing',
    'minute_limit',
    'daily_limit',
    'user_daily_limit',
    'org_limit',
    'domain_limit',
    'mailbox_rate_limited',
    ...MAILBOX_TROUBLES,
  ])
  .meta({ id: 'BoundBy' });
export type BoundBy = z.infer<typeof BoundBy>;

/** When the last of the caller's waiting emails, and of `more` further ones, would leave under the limits of now. */
export const SendingForecast = z
  .object({
    waiting: z.int().meta({ description: "How many of the caller's emails wait; 10,000 where they are more" }),
    tooManyWait: z.boolean().meta({ description: 'More emails wait than are looked at: nobody knows when the last one leaves' }),
    firstLeavesAt: Timestamp.nullable(),
    lastLeavesAt: Timestamp.nullable(),
    boundBy: BoundBy.nullable().meta({
      description:
        'What makes the last one wait; null when nothing does. Where the mailbox sends nothing at all, the times hold if its next try ' +
        'succeeds',
    }),
    limit: BlockingLimit.nullable().meta({ description: 'Which limit that is; null when it is none, or is not known' }),
  })
  .meta({ id: 'SendingForecast' });
export type SendingForecast = z.infer<typeof SendingForecast>;
