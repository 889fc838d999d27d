import { createHash, randomBytes } from 'node:crypto';
import { startSalesforce, type SalesforceSimulator } from '../simulators/salesforce/index.ts';
import type { Connections } from '../src/connections.ts';
import { inOrg, type Pool } from '../src/platform/postgres.ts';
import { consentAtSalesforce } from '../test-support/consents.ts';

const HTTP = 'http://localhost:3000';
const LIKE_USER = '005000000000002AAA';
const LIKE_ORG = '00D000000000001EAA';
const LIKE_LEAD = '00Q000000000001EAA';
const MANY = 10_000_000;

/** A simulated Salesforce with the people whom the reps of an engine world write to, and every rep a user of it. */
export async function startEngineSalesforce(orgIds: readonly string[], peoplePerUser: number): Promise<SalesforceSimulator> {
  const simulator = await startSalesforce();
  const { state } = simulator.store;
  const lead = state.records[LIKE_ORG]?.['Lead']?.[LIKE_LEAD];
  for (const orgId of orgIds) {
    const org = state.orgs[orgId];
    const leads = state.records[orgId]?.['Lead'];
    if (!org || !leads || !lead) throw new Error(`The simulated Salesforce has no org ${orgId}.`);
    org.settings.apiCallsMax = MANY;
    for (let number = 1; number <= peoplePerUser; number += 1) {
      const id = `00Q${String(number).padStart(12, '0')}EAA`;
      leads[id] = { ...lead, Id: id, Email: `person${String(number)}@globex.example` };
    }
  }
  return simulator;
}

/** Signs the rep of a mailbox in and keeps the grant as the service does after the consent. */
export async function connectSalesforce(
  { store }: SalesforceSimulator,
  { salesforce, salesforceConnections }: Connections,
  pool: Pool,
  { orgId, userId, address }: { orgId: string; userId: string; address: string },
  salesforceUserId: string,
): Promise<void> {
  const like = store.state.users[LIKE_USER];
  if (!like) throw new Error('The simulated Salesforce has no user to copy.');
  store.state.users[salesforceUserId] = { ...like, id: salesforceUserId, orgId, username: address, email: address };
  const codeVerifier = randomBytes(48).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = `${HTTP}/oauth/salesforce/callback`;
  const back = await consentAtSalesforce(salesforce.consentUrl({ redirectUri, state: 's', codeChallenge }), salesforceUserId);
  const grant = await salesforce.exchangeCode({ code: back.searchParams.get('code') ?? '', codeVerifier, redirectUri });
  await inOrg(pool, orgId, (tx) => salesforceConnections.storeGrant(tx, orgId, userId, grant));
}

/** How many calls to its API Salesforce has counted. */
export function countApiCalls({ store }: SalesforceSimulator): number {
  return Object.values(store.state.orgs).reduce((sum, { apiCalls }) => sum + apiCalls, 0);
}
