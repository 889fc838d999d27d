import { createSentences, type Catalogue, type Language, type Sentence } from '../languages/index.ts';
import { ACCESS_ERRORS } from './access.ts';
import { CONNECTION_ERRORS } from './connections.ts';
import type { ErrorEntry } from './entry.ts';
import { FILE_ERRORS } from './files.ts';
import { ONBOARDING_ERRORS } from './onboarding.ts';
import { ORG_TRUST_ERRORS } from './org-trust.ts';
import { REQUEST_ERRORS } from './requests.ts';
import { SALES_EMAIL_ERRORS } from './sales-emails.ts';
import { TEAM_ERRORS } from './teams.ts';
import { TEMPLATE_ERRORS } from './templates.ts';
import { ACCESS_WORDS } from './words/access.ts';
import { CONNECTION_WORDS } from './words/connections.ts';
import { FILE_WORDS } from './words/files.ts';
import { ONBOARDING_WORDS } from './words/onboarding.ts';
import { ORG_TRUST_WORDS } from './words/org-trust.ts';
import { REQUEST_WORDS } from './words/requests.ts';
import { SALES_EMAIL_WORDS } from './words/sales-emails.ts';
import { TEAM_WORDS } from './words/teams.ts';
import { TEMPLATE_WORDS } from './words/templates.ts';

export { REMEDIES, type ErrorEntry } from './entry.ts';

/** By what they are about, in the order of docs/errors.md. */
export const ERROR_AREAS = {
  'The request': REQUEST_ERRORS,
  'Who is calling': ACCESS_ERRORS,
  'The way to an account': ONBOARDING_ERRORS,
  'What an org is trusted by': ORG_TRUST_ERRORS,
  Teams: TEAM_ERRORS,
  Connections: CONNECTION_ERRORS,
  'Sales emails': SALES_EMAIL_ERRORS,
  'Files of emails': FILE_ERRORS,
  Templates: TEMPLATE_ERRORS,
} as const;

const CATALOGUE = {
  ...REQUEST_ERRORS,
  ...ACCESS_ERRORS,
  ...ONBOARDING_ERRORS,
  ...ORG_TRUST_ERRORS,
  ...TEAM_ERRORS,
  ...CONNECTION_ERRORS,
  ...SALES_EMAIL_ERRORS,
  ...FILE_ERRORS,
  ...TEMPLATE_ERRORS,
} as const;

/** Every code that the service can answer with. Codes are stable: callers compare with them. */
export type ErrorCode = keyof typeof CATALOGUE;
export const ERROR_CODES = Object.keys(CATALOGUE).sort() as [ErrorCode, ...ErrorCode[]];

export const ERROR_CATALOGUE: Readonly<Record<ErrorCode, Readonly<ErrorEntry>>> = CATALOGUE;

/** The sentence of each code in each language. */
export const ERROR_SENTENCES: Catalogue<Record<ErrorCode, string>> = {
  en: Object.fromEntries(ERROR_CODES.map((code) => [code, CATALOGUE[code].title])) as Record<ErrorCode, string>,
  de: sentencesIn('de'),
  es: sentencesIn('es'),
  fr: sentencesIn('fr'),
  ja: sentencesIn('ja'),
  'pt-BR': sentencesIn('pt-BR'),
};

function sentencesIn(language: Exclude<Language, 'en'>): Record<ErrorCode, string> {
  return {
    ...REQUEST_WORDS[language],
    ...ACCESS_WORDS[language],
    ...ONBOARDING_WORDS[language],
    ...ORG_TRUST_WORDS[language],
    ...TEAM_WORDS[language],
    ...CONNECTION_WORDS[language],
    ...SALES_EMAIL_WORDS[language],
    ...FILE_WORDS[language],
    ...TEMPLATE_WORDS[language],
  };
}

const sentence = createSentences(ERROR_SENTENCES);

/** What people are told of a failure with this code when nothing more is known. */
export function sentenceOf(code: ErrorCode): Sentence {
  return sentence(code);
}

/** The codes that have a second status, each with that status. */
export type OtherStatus = {
  [Code in ErrorCode]: (typeof CATALOGUE)[Code] extends { otherStatus: infer Status } ? { code: Code; status: Status } : never;
}[ErrorCode];
