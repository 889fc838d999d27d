import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { isTimeZone } from '../../platform/region.ts';
import { Said } from '../../platform/said-answers.ts';
import { EmailAddress, RecordId, Timestamp } from '../../platform/schemas.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { EmailContent } from '../content/schemas.ts';
import { CheckedPerson } from '../dynamic-fields/schemas.ts';
import { MOST_FILES } from '../files/index.ts';
import { Attachment } from '../files/schemas.ts';
import { SalesforceLog, UnloggedWrite } from '../salesforce-writes/index.ts';
import { BounceReason, Response, Responses } from '../responses/schemas.ts';
import { SalesEmailReason, SalesEmailState } from '../send-engine/schemas.ts';
import { BoundBy, BlockingLimit } from '../sending-limits/index.ts';
import { RefusedRecipient } from '../suppression/schemas.ts';
import { sentence } from './error-words/index.ts';

/** SC-1: when an email is to leave, as the clocks of a zone show it. 9:00 stays 9:00 where the zone changes its rules. */
export const Schedule = z
  .object({
    date: z.iso.date(),
    time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, asEnglish(sentence('timeUnreadable'))),
    zone: z
      .string()
      .max(100)
      .refine(isTimeZone, asEnglish(sentence('zoneUnknown'))),
  })
  .meta({ id: 'Schedule' });
export type Schedule = z.infer<typeof Schedule>;

/** What a schedule comes to. */
export const CheckedSchedule = z
  .object({
    leavesAt: Timestamp,
    note: Said.nullable().meta({ description: 'Where clocks skip this time on the day, or show it twice: what is chosen, as a sentence' }),
  })
  .meta({ id: 'CheckedSchedule' });

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
    limit: BlockingLimit.nullable().meta({ description: 'The sending limit, as it is set now, that makes the email wait' }),
    waitsUntil: Timestamp.nullable(),
    canUndo: z.boolean(),
    personId: z.string().nullable(),
    personName: z.string().nullable(),
    senderName: z.string().nullable(),
    sentByMe: z.boolean(),
    copiedTo: z
      .object({ field: z.enum(['cc', 'bcc']), personName: z.string() })
      .nullable()
      .meta({ description: 'The person of this panel who got it as a copy; null where that person stands in To. Bcc only for the sender' }),
    threadId: z.uuid().nullable().meta({ description: 'The first email of its thread; null for that itself' }),
    canFollowUp: z.boolean().meta({ description: 'Another email can follow it in its thread; only for the sender' }),
    canReply: z.boolean().meta({ description: 'A person has answered, and the answer may be read; only for the sender' }),
    responses: Responses.nullable().meta({ description: 'Null while nothing came back' }),
    createdAt: Timestamp,
    sentAt: Timestamp.nullable(),
    salesforce: SalesforceLog.nullable().meta({ description: 'What Salesforce knows of it; null before it was sent' }),
  })
  .meta({ id: 'SalesEmailRow' });
export type SalesEmailRow = z.infer<typeof SalesEmailRow>;

/** An own draft that waits to be continued. */
export const DraftRow = SalesEmailRow.extend({
  recordId: z.string().meta({ description: 'The record whose compose window continues it' }),
  updatedAt: Timestamp,
}).meta({ id: 'DraftRow' });
export type DraftRow = z.infer<typeof DraftRow>;

/** Newest first. `cursor` asks for the next page and is null on the last. */
export const SalesEmailList = z
  .object({
    salesEmails: z.array(SalesEmailRow),
    drafts: z.array(DraftRow).meta({ description: 'One’s own, only on the first page; `total` does not count them' }),
    total: z.int(),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'SalesEmailList' });
export type SalesEmailList = z.infer<typeof SalesEmailList>;

export const SalesEmail = SalesEmailRow.extend({
  isLimited: z.boolean().meta({ description: 'The org lets colleagues see its subject and state only' }),
  fromAddress: z.string().nullable(),
  to: z.string().nullable(),
  cc: z.array(z.string()),
  bcc: z.array(z.string()),
  html: z.string().nullable().meta({ description: 'The exact HTML that left, or that would leave' }),
  previewUrl: z.url().nullable().meta({ description: 'The same HTML for a sandboxed frame, for 5 minutes; null when there is none' }),
  messageUrl: z.url().nullable().meta({ description: 'The message in Gmail or Outlook; only for the sender' }),
  schedule: Schedule.nullable().meta({ description: 'The time of the clock that it waits for; only for the sender' }),
  history: z.array(z.object({ state: SalesEmailState, reason: SalesEmailReason.nullable(), happenedAt: Timestamp })),
  attachments: z.array(Attachment).meta({ description: 'Files that left with it, or will leave' }),
  content: z.array(EmailContent).meta({ description: 'CT-2: contents that its words link to, and who viewed what' }),
  responseList: z.array(Response).meta({ description: 'Everything that came back, oldest first' }),
  unloggedWrites: z.array(UnloggedWrite).meta({ description: 'What of the answers is not in Salesforce, and why' }),
}).meta({ id: 'SalesEmail' });
export type SalesEmail = z.infer<typeof SalesEmail>;

export const LONGEST_SUBJECT = 998;
/** More is not even looked at. How much fits, and what pasted pictures do to it, `checkHtml` says. */
const LONGEST_BODY = 1_000_000;

/** EM-2: exactly one person in To, named by record id; the address comes from Salesforce, never from the browser. */
export const Draft = z
  .object({
    recordId: RecordId.meta({ description: 'The record whose page the rep acts from' }),
    personId: RecordId.meta({ description: 'The Lead or Contact in To' }),
    cc: z.array(EmailAddress).max(25).default([]),
    bcc: z.array(EmailAddress).max(25).default([]),
    subject: z
      .string()
      .trim()
      .min(1, asEnglish(commonSentence('subjectNeeded')))
      .max(LONGEST_SUBJECT),
    bodyHtml: z.string().max(LONGEST_BODY, asEnglish(sentence('bodyTooLong'))),
    identityId: z.uuid().nullable().default(null).meta({ description: 'ID-1: a verified From address; null: the default one' }),
    followsEmailId: z.uuid().nullable().default(null).meta({ description: 'The own email whose thread it leaves in; null: it begins one' }),
    answersResponseId: z.uuid().nullable().default(null).meta({ description: 'The reply to that email which it answers' }),
    templateId: z.uuid().nullable().default(null).meta({ description: 'The template that it is written from, for its statistics' }),
    schedule: Schedule.nullable().default(null).meta({ description: 'When it is to leave; null: as soon as it may' }),
    attachmentIds: z.array(z.uuid()).max(MOST_FILES).default([]).meta({ description: 'CT-1: files that the rep has added' }),
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
    personEmail: z.string().nullable().meta({ description: 'The address of the person as it was last read from Salesforce' }),
    cc: z.array(z.string()),
    bcc: z.array(z.string()),
    subject: z.string(),
    bodyHtml: z.string(),
    lostPictures: z
      .array(z.string())
      .meta({ description: 'Names of pictures that only a browser or a mail program had: the draft cannot be sent with them' }),
    identityId: z.uuid().nullable(),
    followsEmailId: z.uuid().nullable(),
    answersResponseId: z.uuid().nullable(),
    templateId: z.uuid().nullable().meta({ description: 'It may be deleted since' }),
    schedule: Schedule.nullable().meta({ description: 'It may have passed since' }),
    attachmentIds: z.array(z.uuid()),
    attachments: z.array(Attachment).meta({ description: 'The files of these ids that are there, in their order' }),
    updatedAt: Timestamp,
    refused: z.array(RefusedRecipient).meta({ description: 'Who may not get it, as far as is known now' }),
  })
  .meta({ id: 'SavedDraft' });
export type SavedDraft = z.infer<typeof SavedDraft>;

/** DF-7: a draft as it would leave for one person. Fields that are unresolved stand in it as they were written. */
export const DraftPreview = CheckedPerson.extend({
  subject: z.string(),
  previewUrl: z.url().meta({ description: 'The exact HTML for a sandboxed frame, for 5 minutes' }),
  text: z.string().meta({ description: 'The part that mail programs show who read no HTML' }),
  prompts: z.array(z.string()).meta({ description: 'What the rep has yet to replace or remove' }),
}).meta({ id: 'DraftPreview' });
export type DraftPreview = z.infer<typeof DraftPreview>;

/** What an email begins with that follows another, or answers a reply to it. */
export const FollowUp = z
  .object({
    followsEmailId: z.uuid(),
    answersResponseId: z.uuid().nullable(),
    person: z.object({ id: z.string(), name: z.string(), email: z.string().nullable() }),
    cc: z.array(z.string()),
    subject: z.string(),
    identityId: z.uuid().nullable().meta({ description: 'As whom the earlier one left, where that can be chosen' }),
    quoteHtml: z.string().meta({ description: 'What is quoted below the signature; empty where there is a problem with it' }),
    quoteProblem: z.enum(['too_large', 'not_readable']).nullable(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUp = z.infer<typeof FollowUp>;

/** A person whose address an email came back from for good. */
export const BouncedPerson = z
  .object({
    personId: z.string(),
    address: z.string().meta({ description: 'As it was last read from Salesforce; no email to another address of the person counts' }),
    bouncedAt: Timestamp,
    reason: BounceReason.nullable().meta({ description: 'Null also where the email was one of a colleague that the rep may not see' }),
  })
  .meta({ id: 'BouncedPerson' });
export type BouncedPerson = z.infer<typeof BouncedPerson>;

/** Everything the compose window opens with, in one answer. */
export const Compose = z
  .object({
    from: z.object({ name: z.string().nullable(), address: z.string() }).nullable(),
    signatureHtml: z.string(),
    bodyStyle: z.string().meta({ description: 'CSS declarations of the block around the words: the font of the org’s emails' }),
    identities: z
      .array(z.object({ id: z.uuid(), name: z.string(), address: z.string(), signatureHtml: z.string(), isDefault: z.boolean() }))
      .meta({ description: 'Verified From addresses beside the mailbox; empty for most' }),
    leavesAt: Timestamp.nullable().meta({
      description: 'When one more email would leave, or when a mailbox that sends nothing is tried again; null: at once',
    }),
    boundBy: BoundBy.nullable().meta({ description: 'What makes it wait until then' }),
    tooManyWait: z.boolean().meta({ description: 'So many emails wait that nobody knows when it would leave' }),
    lastSent: z
      .object({ subject: z.string(), createdAt: Timestamp })
      .nullable()
      .meta({ description: 'One’s own last email from this record: words of it that a browser has kept are no draft any more' }),
    bounced: z.array(BouncedPerson).meta({ description: 'The people of the record whose address does not work' }),
    draft: SavedDraft.nullable(),
    followUp: FollowUp.nullable().meta({ description: 'Only where it was asked for' }),
    undoSeconds: z.int(),
    attachmentLimitBytes: z.int().meta({ description: 'CT-3: how much the files of an email may have together' }),
    attachmentLimitReason: z.enum(['mail_servers', 'mailbox_permission']).meta({
      description:
        'mail_servers: recipients get no more. mailbox_permission: Outlook takes no more without the permission for drafts. Emails from ' +
        'another address may have 20 MB',
    }),
    timeZone: z.string().nullable().meta({ description: 'In which the rep schedules; null: neither chosen nor said by Salesforce' }),
  })
  .meta({ id: 'Compose' });
export type Compose = z.infer<typeof Compose>;

export const Settlement = z.object({ decision: z.enum(['look_again', 'mark_as_sent', 'send_again']) }).meta({ id: 'Settlement' });
