import type { CheckedPerson, DynamicFieldList, FieldCheck, TextToCheck } from './schemas.ts';

/** An email as it was written, with fields in it. */
export interface TextToFill {
  /** The record whose page the rep acts from; null where there is none, as in the editor of templates. */
  recordId: string | null;
  /** Leads and Contacts, at most 200. */
  personIds: readonly string[];
  /** As whom it would leave; null: the default one. */
  identityId: string | null;
  subject: string;
  /** Cleaned, as `cleanBody` writes it. */
  bodyHtml: string;
}

/** An email as one person would get it. Fields that are unresolved stand in it as they were written. */
export interface FilledText extends CheckedPerson {
  subject: string;
  /** Clean as well. */
  bodyHtml: string;
}

export interface Filled {
  /** In the order asked for; without those whom Salesforce does not show to the rep. */
  people: FilledText[];
  /** DF-9: what the rep has yet to replace or remove. */
  prompts: string[];
}

/**
 * Fills the fields of an email for each person, with what the rep's own rights show in Salesforce at this moment (SF-2). Asks nothing
 * where no field needs it. Throws what `salesforceProblem` makes of a failure, and AppError 413 `text_too_large` for more than 200
 * different fields, or when what comes out is too large.
 */
export type FillFields = (orgId: string, userId: string, text: TextToFill) => Promise<Filled>;

/** Several emails as they were written, each to people of its own. */
export interface TextsToFill extends Pick<TextToFill, 'recordId' | 'identityId'> {
  texts: readonly Pick<TextToFill, 'personIds' | 'subject' | 'bodyHtml'>[];
}

/** One of them. */
export interface FilledOnDemand {
  prompts: string[];
  /**
   * What one of its people gets, made when it is asked for: 200 long emails need not be in memory together. Null for somebody whom
   * Salesforce does not show to the rep. AppError 413 `text_too_large` for more than 200 different fields, or when what comes out is too
   * large.
   */
  fillFor: (personId: string) => FilledText | null;
}

/** As `FillFields` for several texts, with one reading of Salesforce for all of them. People have ids of 18 characters, at most 200. */
export type FillEach = (orgId: string, userId: string, of: TextsToFill) => Promise<FilledOnDemand[]>;

/** As `FillFields`, with what is to be said of it and nothing more. The body need not be clean. */
export type CheckFields = (orgId: string, userId: string, text: TextToCheck) => Promise<FieldCheck>;

/**
 * What can be put into an email from a record, or from any where `recordId` is null. AppError 404 `not_found` for a record of another kind.
 * Throws what `salesforceProblem` makes of a failure.
 */
export type ListFields = (orgId: string, userId: string, recordId: string | null) => Promise<DynamicFieldList>;

/**
 * The values of some fields for up to 200 people, by person id of 18 characters and by the name as it was asked for: what the rep's own
 * rights show in Salesforce at this moment, written as in an email. Null: no value, or no such field. People whom Salesforce does not
 * show to the rep are left out. Nothing is put in the place of a missing value. Throws what `salesforceProblem` makes of a failure.
 */
export type ReadFieldValues = (
  orgId: string,
  userId: string,
  of: { recordId: string | null; personIds: readonly string[] },
  names: readonly string[],
) => Promise<Map<string, Map<string, string | null>>>;
