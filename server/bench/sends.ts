import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { orderSettings } from './simulator-settings.ts';
import { startEngineWorld, type EngineWorld } from './engine-world.ts';
import type { EngineWorkerOrder } from './engine-worker.ts';
import type { VendorCallsDone, VendorCallsOrder } from './vendor-calls.ts';

/**
 * `npm run bench:sends`: how many emails a second one worker process moves from accepted to sent, at simulators without latency and without
 * limits, beside two rates of the same run: of the job queue alone with empty jobs, and of the vendors' calls alone, which no engine can pass.
 * And what that worker weighs with 1,000 mailboxes. What was sent is noted for logging, and nothing is logged. Simulators, database and worker
 * share the machine. Exits 1 on a miss.
 */
const { values } = parseArgs({
  options: {
    mailboxes: { type: 'string', default: '1000' },
    emails: { type: 'string', default: '6000' },
    jobs: { type: 'string', default: '20000' },
  },
});
const EMPTY_JOBS = `select count(*)::int as count from graphile_worker.jobs where task_identifier = 'empty'`;
const SENT = `select count(*)::int as count from sales_emails where state = 'sent'`;
const [mailboxes, emails, jobs] = [Number(values.mailboxes), Number(values.emails), Number(values.jobs)];
const LEAST_SHARE = 0.25;
const MOST_MB = 250;
const WARM_UP = 0.1;
const GIVE_UP_AFTER_MS = 600_000;
/** Counting costs the database time as well. */
const LOOK_EVERY_MS = 1_000;
const LOOK_FOR_JOBS_EVERY_MS = 200;
const WORKER: EngineWorkerOrder = {
  jobs: [],
  leaseMs: 30_000,
  spacingMs: { google: 0, microsoft: 0 },
  concurrency: 10,
  sweepEveryMs: 3_000,
  settling: true,
};

const world = await startEngineWorld({
  orgs: 2,
  google: mailboxes / 2,
  microsoft: mailboxes / 2,
  peoplePerUser: Math.ceil(emails / mailboxes),
});
try {
  await orderSettings(world.google.url, { limits: null, deliversMail: false });
  await orderSettings(world.microsoft.url, {
    limits: { concurrentRequests: null, messagesPerMinute: null, waitingMessages: null },
    deliversMail: false,
  });
  for (const orgId of world.orgIds)
    await world.database.ownerPool.query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, updated_at, updated_by)
       values ($1, 500, 0, 60, 10000, 10000, now(), gen_random_uuid())`,
      [orgId],
    );
  // Looking for answers is not measured: nobody runs its jobs here, and they would lie in the way of all others
  await world.database.ownerPool.query(`update mailbox_watches set next_check_at = 'infinity'`);
  await world.database.ownerPool.query(`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`);
  const empty = await emptyJobsPerSecond(world);
  const calls = await vendorCallsPerSecond(world);
  const { perSecond, megabytes } = await sendsPerSecond(world);
  const share = perSecond / empty;
  console.log(`empty jobs of the queue   ${empty.toFixed(0)} per second`);
  console.log(`vendors' calls alone      ${calls.toFixed(0)} emails per second, ${(calls / empty).toFixed(2)} of it`);
  console.log(`emails sent               ${perSecond.toFixed(0)} per second, ${share.toFixed(2)} of it  (at least ${String(LEAST_SHARE)})`);
  console.log(`                          ${(perSecond / calls).toFixed(2)} of the vendors' calls alone`);
  console.log(`worker, ${String(mailboxes)} mailboxes    ${megabytes.toFixed(0)} MB  (at most ${String(MOST_MB)})`);
  process.exitCode = share >= LEAST_SHARE && megabytes <= MOST_MB ? 0 : 1;
} finally {
  await world.close();
}

/** What the queue itself can do: every send needs at least that much of it. */
async function emptyJobsPerSecond(world: EngineWorld): Promise<number> {
  const { database } = world;
  await database.jobsPool.query(`select graphile_worker.add_job('empty', '{}'::json) from generate_series(1, $1)`, [jobs]);
  const startedAt = performance.now();
  const worker = world.startWorker({ ...WORKER, jobs: ['empty'] });
  await worker.ready;
  const readyAt = performance.now();
  while (await countOf(database, EMPTY_JOBS)) await delay(LOOK_FOR_JOBS_EVERY_MS);
  const elapsed = performance.now() - readyAt;
  worker.process.kill('SIGTERM');
  await worker.exited;
  if (elapsed < 500) throw new Error(`${String(jobs)} jobs are too few to measure (${(performance.now() - startedAt).toFixed(0)} ms).`);
  return (jobs / elapsed) * 1000;
}

/** What a send costs without the engine: the message, the vendors' clients and the simulators. */
async function vendorCallsPerSecond(world: EngineWorld): Promise<number> {
  const caller = world.startVendorCalls();
  await caller.ready;
  const warmUp = Math.round(emails * WARM_UP);
  const order: VendorCallsOrder = { mailboxes: world.mailboxes, warmUp, emails: emails - warmUp, concurrency: WORKER.concurrency };
  caller.process.send(order);
  const died = caller.exited.then(() => {
    throw new Error(`The process that calls the vendors has ended early: ${readFileSync(world.logFile, 'utf8').slice(-2000)}`);
  });
  const [{ perSecond }] = (await Promise.race([once(caller.process, 'message'), died])) as [VendorCallsDone];
  caller.process.disconnect();
  await caller.exited;
  return perSecond;
}

async function sendsPerSecond(world: EngineWorld): Promise<{ perSecond: number; megabytes: number }> {
  const { database } = world;
  await world.acceptEmails(emails);
  const worker = world.startWorker({ ...WORKER, jobs: ['drain-mailbox'] });
  await worker.ready;
  const sentAtLeast = async (count: number): Promise<void> => {
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
    while ((await countOf(database, SENT)) < count) {
      if (performance.now() > giveUpAt) throw new Error('Not all emails left in time.');
      await delay(LOOK_EVERY_MS);
    }
  };
  // The first ones let the worker compile and the database learn what its tables are like, as both have long done elsewhere
  await sentAtLeast(emails * WARM_UP);
  await database.ownerPool.query('analyze');
  const startedAt = new Date();
  await sentAtLeast(emails);
  const { rows } = await database.ownerPool.query<{ perSecond: number }>(
    `select (count(*) / extract(epoch from max(sent_at) - $1))::float as "perSecond" from sales_emails where state = 'sent' and sent_at >= $1`,
    [startedAt],
  );
  const status = readFileSync(`/proc/${String(worker.process.pid)}/status`, 'utf8');
  worker.process.kill('SIGTERM');
  await worker.exited;
  return { perSecond: rows[0]?.perSecond ?? Number.NaN, megabytes: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 };
}

async function countOf(database: EngineWorld['database'], sql: string): Promise<number> {
  const { rows } = await database.ownerPool.query<{ count: number }>(sql);
  return rows[0]?.count ?? 0;
}
