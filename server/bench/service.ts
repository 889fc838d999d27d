import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePorts } from '../local-world/ports.ts';
import { startPostgres } from '../local-world/postgres-server.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { createTestOrg } from '../test-support/org.ts';
import { until } from '../test-support/until.ts';

/**
 * `npm run bench:service`: how quick the service is there and how quickly it takes emails, beside its budgets; exits 1 when one is missed.
 */
const BUDGET = { bootMs: 1_000, bootMegabytes: 150, shareOfBareInsert: 0.5 };
const BOOTS = 5;
const ROUNDS = 5;
const ROUND_SECONDS = 3;
const CONNECTIONS = 50;
const REPS = 25;
const ORG = '00D000000000001EAA';
const DANA = '00Q000000000001EAA';

const here = fileURLToPath(new URL('.', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'msi-bench-'));
const started: ChildProcess[] = [];
const postgres = await startPostgres({ directory: path.join(scratch, 'postgres'), durable: true });
process.env['TEST_DATABASE_URL'] = postgres.url;
let database: TestDatabase | undefined;
try {
  database = await createTestDatabase();
  process.exitCode = await measure(database);
} finally {
  for (const child of started) child.kill('SIGKILL');
  await database?.drop();
  await postgres.stop();
  rmSync(scratch, { recursive: true, force: true });
}

async function measure(database: TestDatabase): Promise<number> {
  const env = serviceEnvironment(database);
  await ended((await boot('../src/main.ts', env)).child);
  const boots = [];
  for (let i = 0; i < BOOTS; i++) {
    const { child, ms, megabytes } = await boot('../src/main.ts', env);
    boots.push({ ms, megabytes });
    await ended(child);
  }
  const bootMs = median(boots.map(({ ms }) => ms));
  const bootMegabytes = median(boots.map(({ megabytes }) => megabytes));

  const tokens = await arrange(database, env);
  const service = await boot('../src/main.ts', env);
  const bare = await boot('./bare-insert.ts', env);
  const sessions = await Promise.all(tokens.map((token) => openSession(service.url, token)));
  await load(service.url, sessions, 1);
  await load(bare.url, sessions, 1);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push({ service: await load(service.url, sessions), bare: await load(bare.url, sessions) });
  const perSecond = median(rounds.map((round) => round.service.perSecond));
  const barePerSecond = median(rounds.map((round) => round.bare.perSecond));
  const share = median(rounds.map((round) => round.service.perSecond / round.bare.perSecond));
  const refusals = rounds.flatMap((round) => [round.service, round.bare].flatMap((result) => Object.entries(result.refusals)));

  const results = [
    {
      what: 'Start to listening',
      figure: `${bootMs.toFixed(0)} ms`,
      budget: `< ${String(BUDGET.bootMs)} ms`,
      isMet: bootMs < BUDGET.bootMs,
    },
    {
      what: 'Memory when listening (RSS)',
      figure: `${bootMegabytes.toFixed(0)} MB`,
      budget: `< ${String(BUDGET.bootMegabytes)} MB`,
      isMet: bootMegabytes < BUDGET.bootMegabytes,
    },
    {
      what: 'POST /v1/sales-emails against a bare route with one INSERT',
      figure:
        `${share.toFixed(2)} (${perSecond.toFixed(0)}/s of ${barePerSecond.toFixed(0)}/s, ` +
        `p99 ${median(rounds.map((round) => round.service.p99Ms)).toFixed(0)} ms)`,
      budget: `>= ${String(BUDGET.shareOfBareInsert)}`,
      isMet: share >= BUDGET.shareOfBareInsert,
    },
    { what: 'Answers other than 202', figure: JSON.stringify(refusals), budget: '[]', isMet: refusals.length === 0 },
  ];
  for (const { what, figure, budget, isMet } of results)
    console.log(`${isMet ? 'ok    ' : 'MISSED'}  ${what}: ${figure}  (budget ${budget})`);
  return results.every(({ isMet }) => isMet) ? 0 : 1;
}

function serviceEnvironment(database: TestDatabase): Record<string, string> {
  return {
    NODE_ENV: 'development',
    // The bare route writes no access log either
    LOG_LEVEL: 'warn',
    DATABASE_URL: database.urls.app,
    JOBS_DATABASE_URL: database.urls.jobs,
    SESSION_SIGNING_KEY: randomBytes(32).toString('base64'),
    TOKEN_ENCRYPTION_KEYRING: path.join(scratch, 'keyring.json'),
    // A release compiles its sources at its first start, not at every one
    NODE_COMPILE_CACHE: path.join(scratch, 'compile-cache'),
    USER_REQUESTS_PER_MINUTE: '1000000',
    ADDRESS_REQUESTS_PER_MINUTE: '100000000',
  };
}

/** Reps with a mailbox who have just looked at the person they write to. Answers a panel token for each. */
async function arrange(database: TestDatabase, env: Record<string, string>): Promise<string[]> {
  const org = await createTestOrg(database, { orgId: ORG });
  const { ownerPool } = database;
  await ownerPool.query(
    `create table bench_emails (
       id uuid primary key default gen_random_uuid(), body jsonb not null, created_at timestamptz not null default now())`,
  );
  await ownerPool.query(`grant all on bench_emails to "${new URL(env['DATABASE_URL'] ?? '').username}"`);
  const tokens = [];
  for (let i = 0; i < REPS; i++) {
    const rep = { salesforceUserId: `0050000000${String(10_000 + i)}AAA`, email: `rep${String(i)}@acme.example` };
    const user = await org.addUser(rep);
    await ownerPool.query(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at)
       values ($1, $2, 'google', $3, $3, now())`,
      [ORG, user.id, rep.email],
    );
    await ownerPool.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, address, read_at)
       values ($1, $2, $3, 'Lead', 'Dana Whitfield', 'dana@globex.example', 'dana@globex.example', now())`,
      [ORG, user.id, DANA],
    );
    await ownerPool.query(
      `insert into email_wishes (org_id, record_id, address, opted_out, seen_at) values ($1, $2, 'dana@globex.example', false, now())
       on conflict do nothing`,
      [ORG, DANA],
    );
    tokens.push(await org.panelToken(rep));
  }
  return tokens;
}

async function openSession(url: string, panelToken: string): Promise<string> {
  const answer = await fetch(new URL('/v1/sessions', url), { method: 'POST', headers: { authorization: `PanelToken ${panelToken}` } });
  if (!answer.ok) throw new Error(`No session: ${await answer.text()}`);
  return ((await answer.json()) as { token: string }).token;
}

interface LoadResult {
  perSecond: number;
  p99Ms: number;
  refusals: Record<string, number>;
}

async function load(url: string, tokens: string[], seconds = ROUND_SECONDS): Promise<LoadResult> {
  const paragraph =
    '<p>Thank you for your time on Thursday. As promised, here is the pricing for forty seats, with and without onboarding.</p>';
  const bodies = Array.from({ length: 10 }, (_, i) =>
    JSON.stringify({
      recordId: DANA,
      personId: DANA,
      cc: [],
      bcc: [],
      subject: `Pricing for 40 seats ${String(i)}`,
      bodyHtml: paragraph.repeat(8),
    }),
  );
  const order = JSON.stringify({ url: new URL('/v1/sales-emails', url).href, connections: CONNECTIONS, seconds, bodies, tokens });
  const { stdout } = await promisify(execFile)(process.execPath, [path.join(here, 'load.ts'), order], { maxBuffer: 1_000_000 });
  return JSON.parse(stdout) as LoadResult;
}

/** Starts a script on a free port and waits until it takes connections. */
async function boot(
  script: string,
  env: Record<string, string>,
): Promise<{ child: ChildProcess; url: string; ms: number; megabytes: number }> {
  const { service: port } = await freePorts();
  const logFile = path.join(scratch, `${String(started.length)}.log`);
  const log = openSync(logFile, 'w');
  const startedAt = performance.now();
  // As `npm run server` does
  const child = spawn(process.execPath, ['--max-semi-space-size=8', path.join(here, script)], {
    env: { PATH: process.env['PATH'] ?? '', ...env, PORT: String(port) },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  started.push(child);
  await until(
    `${script} listens`,
    () => {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${String(child.exitCode)}: ${readFileSync(logFile, 'utf8')}`);
      return takesConnections(port);
    },
    { everyMs: 5, deadlineMs: 60_000 },
  );
  const ms = performance.now() - startedAt;
  const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]);
  return { child, url: `http://127.0.0.1:${String(port)}`, ms, megabytes: kilobytes / 1024 };
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true));
    socket.on('error', () => resolve(false)).on('connect', () => socket.destroy());
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
