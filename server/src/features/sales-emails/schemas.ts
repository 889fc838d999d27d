import { z } from 'zod';
import { EmailAddress, RecordId, Timestamp } from '../../platform/schemas.ts';
import { SalesforceLog, UntoldWrite } from '../activities/index.ts';
import { BoundBy, LimitInTheWay } from '../sending-limits/index.ts';
import { RefusedRecipient } from '../suppression/schemas.ts';

export const SalesEmailState = z
  .enum(['draft', 'scheduled', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'bounced'])
  .meta({ id: 'SalesEmailState' });

export type SalesEmailState = z.infer<typeof SalesEmailState>;

/** Why a sales email is where it is; the panel has one label per code. */
export const SalesEmailReason = z
  .enum([
    'undo_window',
    'mailbox_busy',
    'mailbox_rate_limited',
    'minute_limit',
    'daily_limit',
    'user_daily_limit',
    'org_limit',
    'domain_limit',
    'mailbox_reconnect_required',
    'mailbox_disconnected',
    'mailbox_blocked',
    'mailbox_full',
    'provider_unavailable',
    'provider_refused',
    'recipient_refused',
    'sender_refused',
    'message_too_large',
    'recipient_opted_out',
    'opt_out_unknown',
    'no_answer_from_provider',
    'cannot_look_in_sent_mail',
    'server_keeps_no_copy',
    'found_in_sent_mail',
    'not_in_sent_mail',
    'marked_by_user',
    'retried_by_user',
    'cancelled_by_user',
    'user_deactivated',
    'stopped_by_admin',
    'channel_unavailable',
  ])
  .meta({ id: 'SalesEmailReason' });
export type SalesEmailReason = z.infer<typeof SalesEmailReason>;

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
    bounceCode: z.string().nullable().meta({ description: 'RFC 3463 status such as 5.1.1' }),
    bouncedAddress: z.string().nullable(),
  })
  .meta({ id: 'Response' });
export type Response = z.infer<typeof Response>;

export const SalesEmailRow = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    state: SalesEmailState,
    reason: SalesEmailReason.nullable(),
    refusedRecipients: z.array(z.string()).meta({
      description:
        'Whom the reason is about, where it is about recipients: who said no, or whom the mail provider did not take; only for the sender',
    }),
    limit: LimitInTheWay.nullable().meta({ description: 'The sending limit, as it is set now, that makes the email wait' }),
    waitsUntil: Timestamp.nullable(),
    canUndo: z.boolean(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    senderName: z.string().nullable(),
    sentByMe: z.boolean(),
    responses: Responses.nullable().meta({ description: 'Null while nothing came back' }),
    createdAt: Timestamp,
    sentAt: Timestamp.nullable(),
  })
  .meta({ id: 'SalesEmailRow' });
export type SalesEmailRow = z.infer<typeof SalesEmailRow>;

/** Newest first. `cursor` asks for the next page and is null on the last. */
export const SalesEmailList = z
  .object({ salesEmails: z.array(SalesEmailRow), total: z.int(), cursor: z.string().nullable() })
  .meta({ id: 'SalesEmailList' });
export type SalesEmailList = z.infer<typeof SalesEmailList>;

export const SalesEmail = SalesEmailRow.extend({
  fromAddress: z.string().nullable(),
  to: z.string().nullable(),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  html: z.string().nullable().meta({ description: 'The exact HTML that left, or that would leave' }),
  previewUrl: z.url().nullable().meta({ description: 'The same HTML for a sandboxed frame, for 5 minutes; null when there is none' }),
  history: z.array(z.object({ state: SalesEmailState, reason: SalesEmailReason.nullable(), happenedAt: Timestamp })),
  responseList: z.array(Response).meta({ description: 'Everything that came back, oldest first' }),
  salesforce: SalesforceLog.nullable(),
  untoldWrites: z.array(UntoldWrite).meta({ description: 'What of the answers is not in Salesforce, and why' }),
}).meta({ id: 'SalesEmail' });
export type SalesEmail = z.infer<typeof SalesEmail>;

/** More is not even looked at. How much fits, and what pasted pictures do to it, `checkHtml` says. */
const LONGEST_BODY = 1_000_000;

/** EM-2: exactly one person in To, named by record id; the address comes from Salesforce, never from the browser. */
export const Draft = z
  .object({
    recordId: RecordId.meta({ description: 'The record whose page the rep acts from' }),
    personId: RecordId.meta({ description: 'The Lead or Contact in To' }),
    cc: z.array(EmailAddress).max(25).default([]),
    bcc: z.array(EmailAddress).max(25).default([]),
    subject: z.string().trim().min(1, 'A subject is needed.').max(998),
    bodyHtml: z.string().max(LONGEST_BODY, 'This text is too long. Shorten it, and take out pasted pictures.'),
    identityId: z.uuid().nullable().default(null).meta({ description: 'ID-1: a verified From address; null: the default one' }),
  })
  .meta({ id: 'Draft' });
export type Draft = z.infer<typeof Draft>;

/** EM-3: kept as soon as subject and recipient exist. */
export const SavedDraft = z
  .object({
    id: z.uuid(),
    recordId: z.string(),
    personId: z.string(),
    personName: z.string().nullable(),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string(),
    bodyHtml: z.string(),
    lostPictures: z
      .array(z.string())
      .meta({ description: 'Names of pictures that only a browser or a mail program had: the draft cannot be sent with them' }),
    identityId: z.uuid().nullable(),
    updatedAt: Timestamp,
    refused: z.array(RefusedRecipient).meta({ description: 'Who may not get it, as far as is known now' }),
  })
  .meta({ id: 'SavedDraft' });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** Everything the compose window opens with, in one answer. */
export const Compose = z
  .object({
    from: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
    signatureHtml: z.string(),
    identities: z
      .array(z.object({ id: z.uuid(), name: z.string(), address: z.string(), signatureHtml: z.string(), isDefault: z.boolean() }))
      .meta({ description: 'Verified From addresses beside the mailbox; empty for most' }),
    leavesAt: Timestamp.nullable().meta({
      description: 'When one more email would leave, or when a mailbox that sends nothing is tried again; null: at once',
    }),
    boundBy: BoundBy.nullable().meta({ description: 'What makes it wait until then' }),
    draft: SavedDraft.nullable(),
    undoSeconds: z.int(),
  })
  .meta({ id: 'Compose' });
export type Compose = z.infer<typeof Compose>;

export const Settlement = z.object({ decision: z.enum(['look_again', 'mark_as_sent', 'send_again']) }).meta({ id: 'Settlement' });
