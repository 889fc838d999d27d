import { createHash, randomBytes } from 'node:crypto';
import { ConfidentialClientApplication, type AuthenticationResult, type NetworkRequestOptions } from '@azure/msal-node';

export const REDIRECT = 'http://localhost:3000/oauth/microsoft/callback';
export const CLIENT_ID = '00000000-0000-4000-8000-00000000aaaa';
const REAL_HOST = 'https://login.microsoftonline.com';

/** The real client library against the simulator: its public authority, with only the host of its requests replaced. */
export function msalClient(url: string, clientSecret = 'local-microsoft-secret'): ConfidentialClientApplication {
  const send = async (address: string, options: NetworkRequestOptions | undefined, method: string) => {
    const response = await fetch(address.replace(REAL_HOST, url), {
      method,
      ...(options?.headers ? { headers: options.headers } : {}),
      ...(options?.body === undefined ? {} : { body: options.body }),
    });
    return { status: response.status, headers: Object.fromEntries(response.headers), body: (await response.json()) as never };
  };
  return new ConfidentialClientApplication({
    auth: { clientId: CLIENT_ID, clientSecret, authority: `${REAL_HOST}/organizations` },
    system: {
      networkClient: {
        sendGetRequestAsync: (address, options) => send(address, options, 'GET'),
        sendPostRequestAsync: (address, options) => send(address, options, 'POST'),
      },
      disableInternalRetries: true,
    },
  });
}

export interface SignIn {
  email?: string;
  scopes?: string[];
  decision?: 'accept' | 'cancel';
  prompt?: string;
}

export interface SignInAnswer {
  /** Where the browser was sent; null when it stayed on a page. */
  redirect: URL | null;
  page: string;
  verifier: string;
  nonce: string;
  scopes: string[];
}

export const ALL_SCOPES = ['User.Read', 'Mail.Send', 'Mail.ReadWrite'];

/** Walks through the sign-in pages like a person. */
export async function signIn(
  url: string,
  { email = 'noor@acme.example', scopes = ALL_SCOPES, decision = 'accept', prompt }: SignIn = {},
): Promise<SignInAnswer> {
  const verifier = randomBytes(48).toString('base64url');
  const nonce = randomBytes(12).toString('base64url');
  const authorizeUrl = await msalClient(url).getAuthCodeUrl({
    scopes,
    redirectUri: REDIRECT,
    state: 'the-state',
    nonce,
    loginHint: email,
    codeChallenge: createHash('sha256').update(verifier).digest('base64url'),
    codeChallengeMethod: 'S256',
    ...(prompt ? { prompt } : {}),
  });
  const walked = { verifier, nonce, scopes };
  let answer = await fetch(authorizeUrl.replace(REAL_HOST, url), { redirect: 'manual' });
  for (const [step, typed] of [
    ['email', { email }],
    ['password', { password: 'anything' }],
    ['consent', { decision }],
  ] as const) {
    if (answer.status !== 200) break;
    const page = await answer.text();
    if (!page.includes(`/login/${step}"`)) return { ...walked, redirect: null, page };
    const fields = { ...hiddenFieldsOf(page), ...typed };
    answer = await fetch(`${url}/organizations/login/${step}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  }
  const location = answer.headers.get('location');
  return { ...walked, redirect: location === null ? null : new URL(location), page: await answer.text() };
}

function hiddenFieldsOf(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...fields].map(([, name, value]) => [name ?? '', (value ?? '').replaceAll('&amp;', '&')]));
}

export async function redeem(
  client: ConfidentialClientApplication,
  { redirect, verifier, nonce, scopes }: SignInAnswer,
): Promise<AuthenticationResult> {
  return client.acquireTokenByCode({
    code: redirect?.searchParams.get('code') ?? '',
    scopes,
    redirectUri: REDIRECT,
    codeVerifier: verifier,
    nonce,
  });
}

/** The members of Graph's answers that tests look at; which of them are there depends on the call. */
export interface GraphBody {
  id: string;
  subject: string;
  mail: string;
  isDraft: boolean;
  internetMessageId: string;
  internetMessageHeaders: { name: string; value: string }[];
  conversationId: string;
  toRecipients: { emailAddress: { address: string } }[];
  body: { content: string };
  value: GraphBody[];
  '@odata.nextLink': string;
  '@odata.deltaLink': string;
  '@removed': { reason: string };
  expirationDateTime: string;
  error: { code: string };
}

export interface GraphAnswer {
  status: number;
  headers: Headers;
  text: string;
  body: GraphBody;
}

export type Graph = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<GraphAnswer>;

/**
 * Calls Graph with a token of these scopes, by a path below /me or from /v1.0 on. Strings go out as MIME in text/plain, everything else as
 * JSON.
 */
export async function graphOf(url: string, signInAs: SignIn = {}): Promise<Graph> {
  const { accessToken } = await redeem(msalClient(url), await signIn(url, signInAs));
  return async function callGraph(method, path, body, headers = {}) {
    const type: Record<string, string> =
      body === undefined ? {} : { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' };
    const response = await fetch(path.startsWith('/v1.0/') ? url + path : `${url}/v1.0/me${path}`, {
      method,
      headers: { authorization: `Bearer ${accessToken}`, ...type, ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : {}) as GraphBody };
  };
}
