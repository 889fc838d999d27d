import { ERROR_CATALOGUE, type ErrorCode, type OtherStatus } from './error-catalogue/index.ts';
import type { Fault } from './schemas.ts';

/** What this answer has besides the catalogue's. `title` is a sentence that says more than the catalogue's. */
interface Members {
  title?: string;
  retryAt?: string;
  errors?: readonly Fault[];
  [member: string]: unknown;
}
type MembersWithOtherStatus<Other extends OtherStatus = OtherStatus> = Other extends OtherStatus
  ? [code: Other['code'], members: Members & { status: Other['status'] }]
  : never;

/**
 * A failure that the caller can act on, by its code in the catalogue. It becomes one problem+json answer (RFC 9457). Status and `title`, the
 * sentence that people are shown unchanged, are the catalogue's unless `members` says otherwise; only a status that the catalogue lists
 * compiles.
 */
export class AppError extends Error {
  readonly status: number;
  readonly code: ErrorCode;
  readonly title: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, members?: Members & { status?: never });
  constructor(...withOtherStatus: MembersWithOtherStatus);
  constructor(code: ErrorCode, { title, status, ...extra }: Members & { status?: number } = {}) {
    const entry = ERROR_CATALOGUE[code];
    super(title ?? entry.title);
    this.name = 'AppError';
    this.status = status ?? entry.status;
    this.code = code;
    this.title = title ?? entry.title;
    this.extra = extra;
  }
}

/** AppError 400 for one field of a request's body, named by its JSON pointer. */
export function invalidField(pointer: string, detail: string): AppError {
  return new AppError('validation_failed', { title: detail, errors: [{ in: 'body', pointer, code: 'custom', detail }] });
}
