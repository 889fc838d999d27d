import { randomBytes } from 'node:crypto';
import { startGoogle } from '../simulators/google/index.ts';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import type { ConsentResult, EmailConnection, EmailConnections } from '../src/features/email-connections/index.ts';
import { ProviderError } from '../src/platform/provider-error.ts';
import { createTestApp, type TestApp, type TestPanel } from './app.ts';
import { consentAtGoogle, consentAtMicrosoft, type GoogleChoice } from './consents.ts';
import type { TestOrg, TestUser } from './org.ts';

export const ACME = '00D000000000001EAA';
export const INITECH = '00D000000000002EAA';
export const RAE = 'rae@acme.example';

/** The service with both simulated mail vendors, and one rep who connects mailboxes in one browser. */
export class MailboxWorld {
  readonly google: Awaited<ReturnType<typeof startGoogle>>;
  readonly microsoft: Awaited<ReturnType<typeof startMicrosoft>>;
  readonly service: TestApp;
  readonly acme: TestOrg;
  rae: TestUser;
  browser: Buffer;
  /** The lines of level error and warning that the operator was given. */
  readonly logged: { level: 'warn' | 'error'; message: string }[];

  private constructor(parts: Pick<MailboxWorld, 'google' | 'microsoft' | 'service' | 'acme' | 'rae' | 'logged'>) {
    this.logged = parts.logged;
    this.google = parts.google;
    this.microsoft = parts.microsoft;
    this.service = parts.service;
    this.acme = parts.acme;
    this.rae = parts.rae;
    this.browser = randomBytes(32);
  }

  /** Salesforce is there only for those who start one. */
  static async start(others: { salesforce?: string } = {}): Promise<MailboxWorld> {
    const [google, microsoft] = await Promise.all([startGoogle(), startMicrosoft()]);
    const logged: MailboxWorld['logged'] = [];
    const service = await createTestApp({
      urls: { google: google.url, microsoft: microsoft.url, ...others },
      log: {
        warn: (_fields, message) => void logged.push({ level: 'warn', message }),
        error: (_fields, message) => void logged.push({ level: 'error', message }),
      },
    });
    const acme = await service.addOrg({ orgId: ACME });
    await service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
    return new MailboxWorld({ google, microsoft, service, acme, rae: await newRae(acme), logged });
  }

  /** A new rep in a new browser, both vendors as after their start, the clock at now. */
  async reset(): Promise<void> {
    await Promise.all([this.orderGoogle('/sim/reset'), order(this.microsoft.url, '/sim/reset')]);
    await this.service.database.ownerPool.query(
      'delete from users; delete from letters; delete from letter_slots; delete from mailbox_policies; delete from oauth_clients; ' +
        'delete from connection_secrets; delete from client_troubles',
    );
    this.logged.length = 0;
    this.rae = await newRae(this.acme);
    this.browser = randomBytes(32);
    this.service.clock.set(new Date());
  }

  async close(): Promise<void> {
    await this.service.close();
    await Promise.all([this.google.close(), this.microsoft.close()]);
  }

  get mailboxes(): EmailConnections {
    return this.service.connections.emailConnections;
  }

  async rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.service.database.ownerPool.query<Row>(sql, values)).rows;
  }

  orderMicrosoft(path: string, body: object = {}): Promise<void> {
    return order(this.microsoft.url, path, body);
  }

  orderGoogle(path: string, body: object = {}): Promise<void> {
    return order(this.google.url, path, body);
  }

  async googleRequests(path: string): Promise<number> {
    const response = await fetch(`${this.google.url}/sim/requests?method=POST&path=${path}`);
    return ((await response.json()) as { requests: unknown[] }).requests.length;
  }

  /** Where Google sends the browser back to. */
  async googleBack(choice: Partial<GoogleChoice> = {}): Promise<URL> {
    return consentAtGoogle(await this.mailboxes.startMailboxConsent(ACME, this.rae.id, 'google', this.browser), { email: RAE, ...choice });
  }

  complete(back: URL, browserHash = this.browser, provider: 'google' | 'microsoft' = 'google'): Promise<ConsentResult> {
    return this.mailboxes.completeMailboxConsent({
      provider,
      state: back.searchParams.get('state'),
      code: back.searchParams.get('code') ?? undefined,
      error: back.searchParams.get('error') ?? undefined,
      errorDescription: back.searchParams.get('error_description') ?? undefined,
      browserHash,
    });
  }

  /** The id of the connection. */
  async connectGoogle(choice: Partial<GoogleChoice> = {}): Promise<string> {
    return connectionOf(await this.complete(await this.googleBack(choice)));
  }

  async consentMicrosoft(email: string): Promise<ConsentResult> {
    const back = await consentAtMicrosoft(await this.mailboxes.startMailboxConsent(ACME, this.rae.id, 'microsoft', this.browser), email);
    if (!back) throw new Error('Microsoft did not send the browser back.');
    return this.complete(back, this.browser, 'microsoft');
  }

  /** The panel of the org's admin, opened anew. */
  async adminPanel(): Promise<TestPanel> {
    const avery = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' };
    const [known] = await this.rows('select 1 from users where email = $1', [avery.email]);
    if (!known) await this.acme.addUser({ ...avery, name: 'Avery Stone', role: 'admin' });
    return this.service.openPanel(this.acme, avery);
  }

  /** What the panel of the rep shows of the mailbox. */
  async shown(): Promise<EmailConnection> {
    const [mailbox] = await this.mailboxes.listEmailConnections(ACME, this.rae.id);
    if (!mailbox) throw new Error('The rep has no mailbox.');
    return mailbox;
  }

  /** The rep's own address becomes this one, so that a mailbox of it needs no confirmation. */
  async renameRae(email: string): Promise<void> {
    await this.rows('update users set email = $2 where id = $1', [this.rae.id, email]);
  }

  async stateOf(connectionId: string): Promise<{ state: string; reason: string | null } | undefined> {
    const [row] = await this.rows<{ state: string; reason: string | null }>(
      'select state, state_reason as reason from email_connections where id = $1',
      [connectionId],
    );
    return row;
  }

  /** The id of a sales email that waits for this mailbox. */
  async waitingEmail(connectionId: string): Promise<string> {
    const [email] = await this.rows<{ id: string }>(
      `insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, from_address, state, due_at, created_at,
         updated_at)
       values ($1, $2, $3, '00Q000000000001EAA', 'Lead', $4, 'queued', now(), now(), now()) returning id`,
      [ACME, this.rae.id, connectionId, RAE],
    );
    return email?.id ?? '';
  }
}

export function connectionOf(result: ConsentResult): string {
  if (result.outcome !== 'connected') throw new Error(`The mailbox was not connected: ${JSON.stringify(result)}`);
  return result.connectionId;
}

/** The ProviderError that a call ends with; anything else fails the test. */
export function providerFailure(call: Promise<unknown>): Promise<ProviderError> {
  return call.then(
    () => Promise.reject(new Error('The call was expected to fail.')),
    (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
  );
}

function newRae(acme: TestOrg): Promise<TestUser> {
  return acme.addUser({ salesforceUserId: '005000000000002AAA', email: RAE });
}

async function order(url: string, path: string, body: object = {}): Promise<void> {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
}
