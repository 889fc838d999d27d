import type { MailboxProvider } from '../mailbox.ts';
import { lookUp } from './look-up.ts';
import { send } from './send.ts';
import { SEND_SCOPE, type MicrosoftSettings } from './settings.ts';

export { DRAFT_SCOPE as OUTLOOK_DRAFT_SCOPE, SEND_SCOPE as OUTLOOK_SEND_SCOPE, type MicrosoftSettings } from './settings.ts';

/** A rep's Outlook. Every message leaves through a draft, so that an unknown outcome can be found out. */
export function createMicrosoftGraph(settings: MicrosoftSettings): MailboxProvider {
  // MSAL takes 10 MB and a tenth of a second: it is loaded with the first consent or refresh
  const grants = () => import('./grants.ts');
  let keys: ReturnType<Awaited<ReturnType<typeof grants>>['microsoftKeys']> | undefined;
  return {
    name: 'microsoft',
    sendScope: SEND_SCOPE,
    consentUrl: async (request) => (await grants()).consentUrl(settings, request),
    exchangeCode: async (exchange) => {
      const { exchangeCode, microsoftKeys } = await grants();
      return exchangeCode(settings, (keys ??= microsoftKeys(settings)), exchange);
    },
    refresh: async (secret) => (await grants()).refresh(settings, secret),
    revoke: () => Promise.resolve(),
    send: (accessToken, message, hooks) => send(settings, accessToken, message, hooks),
    lookUp: (accessToken, _scopes, request) => lookUp(settings, accessToken, request),
  };
}
