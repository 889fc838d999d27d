import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** Why the recipient's side refused an email (RFC 3463 classes, in words); the panel has one label per code. */
export const BounceReason = z
  .enum([
    'unknown_address',
    'unknown_domain',
    'mailbox_full',
    'mailbox_inactive',
    'message_too_large',
    'refused_by_policy',
    'taken_for_spam',
    'sender_blocked',
    'sending_limit',
    'not_reachable',
    'unknown',
  ])
  .meta({ id: 'BounceReason' });
export type BounceReason = z.infer<typeof BounceReason>;

const ReportRead = z
  .boolean()
  .nullable()
  .meta({ description: 'False: the mailbox permissions did not let us read the whole report. Null: not known' });

/** `hard`: the address does not exist. `blocked`: refused for another lasting reason. `soft`: not this time. */
export const BounceKind = z.enum(['hard', 'blocked', 'soft']).meta({ id: 'BounceKind' });
export type BounceKind = z.infer<typeof BounceKind>;

/** What came back to an email, at a glance. A soft bounce or a delay does not change the state. */
export const Responses = z
  .object({
    repliedAt: Timestamp.nullable(),
    repliedBy: z.string().nullable().meta({ description: 'Address of the first reply' }),
    autoRepliedAt: Timestamp.nullable(),
    outOfOfficeUntil: z.iso.date().nullable().meta({ description: 'First day back, as the person wrote it' }),
    delayedAt: Timestamp.nullable(),
    bouncedAt: Timestamp.nullable(),
    bounceKind: BounceKind.nullable(),
    bounceReason: BounceReason.nullable(),
    bounceReportRead: ReportRead,
  })
  .meta({ id: 'Responses' });
export type Responses = z.infer<typeof Responses>;

export const Response = z
  .object({
    id: z.uuid(),
    kind: z.enum(['reply', 'auto_reply', 'out_of_office', 'bounce', 'delay', 'complaint']),
    fromAddress: z.string().nullable(),
    fromRecipient: z.boolean().meta({ description: 'False for a colleague or for another address of the person' }),
    receivedAt: Timestamp,
    noticedAt: Timestamp,
    returnsOn: z.iso.date().nullable(),
    bounceKind: BounceKind.nullable(),
    bounceReason: BounceReason.nullable(),
    bounceReportRead: ReportRead,
    bounceCode: z.string().nullable().meta({ description: 'RFC 3463 status such as 5.1.1' }),
    bouncedAddress: z.string().nullable(),
  })
  .meta({ id: 'Response' });
export type Response = z.infer<typeof Response>;
