/** Names of fields that never appear in a log, at any depth that our log lines have. */
const SECRET_FIELDS = [
  'authorization',
  'cookie',
  'set-cookie',
  'x-panel-session',
  'access_token',
  'accessToken',
  'refresh_token',
  'refreshToken',
  'id_token',
  'idToken',
  'client_secret',
  'clientSecret',
  'code_verifier',
  'codeVerifier',
  'nonce',
  'secret',
  'token',
  'ticket',
  'password',
  'mime',
  'raw',
];

/** For the logger's own redaction by path. */
export const REDACTED_PATHS: readonly string[] = SECRET_FIELDS.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`]);

export const REDACTED = '[redacted]';

/** What the vendors' tokens, our own secrets and JWTs look like wherever they turn up in a text. */
const SECRET_PATTERNS = [
  /ya29\.[\w.-]+/g,
  /\b1\/\/[\w-]{10,}/g,
  /\b00D[a-zA-Z0-9]{12,15}![\w.]+/g,
  /\b5Aep[\w.=-]+/g,
  /\beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?/g,
  /\b[a-zA-Z0-9]{18}\.[A-Za-z0-9_-]{32}\b/g,
  /\b(?:0|1)\.A[\w-]{20,}/g,
  /([?&](?:code|state|ticket|token|access_token|refresh_token|oauth_token|id_token)=)[^&\s"']+/g,
];

/** A text without anything that looks like a token. For messages and addresses that did not come from us. */
export function redacted(text: string): string {
  return SECRET_PATTERNS.reduce(
    (result, pattern) => result.replace(pattern, (_match, lead: unknown) => (typeof lead === 'string' ? lead : '') + REDACTED),
    text,
  );
}
