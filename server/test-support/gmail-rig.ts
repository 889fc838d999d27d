import { createHash, randomBytes } from 'node:crypto';
import { startGoogle } from '../simulators/google/index.ts';
import { consentAtGoogle, type GoogleChoice } from './consents.ts';
import type { Clock } from '../src/platform/clock.ts';
import { ProviderError } from '../src/platform/provider-error.ts';
import type {
  CodeExchange,
  InboxMessage,
  InboxPage,
  LookUpRequest,
  MailboxGrant,
  MailboxTier,
  OutgoingMessage,
} from '../src/providers/mailbox.ts';
import { createGmail } from '../src/providers/gmail/index.ts';

export const RAE = 'rae@acme.example';
export const REDIRECT = 'http://localhost:3000/oauth/google/callback';
export const TOPIC = 'projects/msi-local/topics/gmail';
export const SEND = '/gmail/v1/users/me/messages/send';
export const MESSAGES = '/gmail/v1/users/me/messages';

export type GmailRig = Awaited<ReturnType<typeof startGmailRig>>;

/** The simulated Google, a client of ours, and what tests ask of both. `timeoutMs` for tests of a Google that keeps silent. */
export async function startGmailRig({ timeoutMs }: { timeoutMs?: number } = {}) {
  const google = await startGoogle();
  /** The simulator's time, so that both sides agree on what is old. */
  const clock: Clock = { now: () => google.clock.now() };
  const settings = { clientId: 'msi-google', clientSecret: 'local-google-secret', baseUrl: google.url, clock, timeoutMs };
  const gmail = createGmail({ ...settings, pubsubTopic: TOPIC });

  async function order(path: string, body: object = {}): Promise<void> {
    const answer = await fetch(google.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  }
  async function requests(path: string): Promise<{ url: string; method: string }[]> {
    const answer = await fetch(`${google.url}/sim/requests?path=${encodeURIComponent(path)}`);
    return ((await answer.json()) as { requests: { url: string; method: string }[] }).requests;
  }
  async function consent(choice: Partial<GoogleChoice> = {}, tier: MailboxTier = 'headers') {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const url = await gmail.consentUrl({ tier, redirectUri: REDIRECT, state: 's', nonce: 'n', codeChallenge, loginHint: RAE });
    const back = await consentAtGoogle(url, { email: RAE, ...choice });
    const exchange: CodeExchange = { code: back.searchParams.get('code') ?? '', codeVerifier, nonce: 'n', redirectUri: REDIRECT };
    return { url, exchange };
  }
  const connect = async (tier: MailboxTier = 'headers', choice: Partial<GoogleChoice> = {}): Promise<MailboxGrant> =>
    gmail.exchangeCode((await consent(choice, tier)).exchange);

  return {
    google,
    gmail,
    settings,
    order,
    requests,
    consent,
    connect,
    count: async (path: string) => (await requests(path)).length,
    send: (grant: MailboxGrant, message: OutgoingMessage) =>
      gmail.send(grant.accessToken, message, { scopes: grant.scopes, onPrepared: () => Promise.resolve() }),
    lookUp: (grant: MailboxGrant, request: LookUpRequest) => gmail.lookUp(grant.accessToken, grant.scopes, request),
    spoilSend: (action: object, effect: 'before' | 'after' = 'after') =>
      order('/sim/faults', { match: { path: SEND }, times: -1, effect, action }),
    /** Mail from outside for Rae. */
    receive: (headers: string[], body = 'Hello\r\n') => {
      const raw = Buffer.from([`To: ${RAE}`, ...headers, 'Content-Type: text/plain', '', body].join('\r\n'));
      return order('/sim/inbound', { to: [RAE], raw: raw.toString('base64') });
    },
    mailbox: () => google.state.mailboxes[RAE]!,
    lookUpOf: (sent: OutgoingMessage, minutesAgo = 10): LookUpRequest => ({
      messageId: sent.messageId,
      reference: sent.reference,
      draftId: null,
      startedAt: new Date(clock.now().getTime() - minutesAgo * 60_000),
      now: clock.now(),
    }),
  };
}

export function message(bytes = 10, reference = 'msi-1'): OutgoingMessage {
  const messageId = `<${reference}@msi.example>`;
  const head = `From: ${RAE}\r\nTo: dana@globex.example\r\nSubject: Hello\r\nMessage-ID: ${messageId}\r\nX-MSI-Id: ${reference}\r\n`;
  const body = 'x'
    .repeat(76)
    .concat('\r\n')
    .repeat(Math.ceil(bytes / 78));
  return {
    recipients: ['dana@globex.example'],
    fromAddress: RAE,
    mime: Buffer.from(`${head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}`),
    messageId,
    reference,
  };
}

/** The ProviderError that a call ends with; anything else fails the test. */
export function failureOf(call: Promise<unknown>): Promise<ProviderError> {
  return call.then(
    () => Promise.reject(new Error('The call was expected to fail.')),
    (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
  );
}

/** The value of a header of a found message. */
export function headerOf({ headers }: InboxMessage, name: string): string | undefined {
  return headers.find(([key]) => key === name)?.[1];
}

/** Goes through the pages of an answer as the service does. */
export async function allPages(
  ask: (cursor: string | null) => Promise<InboxPage>,
): Promise<{ messages: InboxMessage[]; pages: InboxPage[] }> {
  const pages: InboxPage[] = [];
  do pages.push(await ask(pages.at(-1)?.cursor ?? null));
  while (pages.at(-1)?.hasMore);
  return { messages: pages.flatMap(({ messages }) => messages), pages };
}
