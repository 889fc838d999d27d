import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startGoogle } from '../simulators/google/index.ts';
import { startMicrosoft } from '../simulators/microsoft/index.ts';
import { startProspect } from '../simulators/prospect/index.ts';
import { loadConfig } from '../src/config.ts';
import { createConnections } from '../src/connections.ts';
import { createSendSalesEmail } from '../src/features/sales-emails/index.ts';
import { MOST_PEOPLE } from '../src/features/bulk-emails/schemas.ts';
import type { Schedule } from '../src/features/sales-emails/schemas.ts';
import type { Clock } from '../src/platform/clock.ts';
import { createPool } from '../src/platform/postgres.ts';
import { setSharedClockOffset } from '../src/platform/shared-clock.ts';
import { consentAtGoogle, consentAtMicrosoft } from '../test-support/consents.ts';
import { createTestDatabase } from '../test-support/database.ts';
import type { EngineWorkerOrder } from './engine-worker.ts';
import { createSendToMany } from './engine-bulk.ts';
import { connectSalesforce, startEngineSalesforce } from './engine-salesforce.ts';
import { inTurns } from './in-turns.ts';

export interface EngineMailbox {
  orgId: string;
  userId: string;
  connectionId: string;
  provider: 'google' | 'microsoft';
  address: string;
  /** Whether the grant may read headers, which settling needs at Google. */
  reads: boolean;
}

export interface EngineWorker {
  process: ChildProcess;
  /** Resolves when it takes orders or jobs. */
  ready: Promise<void>;
  exited: Promise<void>;
}

export interface EngineWorldOptions {
  orgs: number;
  google: number;
  microsoft: number;
  /** How many of Google's mailboxes give the permission to send and nothing else. */
  sendOnly?: number;
  peoplePerUser: number;
  /** With a simulated Salesforce that every rep is connected to. */
  salesforce?: boolean;
}

const AT_ONCE = 8;

/** A time of the clock that is surely still to come when Send is pressed. */
function inTwoMinutes(now: Date): Schedule {
  const [date = '', time = ''] = new Date(now.getTime() + 2 * 60_000).toISOString().split('T');
  return { date, time: time.slice(0, 5), zone: 'UTC' };
}

/**
 * A database, the vendors' simulators and connected mailboxes, for programs that watch the send engine at work. Workers are
 * processes of their own; the clock is shared by all of them and by the simulators.
 */
export async function startEngineWorld({
  orgs,
  google: gmails,
  microsoft: outlooks,
  sendOnly = 0,
  peoplePerUser,
  salesforce: withSalesforce = false,
}: EngineWorldOptions) {
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-engine-'));
  const database = await createTestDatabase();
  const orgIds = Array.from({ length: orgs }, (_, index) => `00D${String(index + 1).padStart(12, '0')}EAA`);
  const neighbours: { google?: string; microsoft?: string } = {};
  const prospect = await startProspect({ neighbours });
  const smtp = { host: '127.0.0.1', port: prospect.smtpPort };
  const [google, microsoft] = await Promise.all([startGoogle({ smtp, neighbours }), startMicrosoft({ smtp, neighbours })]);
  const salesforce = withSalesforce ? await startEngineSalesforce(orgIds, peoplePerUser) : null;
  Object.assign(neighbours, { google: google.url, microsoft: microsoft.url });
  const env: Record<string, string> = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    CLOCK: 'shared',
    DATABASE_URL: database.urls.app,
    JOBS_DATABASE_URL: database.urls.jobs,
    SESSION_SIGNING_KEY: randomBytes(32).toString('base64'),
    TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
    GOOGLE_BASE_URL: google.url,
    MICROSOFT_BASE_URL: microsoft.url,
    MICROSOFT_GRAPH_BASE_URL: microsoft.url,
    ...(salesforce ? { SALESFORCE_LOGIN_URL: salesforce.url, SALESFORCE_ALLOWED_HOSTS: salesforce.url } : {}),
    SMTP_URL: `smtp://127.0.0.1:${String(prospect.smtpPort)}`,
  };
  const config = loadConfig(env);
  let offsetMs = 0;
  const clock: Clock = { now: () => new Date(Date.now() + offsetMs) };
  const refreshPool = createPool(config.DATABASE_URL, 4);
  refreshPool.on('error', () => undefined);
  const connections = createConnections({ config, pool: database.pool, refreshPool, clock });
  const { emailConnections } = connections;
  const sendSalesEmail = createSendSalesEmail({
    pool: database.pool,
    clock,
    lookUpPeople: () => Promise.reject(new Error('Every person of this world is known.')),
    freshenRecipients: () => Promise.reject(new Error('Every person of this world is known.')),
    fillFields: () => Promise.reject(new Error('No email of this world has fields.')),
    takesLargeEmails: () => Promise.resolve(true),
  });

  const connect = async (orgId: string, number: number, provider: 'google' | 'microsoft', reads: boolean): Promise<EngineMailbox> => {
    const address = `rep${String(number)}@acme.example`;
    const salesforceUserId = `005${String(number).padStart(12, '0')}AAA`;
    const { rows } = await database.ownerPool.query<{ id: string }>(
      `insert into users (org_id, email, name, salesforce_user_id, state, onboarding_step, invited_at, activated_at)
       values ($1, $2, $3, $4, 'activated', 'done', now(), now()) returning id`,
      [orgId, address, `Rep ${String(number)}`, salesforceUserId],
    );
    const userId = rows[0]?.id ?? '';
    if (salesforce) await connectSalesforce(salesforce, connections, database.pool, { orgId, userId, address }, salesforceUserId);
    await database.ownerPool.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, address, read_at)
       select $1, $2, '00Q' || lpad(n::text, 12, '0') || 'EAA', 'Lead', 'Person ' || n, 'person' || n || '@globex.example',
       'person' || n || '@globex.example', now()
         from generate_series(1, $3::int) n`,
      [orgId, userId, peoplePerUser],
    );
    await database.ownerPool.query(
      `insert into email_wishes (org_id, record_id, address, opted_out, seen_at)
       select $1, '00Q' || lpad(n::text, 12, '0') || 'EAA', 'person' || n || '@globex.example', false, now()
       from generate_series(1, $2::int) n
       on conflict do nothing`,
      [orgId, peoplePerUser],
    );
    const browserHash = randomBytes(32);
    const url = await emailConnections.startMailboxConsent(orgId, userId, provider, browserHash);
    const back =
      provider === 'google'
        ? await consentAtGoogle(url, { email: address, untick: reads ? [] : ['gmail.metadata', 'gmail.readonly'] })
        : await consentAtMicrosoft(url, address);
    const code = back?.searchParams.get('code') ?? '';
    const result = await emailConnections.completeMailboxConsent({ provider, state: back?.searchParams.get('state'), code, browserHash });
    if (result.outcome !== 'connected') throw new Error(`${address} was not connected: ${JSON.stringify(result)}`);
    return { orgId, userId, connectionId: result.connectionId, provider, address, reads };
  };

  for (const [index, orgId] of orgIds.entries())
    await database.ownerPool.query(
      `insert into orgs (org_id, name, my_domain_url, lightning_origin, registration_step, undo_seconds, created_at, registered_at)
       values ($1, $2, $3, $3, 'done', 0, now(), now())`,
      [orgId, `Org ${String(index + 1)}`, `https://org${String(index + 1)}.example`],
    );
  const mailboxes = await inTurns(AT_ONCE, gmails + outlooks, (number) =>
    connect(
      orgIds[number % orgIds.length] ?? '',
      number + 1,
      number < gmails ? 'google' : 'microsoft',
      number >= gmails || number >= sendOnly,
    ),
  );

  const sendToMany = createSendToMany({ pool: database.pool, clock });
  const personOf = (turn: number): string => `00Q${String((turn % peoplePerUser) + 1).padStart(12, '0')}EAA`;
  const pressSend = async (mailbox: EngineMailbox, turn: number, schedule: Schedule | null = null): Promise<void> => {
    const person = personOf(turn);
    await sendSalesEmail(mailbox.orgId, mailbox.userId, randomUUID(), {
      recordId: person,
      personId: person,
      cc: [],
      bcc: [],
      subject: `Email ${String(turn)}`,
      bodyHtml: `<p>Hello, this is email ${String(turn)}.</p>`,
      followsEmailId: null,
      answersResponseId: null,
      identityId: null,
      templateId: null,
      schedule,
      attachmentIds: [],
    });
  };
  /** Of every six emails of a mailbox two go to many people at once, and one is scheduled. */
  const acceptMixed = async (mailbox: EngineMailbox, count: number): Promise<void> => {
    const toMany = Math.floor(count / 3);
    for (let from = 0; from < toMany; from += MOST_PEOPLE) {
      const turns = Array.from({ length: Math.min(MOST_PEOPLE, peoplePerUser, toMany - from) }, (_, turn) => personOf(from + turn));
      await sendToMany(mailbox.orgId, mailbox.userId, turns, { subject: 'To many', bodyHtml: '<p>Hello.</p>' });
    }
    for (let turn = toMany; turn < count; turn += 1) await pressSend(mailbox, turn, turn % 4 === 0 ? inTwoMinutes(clock.now()) : null);
  };

  const log = openSync(path.join(directory, 'workers.log'), 'a');
  const workers = new Set<EngineWorker>();
  const start = (program: string, order: string[] = []): EngineWorker => {
    const child = fork(fileURLToPath(new URL(program, import.meta.url)), order, {
      env: { ...process.env, ...env },
      stdio: ['ignore', log, log, 'ipc'],
      // As `npm run worker` does
      execArgv: ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=4', '--max-old-space-size=512'],
    });
    const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const ready = new Promise<void>((resolve) => {
      child.once('message', () => resolve());
      child.once('exit', () => resolve());
    });
    const worker = { process: child, ready, exited };
    workers.add(worker);
    void exited.then(() => workers.delete(worker));
    return worker;
  };
  return {
    database,
    config,
    env,
    clock,
    google,
    microsoft,
    salesforce,
    orgIds,
    mailboxes,
    logFile: path.join(directory, 'workers.log'),

    /** Puts the time of everybody forward: simulators first, because what a vendor says is compared with our own time. */
    async setOffset(milliseconds: number): Promise<void> {
      google.clock.offsetMs = milliseconds;
      microsoft.clock.offsetMs = milliseconds;
      prospect.clock.offsetMs = milliseconds;
      offsetMs = milliseconds;
      await setSharedClockOffset(database.ownerPool, milliseconds);
    },

    /** Presses Send `count` times, spread over all mailboxes; resolves when all are accepted. */
    async acceptEmails(count: number): Promise<void> {
      await inTurns(64, count, (number) =>
        pressSend(mailboxes[number % mailboxes.length] as EngineMailbox, Math.floor(number / mailboxes.length)),
      );
    },

    /** Emails of all origins and for now or later, `count` in all, spread over all mailboxes; resolves when all are accepted. */
    async acceptMixedEmails(count: number): Promise<void> {
      await inTurns(8, mailboxes.length, (number) => {
        const share = Math.floor((count + number) / mailboxes.length);
        return acceptMixed(mailboxes[number] as EngineMailbox, share);
      });
    },

    /** Presses Send once in a mailbox, to the person whose turn it is. */
    pressSend,

    startWorker(order: EngineWorkerOrder): EngineWorker {
      return start('engine-worker.ts', [JSON.stringify(order)]);
    },

    /** A process that calls the vendors and does nothing else; see `vendor-calls.ts`. */
    startVendorCalls(): EngineWorker {
      return start('vendor-calls.ts');
    },

    async close(): Promise<void> {
      for (const { process: child } of workers) child.kill('SIGKILL');
      await Promise.all([...workers].map(({ exited }) => exited));
      closeSync(log);
      await refreshPool.end();
      await Promise.all([google, microsoft, prospect, ...(salesforce ? [salesforce] : [])].map((simulator) => simulator.close()));
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
export type EngineWorld = Awaited<ReturnType<typeof startEngineWorld>>;
