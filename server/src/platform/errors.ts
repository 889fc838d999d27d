import { ERROR_CATALOGUE, sentenceOf, type ErrorCode, type OtherStatus } from './error-catalogue/index.ts';
import type { Language, Sentence } from './languages/index.ts';
import type { Fault } from './schemas.ts';

/** What is wrong with one field of a request, before it is known who reads it. */
export interface FaultToSay extends Omit<Fault, 'detail'> {
  detail: Sentence;
}

/** What this answer has besides the catalogue's. `title` is a sentence that says more than the catalogue's. */
interface Members {
  title?: Sentence;
  retryAt?: string;
  errors?: readonly FaultToSay[];
  [member: string]: unknown;
}
type MembersWithOtherStatus<Other extends OtherStatus = OtherStatus> = Other extends OtherStatus
  ? [code: Other['code'], members: Members & { status: Other['status'] }]
  : never;

/**
 * A failure that the caller can act on, by its code in the catalogue. It becomes one problem+json answer (RFC 9457) in the language of
 * whoever reads it. Status and sentence are the catalogue's unless `members` says otherwise; only a status that the catalogue lists
 * compiles.
 */
export class AppError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  /** In English, as in the log. People are told `titleIn`. */
  readonly title: string;
  readonly faults: readonly FaultToSay[];
  readonly extra: Readonly<Record<string, unknown>>;
  /** The sentence that people are shown unchanged. */
  readonly titleIn: (language: Language) => string;

  constructor(code: ErrorCode, members?: Members & { status?: never });
  constructor(...withOtherStatus: MembersWithOtherStatus);
  constructor(code: ErrorCode, { title, status, errors = [], ...extra }: Members & { status?: number } = {}) {
    const titleIn = title ?? sentenceOf(code);
    const english = titleIn('en');
    super(english);
    this.name = 'AppError';
    this.status = status ?? ERROR_CATALOGUE[code].status;
    this.code = code;
    this.title = english;
    this.faults = errors;
    this.extra = extra;
    this.titleIn = titleIn;
  }
}

/** AppError 400 for one field of a request's body, named by its JSON pointer. */
export function invalidField(pointer: string, detail: Sentence): AppError {
  return new AppError('validation_failed', { title: detail, errors: [{ in: 'body', pointer, code: 'custom', detail }] });
}
