import type { MailboxProvider } from '../mailbox.ts';
import { consentUrl, exchangeCode, googleKeys } from './consent.ts';
import { refresh, revoke } from './grants.ts';
import { createInbox } from './inbox.ts';
import { lookUp } from './look-up.ts';
import { probe } from './probe.ts';
import { sendAs } from './send-as.ts';
import { send } from './send.ts';
import { capabilities, scopesOf, type GmailSettings } from './settings.ts';

export { createPushVerifier, readPush, type Push, type PushVerifierSettings } from './push.ts';
export { canReadBodies, type GmailSettings } from './settings.ts';

/** A rep's Gmail. Google's own retries are off everywhere; the id token is checked against Google's published keys. */
export function createGmail(settings: GmailSettings): MailboxProvider {
  let keys: ReturnType<typeof googleKeys> | undefined;
  return {
    name: 'google',
    capabilities,
    scopesOf,
    consentUrl: (request) => Promise.resolve(consentUrl(settings, request)),
    exchangeCode: (exchange) => exchangeCode(settings, (keys ??= googleKeys(settings)), exchange),
    refresh: (secret) => refresh(settings, secret),
    probe: (accessToken) => probe(settings, accessToken),
    revoke: (secret) => revoke(settings, secret),
    send: (accessToken, message, { scopes }) => send(settings, accessToken, message, scopes),
    lookUp: (accessToken, scopes, request) => lookUp(settings, accessToken, scopes, request),
    inbox: createInbox(settings),
    sendAs: (accessToken) => sendAs(settings, accessToken),
  };
}
