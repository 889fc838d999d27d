import { createHash, randomBytes } from 'node:crypto';
import { Connection, OAuth2 } from 'jsforce';
import { consentAtSalesforce } from '../../test-support/consents.ts';
import { startSalesforce, type SalesforceSimulator } from './index.ts';

export const CALLBACK = 'http://localhost:3000/oauth/salesforce/callback';
export const RAE = '005000000000002AAA';
export const SAM = '005000000000004AAA';
export const DANA = '00Q000000000001EAA';
export const OMAR = '003000000000001AAA';
export const GLOBEX = '001000000000001AAA';
export const FORTY_SEATS = '006000000000001AAA';

export interface Tokens {
  access_token: string;
  refresh_token: string;
  instance_url: string;
  id: string;
  signature: string;
  issued_at: string;
  scope: string;
  id_token?: string;
}

export interface Rig {
  simulator: SalesforceSimulator;
  oauth2: OAuth2;
  verifier: string;
  /** Where jsforce would send the browser. */
  authorizeUrl(extra?: Record<string, string>): string;
  /** Goes through login and consent and exchanges the code. */
  tokens(userId?: string): Promise<Tokens>;
  /** jsforce with a fresh grant of the user. */
  connect(userId?: string): Promise<Connection>;
  post(path: string, body?: object): Promise<Response>;
}

/** The simulator and jsforce set up for it as the service does. */
export async function startRig(): Promise<Rig> {
  const simulator = await startSalesforce();
  const oauth2 = new OAuth2({
    loginUrl: simulator.url,
    clientId: 'msi-salesforce',
    clientSecret: 'local-salesforce-secret',
    redirectUri: CALLBACK,
  });
  const verifier = randomBytes(48).toString('base64url');
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const rig: Rig = {
    simulator,
    oauth2,
    verifier,
    authorizeUrl: (extra = {}) =>
      oauth2.getAuthorizationUrl({
        scope: 'api refresh_token openid',
        state: 'the-state',
        code_challenge: challenge,
        code_challenge_method: 'S256',
        ...extra,
      }),
    async tokens(userId = RAE) {
      const back = await consentAtSalesforce(rig.authorizeUrl(), userId);
      const answer: unknown = await oauth2.requestToken(back.searchParams.get('code') ?? '', { code_verifier: verifier });
      return answer as Tokens;
    },
    async connect(userId = RAE) {
      const { access_token, instance_url } = await rig.tokens(userId);
      return new Connection({ instanceUrl: instance_url, accessToken: access_token, version: '66.0' });
    },
    post: (path, body = {}) =>
      fetch(simulator.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  };
  return rig;
}
