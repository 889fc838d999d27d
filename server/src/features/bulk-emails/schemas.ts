import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { RecordId, Timestamp } from '../../platform/schemas.ts';
import { FieldProblem } from '../dynamic-fields/schemas.ts';
import { MOST_FILES } from '../files/index.ts';
import { Attachment } from '../files/schemas.ts';
import { Compose, LONGEST_SUBJECT, Schedule } from '../sales-emails/schemas.ts';
import { SalesEmailReason, SalesEmailState } from '../send-engine/schemas.ts';
import { BoundBy } from '../sending-limits/index.ts';
import { sentence } from './error-words/index.ts';

/** As many as Salesforce lets somebody select in a list (PN-28). */
export const MOST_PEOPLE = 200;

const PersonIds = z
  .array(RecordId)
  .min(1)
  .max(MOST_PEOPLE, asEnglish(sentence('tooManyPeople', { limit: MOST_PEOPLE })));

/** Whom a bulk email begins with, and the Account or Opportunity that it is written from. */
export const NewBulkEmail = z
  .object({
    recordId: RecordId.nullable().default(null).meta({ description: 'Null: from a list, and each email stands at its person' }),
    personIds: PersonIds.meta({ description: 'Leads and Contacts' }),
  })
  .meta({ id: 'NewBulkEmail' });
export type NewBulkEmail = z.infer<typeof NewBulkEmail>;

export const MorePeople = z.object({ personIds: PersonIds }).meta({ id: 'MorePeople' });

/** What everybody gets who has no words of their own. It may still be empty: it is kept from the first letter on. */
export const BulkWords = z
  .object({
    subject: z.string().max(LONGEST_SUBJECT),
    bodyHtml: z.string().max(1_000_000),
    identityId: z.uuid().nullable().default(null),
    templateId: z.uuid().nullable().default(null),
    schedule: Schedule.nullable().default(null),
    attachmentIds: z.array(z.uuid()).max(MOST_FILES).default([]).meta({ description: 'CT-1: files that everybody gets' }),
  })
  .meta({ id: 'BulkWords' });
export type BulkWords = z.infer<typeof BulkWords>;

/** Two windows may have the same draft open. */
export const SaveBulkWords = BulkWords.extend({
  version: z
    .int()
    .nullable()
    .default(null)
    .meta({ description: 'Of the words that these began from; null: they replace whatever there is' }),
}).meta({ id: 'SaveBulkWords' });
export type SaveBulkWords = z.infer<typeof SaveBulkWords>;

/** Better than BK-1: what one person gets in the place of the words for all. It stays when those change. */
export const OwnWords = z
  .object({ subject: z.string().max(LONGEST_SUBJECT), bodyHtml: z.string().max(1_000_000) })
  .meta({ id: 'OwnWords' });
export type OwnWords = z.infer<typeof OwnWords>;

export const DespiteBounce = z.object({ value: z.boolean() }).meta({ id: 'DespiteBounce' });

/** Why a person gets nothing. The page has a sentence for each; nobody is left out silently (unlike BK-4). */
export const BulkReason = z
  .enum([
    'no_email_address',
    'same_address',
    'opted_out',
    'address_opted_out',
    'opt_out_unknown',
    'bounced',
    'not_visible',
    'fields_unresolved',
    'prompts_left',
    'no_subject',
    'too_large',
  ])
  .meta({ id: 'BulkReason' });
export type BulkReason = z.infer<typeof BulkReason>;

export const BulkPerson = z
  .object({
    personId: z.string(),
    personName: z.string().nullable().meta({ description: 'Null where Salesforce does not show the person to the rep' }),
    email: z.string().nullable(),
    hasOwnWords: z.boolean(),
    sendsDespiteBounce: z.boolean().meta({ description: 'The rep wants it sent though an email to this address came back' }),
  })
  .meta({ id: 'BulkPerson' });
export type BulkPerson = z.infer<typeof BulkPerson>;

export const BulkEmailState = z.enum(['draft', 'accepted']).meta({ id: 'BulkEmailState' });
export type BulkEmailState = z.infer<typeof BulkEmailState>;

/** One email to many, one message for each (BK-3). A draft of it is kept (better than EM-3). */
export const BulkEmail = BulkWords.extend({
  id: z.uuid(),
  recordId: z.string().nullable(),
  recordName: z.string().nullable(),
  state: BulkEmailState,
  version: z.int().meta({ description: 'One more with each change of the words for all; Send names it' }),
  updatedAt: Timestamp,
  people: z.array(BulkPerson).meta({ description: 'In the order in which they were chosen' }),
  attachments: z.array(Attachment).meta({ description: 'The files of these ids that are there, in their order' }),
  sender: Compose.pick({
    from: true,
    signatureHtml: true,
    bodyStyle: true,
    identities: true,
    undoSeconds: true,
    timeZone: true,
    attachmentLimitBytes: true,
    attachmentLimitReason: true,
  }),
}).meta({ id: 'BulkEmail' });
export type BulkEmail = z.infer<typeof BulkEmail>;

/** What the words and Salesforce come to for one person at this moment. */
export const CheckedRecipient = z
  .object({
    personId: z.string(),
    reason: BulkReason.nullable().meta({ description: 'Why this person gets nothing as things stand; null: gets it' }),
    sameAddressAs: z.string().nullable().meta({ description: 'Who gets it at the same address, by name' }),
    bouncedAt: Timestamp.nullable().meta({ description: 'When an email to this address came back for good' }),
    unresolved: z.array(FieldProblem),
    blank: z.array(z.string()).meta({ description: 'Fields that leave as nothing' }),
    prompts: z.array(z.string()).meta({ description: 'What the rep has yet to replace or remove' }),
  })
  .meta({ id: 'CheckedRecipient' });
export type CheckedRecipient = z.infer<typeof CheckedRecipient>;

/** Who will get it and who will not, and when it leaves. */
export const BulkCheck = z
  .object({
    people: z.array(CheckedRecipient),
    willGet: z.int(),
    firstLeavesAt: Timestamp.nullable().meta({ description: 'Null: nobody gets it, or nobody knows when' }),
    lastLeavesAt: Timestamp.nullable(),
    boundBy: BoundBy.nullable().meta({ description: 'What makes the last one wait' }),
    tooManyWait: z.boolean(),
  })
  .meta({ id: 'BulkCheck' });
export type BulkCheck = z.infer<typeof BulkCheck>;

export const BulkSend = z
  .object({ version: z.int().meta({ description: 'Of the words that the rep saw when Send was pressed' }) })
  .meta({ id: 'BulkSend' });

/** What became of the email to one person. */
export const BulkOutcome = z
  .object({
    personId: z.string(),
    personName: z.string().nullable(),
    email: z.string().nullable(),
    salesEmailId: z.uuid().nullable(),
    state: SalesEmailState.nullable().meta({ description: 'Null: it was not accepted, and `notSentBecause` says why' }),
    reason: SalesEmailReason.nullable().meta({ description: 'Why it is in this state' }),
    notSentBecause: BulkReason.nullable(),
  })
  .meta({ id: 'BulkOutcome' });
export type BulkOutcome = z.infer<typeof BulkOutcome>;

/** How far an accepted bulk email is. */
export const BulkProgress = z
  .object({
    id: z.uuid(),
    subject: z.string(),
    recordId: z.string().nullable(),
    recordName: z.string().nullable(),
    acceptedAt: Timestamp,
    schedule: Schedule.nullable(),
    accepted: z.int().meta({ description: 'Emails that were taken' }),
    waiting: z.int().meta({ description: 'Of these, how many have not left and can still be stopped' }),
    lastLeavesAt: Timestamp.nullable().meta({ description: 'When the last that waits leaves; null: none waits, or nobody knows' }),
    tooManyWait: z.boolean(),
    people: z.array(BulkOutcome),
  })
  .meta({ id: 'BulkProgress' });
export type BulkProgress = z.infer<typeof BulkProgress>;

/** A rep’s own drafts and what is under way, last touched first. */
export const BulkEmailList = z
  .object({
    bulkEmails: z.array(
      z.object({
        id: z.uuid(),
        subject: z.string(),
        recordName: z.string().nullable(),
        state: BulkEmailState,
        people: z.int(),
        waiting: z.int(),
        updatedAt: Timestamp,
      }),
    ),
  })
  .meta({ id: 'BulkEmailList' });
export type BulkEmailList = z.infer<typeof BulkEmailList>;
