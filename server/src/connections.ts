import type { Config } from './config.ts';
import { releaseUnlogged } from './features/activities/index.ts';
import { createEmailConnections, type EmailConnections } from './features/email-connections/index.ts';
import { createSalesforceConnections, type SalesforceConnections } from './features/salesforce-connections/index.ts';
import { releaseWaiting } from './features/sales-emails/index.ts';
import type { Clock } from './platform/clock.ts';
import type { Pool } from './platform/postgres.ts';
import { createVault, openFileKeyring, type Vault } from './platform/secrets/index.ts';
import { createGmail } from './providers/gmail/index.ts';
import { createMicrosoftGraph } from './providers/microsoft-graph/index.ts';
import { createSalesforce, type Salesforce } from './providers/salesforce/index.ts';

export interface Connections {
  vault: Vault;
  salesforce: Salesforce;
  salesforceConnections: SalesforceConnections;
  emailConnections: EmailConnections;
}

export interface ConnectionsDependencies {
  config: Config;
  pool: Pool;
  /** A small pool of its own, so that token refreshes cannot starve everything else. */
  refreshPool: Pool;
  clock: Clock;
}

/** Everything that talks to a vendor with somebody's grant; the service and the worker make it the same way. */
export function createConnections({ config, pool, refreshPool, clock }: ConnectionsDependencies): Connections {
  const keyring = openFileKeyring(config.TOKEN_ENCRYPTION_KEYRING, { create: config.NODE_ENV !== 'production' });
  const vault = createVault({ keyring, clock });
  const salesforce = createSalesforce({
    clientId: config.SALESFORCE_CLIENT_ID,
    clientSecret: config.SALESFORCE_CLIENT_SECRET,
    loginUrl: config.SALESFORCE_LOGIN_URL,
    extraOrigins: config.SALESFORCE_ALLOWED_HOSTS,
    clock,
  });
  const providers = {
    google: createGmail({
      clientId: config.GOOGLE_CLIENT_ID,
      clientSecret: config.GOOGLE_CLIENT_SECRET,
      baseUrl: config.GOOGLE_BASE_URL,
      clock,
    }),
    microsoft: createMicrosoftGraph({
      clientId: config.MICROSOFT_CLIENT_ID,
      clientSecret: config.MICROSOFT_CLIENT_SECRET,
      loginBaseUrl: config.MICROSOFT_BASE_URL,
      graphBaseUrl: config.MICROSOFT_GRAPH_BASE_URL,
      clock,
    }),
  };
  const salesforceConnections = createSalesforceConnections({ pool, refreshPool, vault, clock, salesforce });
  const emailConnections = createEmailConnections({
    pool,
    refreshPool,
    vault,
    clock,
    publicUrl: config.PUBLIC_URL,
    providers,
    releaseWaitingEmails: (tx, orgId, { connectionId }) => releaseWaiting(tx, orgId, connectionId, clock.now()),
  });
  return {
    vault,
    salesforce,
    salesforceConnections: {
      ...salesforceConnections,
      storeGrant: async (tx, orgId, userId, grant) => {
        const stored = await salesforceConnections.storeGrant(tx, orgId, userId, grant);
        await releaseUnlogged(tx, orgId, userId);
        return stored;
      },
    },
    emailConnections,
  };
}
