import { z } from 'zod';
import { FOLDERS } from '../entities.ts';
import { LIFECYCLE_EVENTS } from '../push.ts';

const MAX_LAG_MS = 10_000;
const rate = z.number().min(0).max(1);
const limit = z.int().min(1).nullable();

/** What `POST /sim/settings` changes; what is left out stays as it is. */
export const SettingsOrder = z.strictObject({
  sentCopyLagMs: z.int().min(0).max(MAX_LAG_MS).optional(),
  rewriteMessageId: z.boolean().optional(),
  userConsent: z.boolean().optional(),
  keepsMimeHeaders: z.boolean().optional(),
  emitsNamedHeaders: z.boolean().optional(),
  joinsDraftsByHeaders: z.boolean().optional(),
  failures: z.record(z.string(), z.strictObject({ at: z.enum(['authorize', 'token', 'refresh']), code: z.int() })).optional(),
  hidesItemsOnTheirWay: z.boolean().optional(),
  deltaListsHeaders: z.boolean().optional(),
  deltaRepeats: z.boolean().optional(),
  deliversMail: z.boolean().optional(),
  limits: z.strictObject({ concurrentRequests: limit, messagesPerMinute: limit, waitingMessages: limit }).partial().optional(),
  push: z
    .strictObject({
      off: z.boolean(),
      dropRate: rate,
      duplicateRate: rate,
      reorderRate: rate,
      delayMs: z.tuple([z.number().min(0), z.number().min(0)]),
      maxLifetimeMinutes: z.int().min(1),
      refusesDuplicates: z.boolean(),
      punishesSlowEndpoints: z.boolean(),
    })
    .partial()
    .optional(),
});

/** `POST /sim/accounts/<a>/expire-subscriptions`: with a word about it, unless they are to go silently. */
export const ExpiryOrder = z.strictObject({ silently: z.boolean().default(false) });

/** `POST /sim/accounts/<a>/lifecycle` */
export const LifecycleOrder = z.strictObject({ event: z.enum(LIFECYCLE_EVENTS) });

/** `POST /sim/accounts/<a>/filter`: what the owner's rule does with what arrives from now on; an empty order ends it. */
export const RuleOrder = z.strictObject({ markRead: z.boolean().default(false), moveTo: z.enum(FOLDERS).nullable().default(null) });
