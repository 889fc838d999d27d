import type { Config } from './config.ts';
import type { MailboxProviders } from './features/email-connections/index.ts';
import type { Clock } from './platform/clock.ts';
import { createGmail, type GmailSettings } from './providers/gmail/index.ts';
import { createMicrosoftGraph, microsoftAdminConsentUrl, type MicrosoftSettings } from './providers/microsoft-graph/index.ts';

/** The mail vendors of this installation: addresses and push from the settings, the OAuth client from there or from a customer. */
export function createMailboxProviders(config: Config, clock: Clock): MailboxProviders {
  const google: GmailSettings = {
    clientId: config.GOOGLE_CLIENT_ID,
    clientSecret: config.GOOGLE_CLIENT_SECRET,
    baseUrl: config.GOOGLE_BASE_URL,
    pubsubTopic: config.GOOGLE_PUBSUB_TOPIC,
    clock,
  };
  const microsoft: MicrosoftSettings = {
    clientId: config.MICROSOFT_CLIENT_ID,
    clientSecret: config.MICROSOFT_CLIENT_SECRET,
    loginBaseUrl: config.MICROSOFT_BASE_URL,
    graphBaseUrl: config.MICROSOFT_GRAPH_BASE_URL,
    notificationUrl: notificationUrl(config),
    clock,
  };
  return {
    google: createGmail(google),
    microsoft: createMicrosoftGraph(microsoft),
    clientIds: { google: google.clientId, microsoft: microsoft.clientId },
    withClient: (provider, { clientId, clientSecret, tenantId }) =>
      provider === 'google'
        ? // A topic belongs to the project of its client: without one of the customer's there is no push
          createGmail({ ...google, clientId, clientSecret, pubsubTopic: undefined })
        : createMicrosoftGraph({ ...microsoft, clientId, clientSecret, tenant: tenantId ?? undefined }),
    adminConsentUrl: (client, request) =>
      microsoftAdminConsentUrl(
        client ? { ...microsoft, clientId: client.clientId, tenant: client.tenantId ?? undefined } : microsoft,
        request,
      ),
  };
}

/** Microsoft calls nobody without https; a simulated one does. */
function notificationUrl(config: Config): string | undefined {
  const isReachable = config.PUBLIC_URL.startsWith('https://') || config.MICROSOFT_GRAPH_BASE_URL !== undefined;
  return config.MICROSOFT_NOTIFICATION_URL ?? (isReachable ? config.PUBLIC_URL : undefined);
}
