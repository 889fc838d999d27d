import { z } from 'zod';
import { asEnglish } from '../../platform/english-sentences.ts';
import { RecordId, Timestamp } from '../../platform/schemas.ts';
import { SalesEmailState } from '../send-engine/schemas.ts';
import { sentence } from './error-words/index.ts';

/** Of an org. TP: 2,000 are promised. */
export const MOST_TEMPLATES = 10_000;
/** Of an org. */
export const MOST_CATEGORIES = 500;
export const MOST_PINNED = 5;
/** TP-8 */
export const MOST_CRITERIA = 3;
/** TP-5 */
export const UNUSED_AFTER_DAYS = 90;
/** More is not even looked at. How much fits `checkHtml` says. */
const LONGEST_BODY = 1_000_000;

/** One line that can be seen: nothing that moves, hides or turns around what stands beside it. */
const SEEN = /^(?=.*[\p{L}\p{N}\p{P}\p{S}])[^\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]*$/u;

const TemplateName = z
  .string()
  .trim()
  .min(1, asEnglish(sentence('nameNeeded')))
  .max(120, asEnglish(sentence('nameTooLong')))
  .regex(SEEN, asEnglish(sentence('nameUnseen')));
const CategoryName = z
  .string()
  .trim()
  .min(1, asEnglish(sentence('categoryNameNeeded')))
  .max(80, asEnglish(sentence('categoryNameTooLong')))
  .regex(SEEN, asEnglish(sentence('nameUnseen')));

const NamedTeam = z.object({ id: z.uuid(), name: z.string() });

const SharedWith = z.object({ everyone: z.boolean(), teams: z.array(NamedTeam) });

export const TemplateRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    subject: z.string(),
    categoryId: z.uuid().nullable().meta({ description: 'Null while it is archived' }),
    categoryName: z.string().nullable(),
    owner: z.object({ id: z.uuid(), name: z.string() }),
    isMine: z.boolean(),
    canEdit: z.boolean().meta({ description: 'The owner, and admins where it is shared' }),
    sharedWith: SharedWith,
    isFavourite: z.boolean(),
    isArchived: z.boolean(),
    isNonCommercial: z.boolean(),
    lastUsedAt: Timestamp.nullable().meta({ description: 'When an email from it was last accepted, of anybody' }),
    sent: z.int(),
    replied: z.int(),
    updatedAt: Timestamp,
  })
  .meta({ id: 'TemplateRow' });
export type TemplateRow = z.infer<typeof TemplateRow>;

export const TemplateList = z
  .object({ templates: z.array(TemplateRow), total: z.int(), cursor: z.string().nullable() })
  .meta({ id: 'TemplateList' });
export type TemplateList = z.infer<typeof TemplateList>;

export const TEMPLATE_VIEWS = ['all', 'mine', 'favourites', 'shared', 'unshared', 'unused', 'archived'] as const;
export const TEMPLATE_SORTS = ['name', 'updated', 'used', 'sent'] as const;

/** It has the name of a template in it. */
const ListCursor = z.string().max(1_200).optional();
const SearchText = z.string().trim().max(200);

export const TemplateQuestion = z.object({
  view: z.enum(TEMPLATE_VIEWS).default('all'),
  categoryId: z.uuid().optional(),
  search: SearchText.default('').meta({ description: 'Words in any order, in name, subject and text; case and accents do not count' }),
  sort: z.enum(TEMPLATE_SORTS).default('name'),
  cursor: ListCursor,
  asUserId: z.uuid().optional().meta({ description: 'TP-9, for admins: the list as this user sees it' }),
});
export type TemplateQuestion = z.infer<typeof TemplateQuestion>;

export const CONDITIONS = ['equals', 'not_equals', 'contains', 'not_contains'] as const;

const Criterion = z.object({
  field: z.string().trim().min(1).max(120).meta({ description: 'The name of a dynamic field, such as `title`' }),
  condition: z.enum(CONDITIONS),
  value: z.string().trim().max(255),
});
export type Criterion = z.infer<typeof Criterion>;

/** TP-8: for whom a template is recommended. Without criteria it is for nobody in particular. */
export const Criteria = z
  .object({ join: z.enum(['all', 'any']), list: z.array(Criterion).max(MOST_CRITERIA, asEnglish(sentence('tooManyCriteria'))) })
  .meta({ id: 'TemplateCriteria' });
export type Criteria = z.infer<typeof Criteria>;

export const Template = TemplateRow.extend({
  bodyHtml: z.string(),
  notes: z.string(),
  criteria: Criteria,
  version: z.int().meta({ description: 'For the next save: it is refused when somebody else has saved meanwhile' }),
  statistics: z.object({
    sent: z.int(),
    replied: z.int(),
    bounced: z.int(),
    people: z.int().meta({ description: 'How many people got an email from it' }),
    lastUsedAt: Timestamp.nullable(),
  }),
}).meta({ id: 'Template' });
export type Template = z.infer<typeof Template>;

const Subject = z
  .string()
  .trim()
  .max(998, asEnglish(sentence('subjectTooLong')));
const BodyHtml = z.string().max(LONGEST_BODY, asEnglish(sentence('bodyTooLong')));
const Notes = z.string().max(10_000, asEnglish(sentence('notesTooLong')));

/** TP-1: private until it is shared. */
export const NewTemplate = z
  .object({
    name: TemplateName,
    categoryId: z.uuid(),
    subject: Subject.default(''),
    bodyHtml: BodyHtml.default(''),
    notes: Notes.default(''),
    isNonCommercial: z.boolean().default(false),
    criteria: Criteria.default({ join: 'all', list: [] }),
  })
  .meta({ id: 'NewTemplate' });
export type NewTemplate = z.infer<typeof NewTemplate>;

export const TemplateWords = z
  .object({
    name: TemplateName,
    categoryId: z.uuid(),
    subject: Subject,
    bodyHtml: BodyHtml,
    notes: Notes,
    isNonCommercial: z.boolean(),
    criteria: Criteria,
    version: z.int().min(1).meta({ description: 'The version that was shown' }),
  })
  .meta({ id: 'TemplateWords' });
export type TemplateWords = z.infer<typeof TemplateWords>;

export const TemplateSharing = z
  .object({
    everyone: z.boolean(),
    teamIds: z.array(z.uuid()).max(20),
    categoryId: z.uuid().optional().meta({ description: 'TP-2: moves it there in the same step' }),
  })
  .meta({ id: 'TemplateSharing' });
export type TemplateSharing = z.infer<typeof TemplateSharing>;

export const IntoCategory = z.object({ categoryId: z.uuid() });

/** An own email that was written from a template. */
const TemplateEmail = z.object({
  id: z.uuid(),
  subject: z.string(),
  state: SalesEmailState,
  recordId: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  createdAt: Timestamp,
  sentAt: Timestamp.nullable(),
  repliedAt: Timestamp.nullable(),
});
export type TemplateEmail = z.infer<typeof TemplateEmail>;

/** Newest first. Only one's own: `statistics` counts those of everybody. */
export const TemplateEmails = z.object({ emails: z.array(TemplateEmail), cursor: z.string().nullable() }).meta({ id: 'TemplateEmails' });
export type TemplateEmails = z.infer<typeof TemplateEmails>;

export const TemplateCategory = z
  .object({
    id: z.uuid(),
    name: z.string(),
    templates: z.int().meta({ description: 'Those that the caller sees, without archived ones' }),
    canChange: z.boolean().meta({ description: 'Rename and delete: whoever made it, and admins' }),
    mayShareInto: z.boolean(),
    grants: SharedWith.meta({ description: 'TP-3: who may share into it while sharing is restricted' }),
  })
  .meta({ id: 'TemplateCategory' });
export type TemplateCategory = z.infer<typeof TemplateCategory>;

export const TemplateCategories = z
  .object({
    categories: z.array(TemplateCategory),
    pinned: z.array(z.uuid()).meta({ description: 'In the order of the user' }),
    restrictsSharing: z.boolean(),
    teams: z.array(NamedTeam).meta({ description: 'With whom the caller may share; all teams for admins' }),
    bodyStyle: z.string().meta({ description: 'CSS declarations of the block around the words: the font of the org’s emails' }),
  })
  .meta({ id: 'TemplateCategories' });
export type TemplateCategories = z.infer<typeof TemplateCategories>;

export const TemplateCategoryWords = z.object({ name: CategoryName }).meta({ id: 'TemplateCategoryWords' });
export const TemplateCategoryGrants = z
  .object({ everyone: z.boolean(), teamIds: z.array(z.uuid()).max(20) })
  .meta({ id: 'TemplateCategoryGrants' });
export type TemplateCategoryGrants = z.infer<typeof TemplateCategoryGrants>;
export const TemplateSharingPolicy = z.object({ restrictsSharing: z.boolean() }).meta({ id: 'TemplateSharingPolicy' });
export const PinnedTemplateCategories = z
  .object({ categoryIds: z.array(z.uuid()).max(MOST_PINNED, asEnglish(sentence('tooManyPinned'))) })
  .meta({ id: 'PinnedTemplateCategories' });

export const PickerQuestion = z.object({
  recordId: RecordId,
  personId: RecordId.optional().meta({ description: 'For whom templates are recommended' }),
  categoryId: z.uuid().optional(),
  search: SearchText.default(''),
  cursor: ListCursor,
});
export type PickerQuestion = z.infer<typeof PickerQuestion>;

export const TemplatePickerRow = z
  .object({
    id: z.uuid(),
    name: z.string(),
    subject: z.string(),
    categoryName: z.string(),
    isFavourite: z.boolean(),
    isMine: z.boolean(),
    ownerName: z.string(),
    snippet: z.string().meta({ description: 'The first 120 characters of its text' }),
  })
  .meta({ id: 'TemplatePickerRow' });
export type TemplatePickerRow = z.infer<typeof TemplatePickerRow>;

/** What can be used now: nothing archived, nothing that the rep does not see. */
export const TemplatePicker = z
  .object({
    pinned: z.array(z.object({ id: z.uuid(), name: z.string() })),
    recommended: z.array(TemplatePickerRow).meta({ description: 'TP-8, only on the first page' }),
    areRecommendedKnown: z.boolean().meta({ description: 'False when Salesforce could not be asked about the person' }),
    templates: z.array(TemplatePickerRow).meta({ description: 'Favourites first, then what the rep used last, then by name' }),
    total: z.int(),
    cursor: z.string().nullable(),
  })
  .meta({ id: 'TemplatePicker' });
export type TemplatePicker = z.infer<typeof TemplatePicker>;

export const TemplateUse = z.object({ recordId: RecordId.meta({ description: 'The record whose compose window takes it' }) });

/** What the compose window takes over. Pictures in it are the rep’s own from now on. */
export const UsedTemplate = z
  .object({ templateId: z.uuid(), name: z.string(), subject: z.string(), bodyHtml: z.string(), isNonCommercial: z.boolean() })
  .meta({ id: 'UsedTemplate' });
export type UsedTemplate = z.infer<typeof UsedTemplate>;
