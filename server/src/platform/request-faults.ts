import type { FastifyError, FastifyRequest } from 'fastify';
import { RequestValidationError } from 'fastify-zod-openapi';
import { z } from 'zod';
import type { FaultToSay } from './errors.ts';
import type { Language } from './languages/index.ts';
import { findByEnglish } from './english-sentences.ts';

type ZodIssue = z.core.$ZodIssue;
type ErrorMap = z.core.$ZodErrorMap;

const IN = { body: 'body', params: 'path', querystring: 'query', headers: 'headers' } as const;
/** How zod says its own messages in each language. */
const ZOD_WORDS: Readonly<Record<Language, ErrorMap>> = {
  en: z.locales.en().localeError,
  de: z.locales.de().localeError,
  es: z.locales.es().localeError,
  fr: z.locales.fr().localeError,
  ja: z.locales.ja().localeError,
  'pt-BR': z.locales.pt().localeError,
};

/** What the schemas of a route find wrong with a request, field by field; null when the refusal is not theirs. */
export function faultsOf({ validation, validationContext }: Partial<FastifyError>, request: FastifyRequest): FaultToSay[] | null {
  if (!validation) return null;
  const where = IN[validationContext ?? 'body'];
  const given = { body: request.body, path: request.params, query: request.query, headers: request.headers }[where];
  const faults: FaultToSay[] = [];
  for (const fault of validation) {
    if (!(fault instanceof RequestValidationError)) return null;
    const { issue } = fault.params;
    const detail = (language: Language): string => inWords(issue, valueAt(given, issue.path), language);
    faults.push({ in: where, pointer: fault.instancePath, code: fault.keyword, detail });
  }
  return faults;
}

function inWords(issue: ZodIssue, input: unknown, language: Language): string {
  const ours = findByEnglish(issue.message);
  if (ours) return ours(language);
  // zod's words name what was given, which an issue does not keep
  const said = language === 'en' ? issue.message : ZOD_WORDS[language]({ ...issue, input } as z.core.$ZodRawIssue);
  return (typeof said === 'object' ? said?.message : said) ?? issue.message;
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  let value = given;
  for (const name of path) value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[name] : undefined;
  return value;
}
