import type { Clock } from '../../platform/clock.ts';

export interface GmailSettings {
  clientId: string;
  clientSecret: string;
  /** Base address of everything Google, without a trailing slash, for a local world; Google itself when left out. */
  baseUrl?: string | undefined;
  clock: Clock;
  /** For one call, total. */
  timeoutMs?: number | undefined;
}

export const SEND_SCOPE = 'https://www.googleapis.com/auth/gmail.send';
/** Reads headers only. With it the real Message-ID can be read, and a send of unknown outcome can be settled. */
export const METADATA_SCOPE = 'https://www.googleapis.com/auth/gmail.metadata';
export const SCOPES = ['openid', 'email', 'profile', SEND_SCOPE, METADATA_SCOPE];

/** Scopes wider than metadata also let us read headers. */
export const canReadHeaders = (scopes: readonly string[]): boolean =>
  scopes.some((scope) => /^https:\/\/(www\.googleapis\.com\/auth\/gmail\.(metadata|readonly|modify)|mail\.google\.com\/)$/.test(scope));

export function endpoints(settings: GmailSettings) {
  const base = settings.baseUrl;
  return {
    authorize: base ? `${base}/o/oauth2/v2/auth` : 'https://accounts.google.com/o/oauth2/v2/auth',
    token: base ? `${base}/token` : 'https://oauth2.googleapis.com/token',
    revoke: base ? `${base}/revoke` : 'https://oauth2.googleapis.com/revoke',
    certificates: base ? `${base}/oauth2/v3/certs` : 'https://www.googleapis.com/oauth2/v3/certs',
    api: base ? `${base}/` : 'https://gmail.googleapis.com/',
    issuers: base ? ['https://accounts.google.com', 'accounts.google.com', base] : ['https://accounts.google.com', 'accounts.google.com'],
  };
}
