/**
 * A failure that the caller can act on. It becomes one problem+json answer (RFC 9457).
 * `code` is stable and documented; `title` is a sentence for people and is shown unchanged;
 * `extra` holds further members of the answer, such as `retryAt` or `fields`.
 */
export class AppError extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, title: string, extra: Record<string, unknown> = {}) {
    super(title);
    this.name = 'AppError';
    this.status = status;
    this.code = code;
    this.title = title;
    this.extra = extra;
  }
}
