import type { MailboxProvider } from '../mailbox.ts';
import { createInbox } from './inbox.ts';
import { lookUp } from './look-up.ts';
import { probe } from './probe.ts';
import { send } from './send.ts';
import type { MicrosoftSettings } from './settings.ts';
import { capabilities, scopesOf } from './tiers.ts';

export { microsoftAdminConsentUrl } from './admin-consent.ts';
export { readLifecycleNotifications, readNotifications, validationTokenOf, type GraphNotification } from './notifications.ts';
export type { MicrosoftSettings } from './settings.ts';

/** A rep's Outlook. Where the scopes allow it a message leaves through a draft, so that an unknown outcome can be found out. */
export function createMicrosoftGraph(settings: MicrosoftSettings): MailboxProvider {
  // MSAL takes 10 MB and a tenth of a second: it is loaded with the first consent or refresh
  const grants = () => import('./grants.ts');
  let keys: ReturnType<Awaited<ReturnType<typeof grants>>['microsoftKeys']> | undefined;
  return {
    name: 'microsoft',
    capabilities,
    scopesOf,
    consentUrl: async (request) => (await grants()).consentUrl(settings, request),
    exchangeCode: async (exchange) => {
      const { exchangeCode, microsoftKeys } = await grants();
      return exchangeCode(settings, (keys ??= microsoftKeys(settings)), exchange);
    },
    refresh: async (secret) => (await grants()).refresh(settings, secret),
    probe: (accessToken) => probe(settings, accessToken),
    revoke: () => Promise.resolve(),
    send: (accessToken, message, hooks) => send(settings, accessToken, message, hooks),
    lookUp: (accessToken, scopes, request) => lookUp(settings, accessToken, scopes, request),
    inbox: createInbox(settings),
    sendAs: null,
  };
}
