import type { Clock } from '../../platform/clock.ts';
import type { Capabilities, MailboxTier } from '../mailbox.ts';

export interface GmailSettings {
  clientId: string;
  clientSecret: string;
  /** Base address of everything Google, without a trailing slash, for a local world; Google itself when left out. */
  baseUrl?: string | undefined;
  /** `projects/<project>/topics/<topic>` in the project of the OAuth client; without it nothing is pushed. */
  pubsubTopic?: string | undefined;
  clock: Clock;
  /** For one call, total. */
  timeoutMs?: number | undefined;
}

const PREFIX = 'https://www.googleapis.com/auth/';
const SEND_SCOPE = `${PREFIX}gmail.send`;
/** Reads headers only. A token that holds it is refused bodies and searches even when it holds a wider scope besides. */
const METADATA_SCOPE = `${PREFIX}gmail.metadata`;
const READ_SCOPE = `${PREFIX}gmail.readonly`;
const MODIFY_SCOPE = `${PREFIX}gmail.modify`;
const FULL_SCOPE = 'https://mail.google.com/';

const IDENTITY = ['openid', 'email', 'profile'];
const SCOPES: Record<MailboxTier, readonly string[]> = {
  send: [...IDENTITY, SEND_SCOPE],
  headers: [...IDENTITY, SEND_SCOPE, METADATA_SCOPE],
  bodies: [...IDENTITY, SEND_SCOPE, READ_SCOPE],
};

/** What a consent of this tier asks for; `bodies` leaves metadata out, because that would close the bodies again. */
export function scopesOf(tier: MailboxTier): readonly string[] {
  return SCOPES[tier];
}

/** Headers and history may be read. */
export function canReadHeaders(scopes: readonly string[]): boolean {
  return has(scopes, METADATA_SCOPE, READ_SCOPE, MODIFY_SCOPE, FULL_SCOPE);
}

/** Bodies and send-as addresses may be read, and the mailbox may be searched. */
export function canReadBodies(scopes: readonly string[]): boolean {
  return has(scopes, READ_SCOPE, MODIFY_SCOPE, FULL_SCOPE) && !scopes.includes(METADATA_SCOPE);
}

/** What a grant with these scopes lets us do. */
export function capabilities(scopes: readonly string[]): Capabilities {
  const readsHeaders = canReadHeaders(scopes);
  return {
    sends: has(scopes, SEND_SCOPE, `${PREFIX}gmail.compose`, MODIFY_SCOPE, FULL_SCOPE),
    settles: readsHeaders,
    noticesReplies: readsHeaders,
    readsBodies: canReadBodies(scopes),
  };
}

function has(scopes: readonly string[], ...anyOf: string[]): boolean {
  return anyOf.some((scope) => scopes.includes(scope));
}

/** Where Google answers, or the local world in its place. */
export function endpoints({ baseUrl: base }: Pick<GmailSettings, 'baseUrl'>) {
  return {
    authorize: base ? `${base}/o/oauth2/v2/auth` : 'https://accounts.google.com/o/oauth2/v2/auth',
    token: base ? `${base}/token` : 'https://oauth2.googleapis.com/token',
    tokenInfo: base ? `${base}/tokeninfo` : 'https://oauth2.googleapis.com/tokeninfo',
    revoke: base ? `${base}/revoke` : 'https://oauth2.googleapis.com/revoke',
    certificates: base ? `${base}/oauth2/v3/certs` : 'https://www.googleapis.com/oauth2/v3/certs',
    api: base ? `${base}/` : 'https://gmail.googleapis.com/',
    issuers: base ? ['https://accounts.google.com', 'accounts.google.com', base] : ['https://accounts.google.com', 'accounts.google.com'],
  };
}
