import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { startPostgres } from '../local-world/postgres-server.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { createTestOrg } from '../test-support/org.ts';
import { until } from '../test-support/until.ts';

/** `npm run bench:service`: how quick the service is there and how quickly it takes emails, beside its budgets; exits 1 when one is missed. */
const BUDGET = { bootMs: 1_000, bootMegabytes: 150, shareOfBareInsert: 0.5 };
const BOOTS = 0;
const ROUNDS = 3;
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
  const cpu=(pid:number)=>{const f=readFileSync(`/proc/${pid}/stat`,'utf8').split(') ')[1]!.split(' ');return (Number(f[11])+Number(f[12]))*10};
  const pgcpu=()=>{const {execSync}=process.getBuiltinModule('child_process');let t=0;for(const p of execSync(`pgrep -P $(head -1 ${scratch}/postgres/data/postmaster.pid) || true`).toString().trim().split('\n')){try{t+=cpu(Number(p))}catch{}}return t};
  const sessions = await Promise.all(tokens.map((token) => openSession(service.url, token)));
  await load(service.url, sessions, 1);
  await load(bare.url, sessions, 1);
  const rounds = [];
  for (let i = 0; i < ROUNDS; i++) { const a=cpu(service.child.pid!),p=pgcpu(); const {spawn:sp}=process.getBuiltinModule('child_process'); if(i===2) sp('sh',['-c',`sleep 0.7; perf record -o /tmp/perf.data -F 999 -p $(pgrep -P $(head -1 ${scratch}/postgres/data/postmaster.pid) -d,) -- sleep 2 >/dev/null 2>&1`]); const sv=await load(service.url, sessions); const a2=cpu(service.child.pid!),p2=pgcpu(); const c=cpu(bare.child.pid!); const br=await load(bare.url, sessions); const c2=cpu(bare.child.pid!),p3=pgcpu(); rounds.push({service:sv,bare:br}); {const {execSync}=process.getBuiltinModule('child_process'); const pm=readFileSync(`${scratch}/postgres/data/postmaster.pid`,'utf8').split('\n')[0]; const by:Record<string,number>={}; for(const l of execSync(`ps --ppid ${pm} -o pid=,args=`).toString().trim().split('\n')){const [,pid,name]=/^\s*(\d+) (.*)$/.exec(l)??[]; const k=(name??'').replace(/postgres: /,'').split(' ').slice(0,2).join(' '); by[k]=(by[k]??0)+cpu(Number(pid));} console.log(JSON.stringify(by)); const st=await database.ownerPool.query(`select wait_event_type||':'||wait_event w, count(*)::int n from pg_stat_activity where state='active' group by 1`); console.log(JSON.stringify(st.rows)); const idx=await database.ownerPool.query(`select indexrelname, idx_scan, idx_tup_read from pg_stat_user_indexes where idx_tup_read>0 order by idx_tup_read desc limit 8`); console.log(JSON.stringify(idx.rows)); const seq=await database.ownerPool.query(`select relname, seq_scan, seq_tup_read, n_live_tup from pg_stat_user_tables where seq_tup_read>0 order by seq_tup_read desc limit 8`); console.log(JSON.stringify(seq.rows));}
 console.log('service', sv.perSecond, 'node ms/req', (a2-a)/(sv.perSecond*3),'pg', (p2-p)/(sv.perSecond*3), 'bare', br.perSecond, (c2-c)/(br.perSecond*3), 'pg', (p3-p2)/(br.perSecond*3)); }
  await ended(service.child); return 0;
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
      figure: `${share.toFixed(2)} (${perSecond.toFixed(0)}/s of ${barePerSecond.toFixed(0)}/s, p99 ${median(rounds.map((round) => round.service.p99Ms)).toFixed(0)} ms)`,
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
    PORT: '0',
    LOG_LEVEL: process.env['LL'] ?? 'info',
    DATABASE_URL: database.urls.app,
    JOBS_DATABASE_URL: database.urls.jobs,
    SESSION_SIGNING_KEY: randomBytes(32).toString('base64'),
    TOKEN_ENCRYPTION_KEYRING: path.join(scratch, 'keyring.json'),
    // As in production: sources are compiled at the first start of a release, not at every one
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
    `create table bench_emails (id uuid primary key default gen_random_uuid(), body jsonb not null, created_at timestamptz not null default now())`,
  );
  await ownerPool.query(`grant all on bench_emails to "${new URL(env['DATABASE_URL'] ?? '').username}"`);
  const tokens = [];
  for (let i = 0; i < REPS; i++) {
    const rep = { salesforceUserId: `0050000000${String(10_000 + i)}AAA`, email: `rep${String(i)}@acme.example` };
    const user = await org.addUser(rep);
    await ownerPool.query(
      `insert into email_connections (org_id, user_id, provider, account_key, address, connected_at) values ($1, $2, 'google', $3, $3, now())`,
      [ORG, user.id, rep.email],
    );
    await ownerPool.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, read_at) values ($1, $2, $3, 'Lead', 'Dana Whitfield', 'dana@globex.example', now())`,
      [ORG, user.id, DANA],
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

/** Starts a script and waits for the line in which it says where it listens. It logs to a file, as a service does. */
async function boot(script: string, env: Record<string, string>): Promise<{ child: ChildProcess; url: string; ms: number; megabytes: number }> {
  const logFile = path.join(scratch, `${String(started.length)}.log`);
  const log = openSync(logFile, 'w');
  const startedAt = performance.now();
  const child = spawn(process.execPath, [path.join(here, script)], { env: { PATH: process.env['PATH'] ?? '', ...env }, stdio: ['ignore', log, log] });
  closeSync(log);
  started.push(child);
  const url = await until(
    `${script} listens`,
    () => {
      if (child.exitCode !== null) throw new Error(`${script} ended with ${String(child.exitCode)}: ${readFileSync(logFile, 'utf8')}`);
      const m=/listening at (http:\/\/[\d.]+:\d+)/.exec(readFileSync(logFile, 'utf8'))?.[1]; if(m) return m; if (env.LOG_LEVEL==='warn') { const {execSync}=process.getBuiltinModule('child_process'); const o=execSync(`ss -ltnp 2>/dev/null | grep pid=${child.pid}, || true`).toString(); const q=/127\.0\.0\.1:(\d+)/.exec(o)?.[1]; return q?`http://127.0.0.1:${q}`:undefined } return undefined;
    },
    { everyMs: 5, deadlineMs: 60_000 },
  );
  const ms = performance.now() - startedAt;
  const kilobytes = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1]);
  return { child, url, ms, megabytes: kilobytes / 1024 };
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
