import { createHash, randomBytes } from 'node:crypto';
import { inOrg } from '../src/platform/postgres.ts';
import type { TestApp } from './app.ts';
import { consentAtSalesforce } from './consents.ts';
import type { TestUser } from './org.ts';

/** Signs a user in at the simulated Salesforce, and keeps the grant as the service does after the consent. */
export async function keepSalesforce({ config, database, connections }: TestApp, user: TestUser): Promise<void> {
  const codeVerifier = randomBytes(48).toString('base64url');
  const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
  const redirectUri = `${config.PUBLIC_URL}/oauth/salesforce/callback`;
  const { salesforce, salesforceConnections } = connections;
  const back = await consentAtSalesforce(salesforce.consentUrl({ redirectUri, state: 's', codeChallenge }), user.salesforceUserId);
  const grant = await salesforce.exchangeCode({ code: back.searchParams.get('code') ?? '', codeVerifier, redirectUri });
  await inOrg(database.pool, user.orgId, (tx) => salesforceConnections.storeGrant(tx, user.orgId, user.id, grant));
}
