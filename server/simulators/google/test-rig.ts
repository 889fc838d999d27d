import { createHash, randomBytes } from 'node:crypto';
import { auth, gmail } from 'googleapis/build/src/apis/gmail/index.js';

type OAuth2Client = InstanceType<typeof auth.OAuth2>;
type Credentials = OAuth2Client['credentials'];

export const REDIRECT = 'http://localhost:3000/oauth/google/callback';
export const AUTH = 'https://www.googleapis.com/auth/';
export const SEND = `${AUTH}gmail.send`;
export const METADATA = `${AUTH}gmail.metadata`;
export const READONLY = `${AUTH}gmail.readonly`;

/** The real client library, with nothing but its addresses changed. */
export function oauthClient(url: string, clientSecret = 'local-google-secret'): OAuth2Client {
  return new auth.OAuth2({
    clientId: 'msi-google',
    clientSecret,
    redirectUri: REDIRECT,
    endpoints: {
      oauth2AuthBaseUrl: `${url}/o/oauth2/v2/auth`,
      oauth2TokenUrl: `${url}/token`,
      oauth2RevokeUrl: `${url}/revoke`,
      tokenInfoUrl: `${url}/tokeninfo`,
      oauth2FederatedSignonPemCertsUrl: `${url}/oauth2/v1/certs`,
    },
  });
}

export function gmailOf(url: string, client: OAuth2Client) {
  return gmail({ version: 'v1', auth: client, rootUrl: `${url}/`, retry: false });
}

/** Collects the hidden fields of a page's form, as a browser would send them back. */
export function hiddenFieldsOf(page: string): Record<string, string> {
  const fields = page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...fields].map(([, name, value]) => [
      name ?? '',
      (value ?? '').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    ]),
  );
}

export async function post(url: string, fields: [string, string][]): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}

export interface Consent {
  email?: string;
  scopes?: string[];
  /** The scopes left ticked; all of them when not given. */
  ticked?: string[];
  decision?: 'continue' | 'cancel';
  prompt?: 'consent' | 'none';
}

export interface ConsentAnswer {
  redirect: URL;
  verifier: string;
}

/** Walks through the sign-in pages like a person and answers where the browser was sent in the end. */
export async function walkConsent(
  url: string,
  { email = 'rae@acme.example', scopes = [SEND], ticked, decision = 'continue', prompt }: Consent = {},
): Promise<ConsentAnswer> {
  const verifier = randomBytes(48).toString('base64url');
  const authorizeUrl = new URL(
    oauthClient(url).generateAuthUrl({
      access_type: 'offline',
      scope: ['openid', 'email', ...scopes],
      state: 'the-state',
      login_hint: email,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      ...(prompt ? { prompt } : {}),
    }),
  );
  authorizeUrl.searchParams.set('code_challenge_method', 'S256');
  const emailPage = await (await fetch(authorizeUrl)).text();
  const passwordPage = await (
    await post(`${url}/signin/identifier`, [...Object.entries(hiddenFieldsOf(emailPage)), ['email', email]])
  ).text();
  const afterPassword = await post(`${url}/signin/password`, [...Object.entries(hiddenFieldsOf(passwordPage)), ['password', 'anything']]);
  const direct = afterPassword.headers.get('location');
  if (direct !== null) return { redirect: new URL(direct), verifier };
  const consentPage = hiddenFieldsOf(await afterPassword.text());
  const granted = (ticked ?? scopes).map((scope): [string, string] => ['granted', scope]);
  const end = await post(`${url}/signin/consent`, [...Object.entries(consentPage), ...granted, ['decision', decision]]);
  return { redirect: new URL(end.headers.get('location') ?? ''), verifier };
}

/** A client that has been through consent. */
export async function connect(
  url: string,
  consent: Consent = {},
): Promise<{ auth: OAuth2Client; tokens: Credentials; code: string; verifier: string }> {
  const { redirect, verifier } = await walkConsent(url, { prompt: 'consent', ...consent });
  const code = redirect.searchParams.get('code') ?? '';
  const client = oauthClient(url);
  const { tokens } = await client.getToken({ code, codeVerifier: verifier });
  client.setCredentials(tokens);
  return { auth: client, tokens, code, verifier };
}

export function rawMessage(headers: string[], body = 'Hello\r\n'): Buffer {
  return Buffer.from(`${headers.join('\r\n')}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`);
}

/** Sends an order to the simulator's own API. */
export async function order(url: string, path: string, body: object = {}): Promise<void> {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** Mail from outside for an account. */
export function receive(url: string, address: string, headers: string[]): Promise<void> {
  return order(url, '/sim/inbound', { to: [address], raw: rawMessage([`To: ${address}`, ...headers]).toString('base64') });
}

interface OAuthRefusal {
  error: string;
  error_description: string;
}

interface GmailRefusal {
  error: { code: number; message: string; errors: { reason: string }[]; details?: { reason: string }[] };
}

interface Refusal<Body> {
  status: number;
  data: Body;
}

/** The refusal of a Gmail method. */
export function gmailRefusal(call: Promise<unknown>): Promise<Refusal<GmailRefusal>> {
  return refusal(call);
}

/** The refusal of an OAuth endpoint: status and body as the vendor's library reports them. */
export async function refusal<Body = OAuthRefusal>(call: Promise<unknown>): Promise<Refusal<Body>> {
  try {
    await call;
  } catch (error) {
    const { response } = error as { response?: { status: number; data: Body } };
    if (response) return { status: response.status, data: response.data };
    throw error;
  }
  throw new Error('The call was expected to be refused.');
}
