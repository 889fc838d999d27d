import { createHash, randomBytes } from 'node:crypto';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import { consentAtMicrosoft } from './consents.ts';
import { createTestClock } from './test-clock.ts';
import { ProviderError } from '../src/platform/provider-error.ts';
import type { LookUpRequest, MailboxGrant, MailboxTier, OutgoingMessage, SendHooks } from '../src/providers/mailbox.ts';
import { createMicrosoftGraph } from '../src/providers/microsoft-graph/index.ts';

export const NOOR = 'noor@acme.example';
const REDIRECT = 'http://localhost:3000/oauth/microsoft/callback';

export type GraphRig = Awaited<ReturnType<typeof startGraphRig>>;

/**
 * A simulated Microsoft, the provider that talks to it, and what tests do with both. `timeoutMs` for tests of a Microsoft that keeps
 * silent.
 */
export async function startGraphRig({ notificationUrl, timeoutMs }: { notificationUrl?: string; timeoutMs?: number } = {}) {
  const clock = createTestClock();
  const microsoft = await startMicrosoft();
  const outlook = createMicrosoftGraph({
    clientId: '00000000-0000-4000-8000-00000000aaaa',
    clientSecret: 'local-microsoft-secret',
    loginBaseUrl: microsoft.url,
    graphBaseUrl: microsoft.url,
    notificationUrl,
    clock,
    timeoutMs,
  });

  async function order(path: string, body: object = {}): Promise<void> {
    const response = await fetch(microsoft.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  }

  async function consent(tier: MailboxTier = 'headers', decision: 'accept' | 'cancel' = 'accept', claims?: string) {
    const codeVerifier = randomBytes(32).toString('base64url');
    const codeChallenge = createHash('sha256').update(codeVerifier).digest('base64url');
    const url = await outlook.consentUrl({ tier, redirectUri: REDIRECT, state: 's', nonce: 'n', codeChallenge, loginHint: NOOR, claims });
    const back = await consentAtMicrosoft(url, NOOR, decision);
    return {
      url: new URL(url),
      back,
      exchange: { code: back?.searchParams.get('code') ?? '', codeVerifier, nonce: 'n', redirectUri: REDIRECT },
    };
  }

  const requests = (): string[] => microsoft.requests.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`);

  return {
    clock,
    microsoft,
    outlook,
    order,
    consent,
    connect: async (tier: MailboxTier = 'headers'): Promise<MailboxGrant> => outlook.exchangeCode((await consent(tier)).exchange),
    /** Everything asked for so far: method and address with its query. */
    requests,
    requestsTo: (pattern: RegExp): number => microsoft.requests.filter(({ method, path }) => pattern.test(`${method} ${path}`)).length,
    /** Fails every call to `path` from now on. */
    spoil: (path: string, action: object, effect: 'before' | 'after' = 'before') =>
      order('/sim/faults', { match: { path }, times: -1, effect, action }),
    async mail(folder: 'inbox' | 'sent' = 'sent'): Promise<string[]> {
      const response = await fetch(`${microsoft.url}/sim/mailboxes/${NOOR}/messages?folder=${folder}`);
      return ((await response.json()) as { messages: { raw: string }[] }).messages.map(({ raw }) => Buffer.from(raw, 'base64').toString());
    },
    /** A message comes in for Noor. */
    receive: (headers: string[] = [], body = 'The words of the answer') =>
      order('/sim/inbound', { to: [NOOR], raw: Buffer.from(rawMessage(headers, body)).toString('base64') }),
    lookUpOf: (draftId: string | null, minutesAgo = 10): LookUpRequest => ({
      messageId: '<msi-1@msi.example>',
      reference: 'msi-1',
      draftId,
      startedAt: new Date(clock.now().getTime() - minutesAgo * 60_000),
      now: clock.now(),
    }),
  };
}

function rawMessage(headers: string[], body: string): string {
  return [
    'From: Dana Whitfield <dana@globex.example>',
    `To: ${NOOR}`,
    ...headers,
    'MIME-Version: 1.0',
    'Content-Type: text/plain',
    '',
    body,
    '',
  ].join('\r\n');
}

export function message(): OutgoingMessage {
  const head = `From: ${NOOR}\r\nTo: dana@globex.example\r\nSubject: Hello\r\nMessage-ID: <msi-1@msi.example>\r\nX-MSI-Id: msi-1\r\n`;
  return {
    recipients: ['dana@globex.example'],
    fromAddress: NOOR,
    mime: Buffer.from(`${head}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nHello\r\n`),
    messageId: '<msi-1@msi.example>',
    reference: 'msi-1',
  };
}

/** Hooks that note what was prepared. */
export function hooks({ scopes }: MailboxGrant, draftId?: string): SendHooks & { prepared: string[] } {
  const prepared: string[] = [];
  return { scopes, prepared, draftId, onPrepared: async (id) => void prepared.push(id) };
}

/** The ProviderError that a call ends with. */
export function failureOf(call: Promise<unknown>): Promise<ProviderError> {
  return call.then(
    () => Promise.reject(new Error('The call was expected to fail.')),
    (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
  );
}
