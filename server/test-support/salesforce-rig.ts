import { createHash, randomBytes } from 'node:crypto';
import { startSalesforce, type SalesforceSimulator } from '../simulators/salesforce/index.ts';
import { consentAtSalesforce } from './consents.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createSalesforce, type Salesforce, type SalesforceClient, type SalesforceGrant } from '../src/providers/salesforce/index.ts';

export const REDIRECT = 'http://localhost:3000/oauth/salesforce/callback';
export const ACME = '00D000000000001EAA';
export const RAE = '005000000000002AAA';
export const SAM = '005000000000004AAA';

export interface Rig {
  simulator: SalesforceSimulator;
  salesforce: Salesforce;
  /** A grant that has been through consent. */
  connect(userId?: string): Promise<SalesforceGrant>;
  /** A client of that grant that fails on expiry unless told otherwise. */
  clientOf(grant: SalesforceGrant, onExpired?: () => Promise<{ accessToken: string; instanceUrl: string }>): SalesforceClient;
  /** Orders faults and changes of the simulated world. */
  order(path: string, body?: object): Promise<void>;
  /** How often an address was asked for. */
  count(method: string, path: string): Promise<number>;
  close(): Promise<void>;
}

/** Our client against the simulated Salesforce. */
export async function startRig(timeoutMs?: number): Promise<Rig> {
  const started = await startSalesforce();
  const simulator = { ...started, url: started.url };
  const settings = {
    clientId: 'msi-salesforce',
    clientSecret: 'local-salesforce-secret',
    loginUrl: simulator.url,
    extraOrigins: [simulator.url],
    clock: systemClock,
    timeoutMs,
  };
  const salesforce = createSalesforce(settings);
  return {
    simulator,
    salesforce,
    async connect(userId = RAE) {
      const codeVerifier = randomBytes(32).toString('base64url');
      const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
      const back = await consentAtSalesforce(salesforce.consentUrl({ redirectUri: REDIRECT, state: 'the-state', codeChallenge }), userId);
      return salesforce.exchangeCode({ code: back.searchParams.get('code') ?? '', codeVerifier, redirectUri: REDIRECT });
    },
    clientOf: (grant, onExpired = () => Promise.reject(new Error('Nobody expected this token to expire.'))) =>
      salesforce.client({ instanceUrl: grant.instanceUrl, accessToken: grant.accessToken, onExpired }),
    async order(path, body = {}) {
      const response = await fetch(simulator.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
    },
    async count(method, path) {
      const response = await fetch(`${simulator.url}/sim/requests?method=${method}&path=${encodeURIComponent(path)}`);
      return ((await response.json()) as { requests: unknown[] }).requests.length;
    },
    close: () => started.close(),
  };
}

/** The ProviderError that a call ends with. */
export async function failureOf(
  call: Promise<unknown>,
): Promise<{ kind?: string; vendorCode?: string | undefined; reason?: string | undefined; retryAt?: Date | undefined; message: string }> {
  return call.then(
    () => Promise.reject(new Error('The call was expected to fail.')),
    (error: unknown) => error as Error & { kind?: string },
  );
}
