import type { ClientTroubles } from '../../platform/client-troubles.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Metrics } from '../../platform/metrics.ts';
import type { Pool, Tx } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { Salesforce, SalesforceClient, SalesforceGrant } from '../../providers/salesforce/index.ts';
import type { Facts } from '../facts/index.ts';
import { createDisconnectSalesforce } from './disconnect-salesforce.ts';
import { createKeepSalesforceAlive, type KeepSalesforceAlive } from './keep-salesforce-alive.ts';
import { createOpenSalesforce, type OpenSalesforce } from './open-salesforce.ts';
import { createRefreshGrant } from './refresh-grant.ts';
import { findByUser, type SalesforceConnection } from './repository.ts';
import { createStoreSalesforceGrant } from './store-grant.ts';

export { KEEP_SALESFORCE_ALIVE } from './keep-salesforce-alive.ts';
export { probeApiAccess } from './probe-api-access.ts';
export type { OpenSalesforce } from './open-salesforce.ts';
export type { SalesforceConnection, SalesforceConnectionState } from './repository.ts';

export interface SalesforceConnections {
  /** In the caller's transaction, so that the user and the grant are there together. */
  storeGrant(tx: Tx, orgId: string, userId: string, grant: SalesforceGrant): Promise<{ connectionId: string }>;
  find(tx: Tx, orgId: string, userId: string): Promise<SalesforceConnection | null>;
  open: OpenSalesforce;
  /** Opens, works, and lets every failure rise as ProviderError. Never call it inside a transaction: it waits for Salesforce. */
  withSalesforce<T>(orgId: string, userId: string, work: (salesforce: SalesforceClient) => Promise<T>, purpose?: string): Promise<T>;
  idle: KeepSalesforceAlive;
  disconnect(orgId: string, userId: string): Promise<{ revoked: boolean }>;
  /** Revokes a grant at Salesforce. Throws ProviderError. */
  revokeGrant(grant: { refreshToken: string; instanceUrl: string }): Promise<void>;
}

export function createSalesforceConnections(use: {
  pool: Pool;
  /** A small pool of its own for refreshes, 4 connections or so. */
  refreshPool: Pool;
  vault: Vault;
  clock: Clock;
  salesforce: Salesforce;
  clientTroubles: ClientTroubles;
  metrics: Metrics;
  facts: Facts;
}): SalesforceConnections {
  const refreshGrant = createRefreshGrant(use);
  const open = createOpenSalesforce({ ...use, refreshGrant });
  return {
    storeGrant: createStoreSalesforceGrant(use),
    find: findByUser,
    open,
    withSalesforce: async (orgId, userId, work, purpose) => work(await open(orgId, userId, purpose)),
    idle: createKeepSalesforceAlive({ ...use, refreshGrant }),
    disconnect: createDisconnectSalesforce(use),
    revokeGrant: (grant) => use.salesforce.revoke(grant),
  };
}
