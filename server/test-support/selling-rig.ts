import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { startGoogle } from '../simulators/google/index.ts';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import { startProspect } from '../simulators/prospect/index.ts';
import { startSalesforce } from '../simulators/salesforce/index.ts';
import { createTestApp, type TestApp, type TestAnswer, type TestPanel } from './app.ts';
import { consentAtGoogle, consentAtMicrosoft } from './consents.ts';
import type { TestDatabase } from './database.ts';
import { keepSalesforce } from './keep-salesforce.ts';
import type { TestOrg, TestUser } from './org.ts';
import { until } from './until.ts';
import { createWorker, type JobWorker } from '../src/platform/jobs.ts';
import { NO_METRICS, type Metrics } from '../src/platform/metrics.ts';
import { inOrg } from '../src/platform/postgres.ts';
import { createVault, openFileKeyring } from '../src/platform/secrets/index.ts';
import { createGmail } from '../src/providers/gmail/index.ts';
import type { MailboxGrant, MailboxProvider, MailboxTier } from '../src/providers/mailbox.ts';
import { createMicrosoftGraph } from '../src/providers/microsoft-graph/index.ts';
import { createWork, type Work, type WorkDependencies } from '../src/worker-jobs.ts';
import { resumeMailbox } from '../src/features/send-engine/index.ts';

export const ACME = '00D000000000001EAA';
export const DANA = '00Q000000000001EAA';
export const PAT_WITHOUT_ADDRESS = '00Q000000000002EAA';
export const JO_OPTED_OUT = '00Q000000000003EAA';
export const OMAR = '003000000000001AAA';
export const GLOBEX = '001000000000001AAA';
export const GLOBEX_DEAL = '006000000000001AAA';
export const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };
export const NOOR = { salesforceUserId: '005000000000003AAA', email: 'noor@acme.example', name: 'Noor Haddad' };

const HTTP = 'http://localhost:3000';
const LEASE_MS = 1_500;

export interface Rep {
  user: TestUser;
  panel: TestPanel;
  /** Sends what `draft` says, to Dana from her own page unless it says otherwise. */
  send(draft?: object, key?: string): Promise<TestAnswer>;
}

// Tests look at whatever was answered
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Answered = any;
export type Vendor = 'google' | 'microsoft' | 'salesforce';

/** The whole product on a private database, with the simulated world around it. */
export async function startSellingRig({
  metrics = NO_METRICS,
  database: given,
  env = {},
}: { metrics?: Metrics; database?: TestDatabase; env?: Record<string, string> } = {}) {
  const neighbours: { google?: string; microsoft?: string } = {};
  const prospect = await startProspect({ neighbours });
  const smtp = { host: '127.0.0.1', port: prospect.smtpPort };
  const [google, microsoft, salesforce] = await Promise.all([
    startGoogle({ smtp, neighbours }),
    startMicrosoft({ smtp, neighbours }),
    startSalesforce({}),
  ]);
  Object.assign(neighbours, { google: google.url, microsoft: microsoft.url });
  const urls = { google: google.url, microsoft: microsoft.url, salesforce: salesforce.url, prospect: prospect.url };
  const service: TestApp = await createTestApp({
    urls: { ...urls, smtp: `smtp://127.0.0.1:${String(prospect.smtpPort)}` },
    env: { USER_REQUESTS_PER_MINUTE: '100000', ADDRESS_REQUESTS_PER_MINUTE: '100000', ...env },
    metrics,
    ...(given ? { database: given } : {}),
  });
  const { config, clock, connections, database } = service;
  const vault = createVault({ keyring: openFileKeyring(config.TOKEN_ENCRYPTION_KEYRING, { create: true }), clock });
  const org: TestOrg = await service.addOrg({ orgId: ACME });
  const createWorkOf = (change: Partial<WorkDependencies> = {}): Work =>
    createWork({
      pool: database.pool,
      clock,
      connections,
      mailer: { send: () => Promise.resolve(), close: () => undefined },
      publicUrl: config.PUBLIC_URL,
      leaseMs: LEASE_MS,
      metrics,
      spacingMs: { google: 0, microsoft: 0 },
      collecting: { perWriteMs: 0, mostMs: 0 },
      ...change,
    });
  const work = createWorkOf();
  const workers: JobWorker[] = [];

  const keepMailbox = async (user: TestUser, provider: MailboxProvider, grant: MailboxGrant): Promise<void> => {
    await inOrg(database.pool, ACME, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        `insert into email_connections (org_id, user_id, provider, account_key, address, display_name, scopes, access_token_expires_at,
           connected_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
        [
          ACME,
          user.id,
          provider.name,
          grant.accountKey,
          grant.address,
          grant.displayName,
          grant.scopes,
          grant.accessTokenExpiresAt,
          clock.now(),
        ],
      );
      const id = { orgId: ACME, connectionId: rows[0]?.id ?? '', provider: provider.name };
      await vault.seal(tx, { ...id, field: 'grant' }, grant.secret);
      await vault.seal(tx, { ...id, field: 'access_token' }, grant.accessToken);
    });
  };

  const connectMailbox = async (
    user: TestUser,
    provider: MailboxProvider,
    consent: (url: string) => Promise<URL | null>,
    tier: MailboxTier = 'headers',
  ): Promise<void> => {
    const verifier = randomBytes(48).toString('base64url');
    const redirectUri = `${HTTP}/oauth/${provider.name}/callback`;
    const nonce = randomUUID();
    const url = await provider.consentUrl({
      tier,
      redirectUri,
      state: 's',
      nonce,
      codeChallenge: challenge(verifier),
      loginHint: user.email,
    });
    const code = (await consent(url))?.searchParams.get('code') ?? '';
    await keepMailbox(user, provider, await provider.exchangeCode({ code, codeVerifier: verifier, nonce, redirectUri }));
  };

  const gmail = createGmail({ clientId: config.GOOGLE_CLIENT_ID, clientSecret: config.GOOGLE_CLIENT_SECRET, baseUrl: urls.google, clock });
  const outlook = createMicrosoftGraph({
    clientId: config.MICROSOFT_CLIENT_ID,
    clientSecret: config.MICROSOFT_CLIENT_SECRET,
    loginBaseUrl: urls.microsoft,
    graphBaseUrl: urls.microsoft,
    clock,
  });

  const addRep = async (person: typeof RAE, mailbox: 'google' | 'microsoft' | 'none' = 'none', tier?: MailboxTier): Promise<Rep> => {
    const user = await org.addUser(person);
    await keepSalesforce(service, user);
    if (mailbox === 'google') await connectMailbox(user, gmail, (url) => consentAtGoogle(url, { email: user.email }), tier);
    if (mailbox === 'microsoft') await connectMailbox(user, outlook, (url) => consentAtMicrosoft(url, user.email), tier);
    const rep: Rep = {
      user,
      panel: await service.openPanel(org, person),
      // With the panel of then: a test whose clock has moved on opens another
      send: (draft = {}, key = randomUUID()) =>
        rep.panel.request(
          'POST',
          '/v1/sales-emails',
          { recordId: DANA, personId: DANA, subject: 'Pricing for 40 seats', bodyHtml: '<p>Hi Dana</p>', ...draft },
          { 'idempotency-key': key },
        ),
    };
    return rep;
  };

  const simulator = async (vendor: Vendor | 'prospect', method: string, path: string, body?: object): Promise<Answered> => {
    const answer = await fetch(`${urls[vendor]}${path}`, {
      method,
      ...(body ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${text}`);
    return text ? JSON.parse(text) : null;
  };

  return {
    service,
    database,
    clock,
    work,
    connections,
    org,
    addRep,
    simulator,
    /** The rep walks through Google's consent again; the mailbox keeps its row. */
    async reconnectGoogle({ user }: Rep): Promise<void> {
      const {
        database: { ownerPool, pool },
      } = service;
      const { rows } = await ownerPool.query<{ id: string }>('select id from email_connections where user_id = $1', [user.id]);
      const connectionId = rows[0]?.id ?? '';
      await ownerPool.query(`update email_connections set state = 'disconnected' where id = $1`, [connectionId]);
      await connectMailbox(user, gmail, (url) => consentAtGoogle(url, { email: user.email }));
      const { rows: live } = await ownerPool.query<{ id: string }>(
        `select id from email_connections where user_id = $1 and state = 'connected'`,
        [user.id],
      );
      await inOrg(pool, ACME, (tx) => resumeMailbox(tx, ACME, live[0]?.id ?? '', clock.now()));
    },
    /** What Salesforce hides from a person from now on. */
    hide: (
      { salesforceUserId }: { salesforceUserId: string },
      hidden: { hiddenFields?: string[]; hiddenRecords?: string[] },
    ): Promise<unknown> => simulator('salesforce', 'POST', `/sim/users/${salesforceUserId}`, hidden),
    /** What somebody changes in a record of Salesforce. */
    changeRecord: (recordId: string, change: object): Promise<unknown> =>
      simulator('salesforce', 'PATCH', `/sim/orgs/${ACME}/record/${recordId}`, change),
    /** What a rule, a trigger or a flow of the org refuses, record by record. */
    refuseRecords: (fault: { object: string; contains?: string; times: number; errorCode: string; message: string }): Promise<unknown> =>
      simulator('salesforce', 'POST', `/sim/orgs/${ACME}/record-faults`, fault),
    fault: (vendor: Vendor, fault: object): Promise<unknown> => simulator(vendor, 'POST', '/sim/faults', fault),
    /** Something that happened to nobody, with nothing that follows from it. */
    addFact: async ({ user }: Rep, kind: string, key: string): Promise<string> => {
      const { rows } = await database.ownerPool.query<{ id: string }>(
        'insert into facts (org_id, kind, key, user_id, happened_at) values ($1, $2, $3, $4, $5) returning id',
        [ACME, kind, key, user.id, clock.now()],
      );
      return rows[0]?.id ?? '';
    },
    setUndo: (seconds: number) => database.ownerPool.query('update orgs set undo_seconds = $1', [seconds]),
    /** The emails that really reached an address outside. */
    received: async (address: string): Promise<{ raw: string }[]> =>
      (await simulator('prospect', 'GET', `/sim/mailboxes/${address}/messages`)).messages ?? [],
    /** What a person outside does with the last email that came, by the buttons of that mailbox. */
    async prospectDoes(address: string, action: 'reply' | 'out-of-office' | 'bounce', form: object): Promise<void> {
      const { messages } = await simulator('prospect', 'GET', `/sim/mailboxes/${address}/messages`);
      const answer = await fetch(`${urls.prospect}/mailbox/${address}/${messages[0].id}/${action}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(form),
        redirect: 'manual',
      });
      if (answer.status !== 303) throw new Error(`${action}: ${await answer.text()}`);
    },
    tasks: async (): Promise<Record<string, unknown>[]> => (await simulator('salesforce', 'GET', `/sim/orgs/${ACME}/records/Task`)).records,
    /** The same work with other settings. */
    createWorkOf,
    /** The rep's turn at Salesforce, as the job has it that a press adds. */
    async writeToSalesforce({ user }: Rep): Promise<void> {
      const context = { signal: new AbortController().signal, attempt: 1 };
      await work.jobs['write-to-salesforce']?.({ orgId: ACME, userId: user.id, atOnce: true }, context);
    },

    async startWorker(jobs = work.jobs): Promise<JobWorker> {
      const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
      const worker = await createWorker({ connectionString: database.urls.jobs, jobs, log: quiet, pollIntervalMs: 100 });
      workers.push(worker);
      return worker;
    },
    /** Waits until the email is in one of the states and returns its detail. */
    inState: (rep: Rep, id: string, ...states: string[]): Promise<Answered> =>
      until(
        `email is ${states.join(' or ')}`,
        async () => {
          await work.sweep();
          const { body } = await rep.panel.request('GET', `/v1/sales-emails/${id}`);
          return states.includes(body.state) ? body : null;
        },
        { everyMs: 50, deadlineMs: 15_000 },
      ),
    async reset(): Promise<void> {
      await Promise.all([...workers.splice(0).map((worker) => worker.stop())]);
      for (const name of ['google', 'microsoft', 'salesforce', 'prospect'] as const) {
        await simulator(name, 'DELETE', '/sim/faults');
        await simulator(name, 'POST', '/sim/reset');
      }
      await database.ownerPool.query(
        'delete from sales_emails; delete from stored_objects; ' +
          'delete from letters; delete from letter_slots; truncate facts, salesforce_writes, email_fonts; ' +
          'delete from users; delete from email_wishes; delete from opt_out_policies; delete from email_visibility_policies; ' +
          'update orgs set undo_seconds = 0',
      );
      await database.ownerPool.query('truncate graphile_worker._private_jobs');
    },
    async close(): Promise<void> {
      await Promise.all(workers.map((worker) => worker.stop()));
      await service.close();
      await Promise.all([google, microsoft, salesforce, prospect].map((simulated) => simulated.close()));
    },
  };
}
export type SellingRig = Awaited<ReturnType<typeof startSellingRig>>;

function challenge(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url');
}
