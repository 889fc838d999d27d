import type { MailboxProvider } from '../mailbox.ts';
import { consentUrl, exchangeCode, googleKeys } from './consent.ts';
import { refresh, revoke } from './grants.ts';
import { lookUp } from './look-up.ts';
import { send } from './send.ts';
import { SEND_SCOPE, type GmailSettings } from './settings.ts';

export { SCOPES as GMAIL_SCOPES, SEND_SCOPE as GMAIL_SEND_SCOPE, type GmailSettings } from './settings.ts';

/** A rep's Gmail. Google's own retries are off everywhere; the id token is checked against Google's published keys. */
export function createGmail(settings: GmailSettings): MailboxProvider {
  const keys = googleKeys(settings);
  return {
    name: 'google',
    sendScope: SEND_SCOPE,
    consentUrl: (request) => Promise.resolve(consentUrl(settings, request)),
    exchangeCode: (exchange) => exchangeCode(settings, keys, exchange),
    refresh: (secret) => refresh(settings, secret),
    revoke: (secret) => revoke(settings, secret),
    send: (accessToken, message) => send(settings, accessToken, message),
    lookUp: (accessToken, scopes, request) => lookUp(settings, accessToken, scopes, request),
  };
}
