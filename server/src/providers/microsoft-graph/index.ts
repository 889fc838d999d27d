import type { MailboxProvider } from '../mailbox.ts';
import { consentUrl, exchangeCode, microsoftKeys, refresh } from './grants.ts';
import { lookUp } from './look-up.ts';
import { send } from './send.ts';
import { SEND_SCOPE, type MicrosoftSettings } from './settings.ts';

export { DRAFT_SCOPE as OUTLOOK_DRAFT_SCOPE, SEND_SCOPE as OUTLOOK_SEND_SCOPE, type MicrosoftSettings } from './settings.ts';

/** A rep's Outlook. Every message leaves through a draft, so that an unknown outcome can be found out. */
export function createMicrosoftGraph(settings: MicrosoftSettings): MailboxProvider {
  const keys = microsoftKeys(settings);
  return {
    name: 'microsoft',
    sendScope: SEND_SCOPE,
    consentUrl: (request) => consentUrl(settings, request),
    exchangeCode: (exchange) => exchangeCode(settings, keys, exchange),
    refresh: (secret) => refresh(settings, secret),
    revoke: () => Promise.resolve(),
    send: (accessToken, message, hooks) => send(settings, accessToken, message, hooks),
    lookUp: (accessToken, _scopes, request) => lookUp(settings, accessToken, request),
  };
}
