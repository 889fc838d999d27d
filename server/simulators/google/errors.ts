/** A failure of the Gmail API, in Google's words and shape. */
export class GmailError extends Error {
  readonly code: number;
  readonly reason: string;
  readonly status: string;
  readonly domain: string;
  readonly details: object[] | undefined;

  constructor(code: number, reason: string, status: string, message: string, more: { domain?: string; details?: object[] } = {}) {
    super(message);
    this.code = code;
    this.reason = reason;
    this.status = status;
    this.domain = more.domain ?? 'global';
    this.details = more.details;
  }

  body(): object {
    const { code, message, domain, reason, status, details } = this;
    const where = reason === 'authError' ? { location: 'Authorization', locationType: 'header' } : {};
    const short =
      reason === 'authError' ? 'Invalid Credentials' : reason === 'insufficientPermissions' ? 'Insufficient Permission' : message;
    return { error: { code, message, errors: [{ message: short, domain, reason, ...where }], status, ...(details ? { details } : {}) } };
  }
}

/** A word that an enum does not have, as the front end of all Google APIs refuses it. `field` is the path in the request. */
export function invalidEnum(field: string, type: string, value: unknown) {
  const description = `Invalid value at '${field}' (type.googleapis.com/google.apps.caribou.api.proto.${type}), ${JSON.stringify(value)}`;
  return new GmailError(400, 'invalidArgument', 'INVALID_ARGUMENT', description, {
    details: [{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description }] }],
  });
}

export function invalidArgument(message: string) {
  return new GmailError(400, 'invalidArgument', 'INVALID_ARGUMENT', message);
}

export function notFound() {
  return new GmailError(404, 'notFound', 'NOT_FOUND', 'Requested entity was not found.');
}

export function invalidCredentials() {
  return new GmailError(
    401,
    'authError',
    'UNAUTHENTICATED',
    'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication ' +
      'credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.',
  );
}

export function insufficientScopes(method: string) {
  return new GmailError(403, 'insufficientPermissions', 'PERMISSION_DENIED', 'Request had insufficient authentication scopes.', {
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.ErrorInfo',
        reason: 'ACCESS_TOKEN_SCOPE_INSUFFICIENT',
        domain: 'googleapis.com',
        metadata: { method: `caribou.api.proto.MailboxService.${method}`, service: 'gmail.googleapis.com' },
      },
    ],
  });
}

export function metadataRefuses(what: string) {
  return new GmailError(403, 'forbidden', 'PERMISSION_DENIED', `Metadata scope does not ${what}`);
}

export function quotaExceeded() {
  return new GmailError(
    403,
    'rateLimitExceeded',
    'RESOURCE_EXHAUSTED',
    "Quota exceeded for quota metric 'Queries' and limit 'Queries per minute per user' of service 'gmail.googleapis.com'.",
    { domain: 'usageLimits' },
  );
}

/** The daily sending limit; the date stands only in the message. */
export function sendingLimitReached(retryAt: Date) {
  return new GmailError(429, 'rateLimitExceeded', 'RESOURCE_EXHAUSTED', `User-rate limit exceeded.  Retry after ${retryAt.toISOString()}`, {
    domain: 'usageLimits',
  });
}

export function tooManyConcurrent() {
  return new GmailError(429, 'rateLimitExceeded', 'RESOURCE_EXHAUSTED', 'Too many concurrent requests for user', { domain: 'usageLimits' });
}
