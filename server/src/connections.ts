import type { Config } from './config.ts';
import { createDeliveryChannels, type DeliveryChannels } from './features/delivery-channels/index.ts';
import { createEmailConnections, type EmailConnections } from './features/email-connections/index.ts';
import { createFacts, type Facts } from './features/facts/index.ts';
import { createSalesforceConnections, type SalesforceConnections } from './features/salesforce-connections/index.ts';
import { createStopPush, createStopWatching, type StopPush } from './features/reply-tracking/index.ts';
import { createMailboxProviders } from './mailbox-providers.ts';
import { createClientTroubles, type ClientTroubles } from './platform/client-troubles.ts';
import type { Clock } from './platform/clock.ts';
import type { JobLog } from './platform/jobs.ts';
import { NO_METRICS, type Metrics } from './platform/metrics.ts';
import { createObjectStore, type ObjectStore } from './platform/object-store/index.ts';
import type { Pool } from './platform/postgres.ts';
import { createVault, openFileKeyring, type Vault } from './platform/secrets/index.ts';
import { createSalesforce, type Salesforce } from './providers/salesforce/index.ts';
import { REACTIONS } from './reactions.ts';

export interface Connections {
  facts: Facts;
  vault: Vault;
  salesforce: Salesforce;
  salesforceConnections: SalesforceConnections;
  emailConnections: EmailConnections;
  deliveryChannels: DeliveryChannels;
  clientTroubles: ClientTroubles;
  stopPush: StopPush;
  /** Where the bytes of files are. */
  objects: ObjectStore;
}

export interface ConnectionsDependencies {
  config: Config;
  pool: Pool;
  /** A small pool of its own, so that token refreshes cannot starve everything else. */
  refreshPool: Pool;
  clock: Clock;
  /** Where the operator is told of what no user can mend; nowhere when left out, as in tests. */
  log?: Pick<JobLog, 'warn' | 'error'>;
  /** Nowhere when left out. */
  metrics?: Metrics;
}

const NOWHERE = { warn: () => undefined, error: () => undefined };

/** Everything that talks to a vendor with somebody's grant; the service and the worker make it the same way. */
export function createConnections({
  config,
  pool,
  refreshPool,
  clock,
  log = NOWHERE,
  metrics = NO_METRICS,
}: ConnectionsDependencies): Connections {
  const keyring = openFileKeyring(config.TOKEN_ENCRYPTION_KEYRING, { create: config.NODE_ENV !== 'production' });
  const vault = createVault({ keyring, clock });
  const salesforce = createSalesforce({
    clientId: config.SALESFORCE_CLIENT_ID,
    clientSecret: config.SALESFORCE_CLIENT_SECRET,
    loginUrl: config.SALESFORCE_LOGIN_URL,
    extraOrigins: config.SALESFORCE_ALLOWED_HOSTS,
    clock,
  });
  const providers = createMailboxProviders(config, clock);
  const clientTroubles = createClientTroubles({ pool, clock, log });
  const facts = createFacts(REACTIONS);
  const salesforceConnections = createSalesforceConnections({
    pool,
    refreshPool,
    vault,
    clock,
    salesforce,
    clientTroubles,
    metrics,
    facts,
  });
  const emailConnections = createEmailConnections({
    pool,
    refreshPool,
    vault,
    clock,
    log,
    publicUrl: config.PUBLIC_URL,
    providers,
    clientTroubles,
    metrics,
    facts,
  });
  const stopWatching = createStopWatching({ pool, openInbox: emailConnections.openMailbox });
  return {
    facts,
    vault,
    salesforce,
    salesforceConnections,
    emailConnections: {
      ...emailConnections,
      disconnectMailbox: async (orgId, userId, connectionId) => {
        await stopWatching(orgId, userId, connectionId);
        await emailConnections.disconnectMailbox(orgId, userId, connectionId);
      },
    },
    deliveryChannels: createDeliveryChannels({
      pool,
      clock,
      vault,
      // Outside production the world is local, and so may the team's mail server be
      smtpOptions: { allowPrivateHosts: config.NODE_ENV !== 'production', clientName: new URL(config.PUBLIC_URL).hostname },
      facts,
    }),
    clientTroubles,
    stopPush: createStopPush({ pool, providers }),
    objects: createObjectStore(config, pool),
  };
}
