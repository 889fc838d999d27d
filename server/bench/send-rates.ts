import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineWorkerOrder } from './engine-worker.ts';
import { startEngineWorld, type EngineWorker, type EngineWorld } from './engine-world.ts';
import { orderSettings } from './simulator-settings.ts';
import type { VendorCallsDone, VendorCallsOrder } from './vendor-calls.ts';

/** How many calls are under way at once where the vendors' calls are measured alone. */
const CALLS_AT_ONCE = 10;
const WARM_UP = 0.1;
const GIVE_UP_AFTER_MS = 600_000;
/** Counting costs the database time as well. */
const LOOK_EVERY_MS = 1_000;
export const SENT = `select count(*)::int as count from sales_emails where state = 'sent'`;

export interface SendRates {
  /** Emails a second that the vendors' clients and the simulators take when nothing else is done. */
  callsPerSecond: number;
  sentPerSecond: number;
  megabytes: number;
}

/**
 * How many emails a second one worker moves from accepted to sent with no pace to keep, beside the vendors' calls of the same emails alone,
 * which no engine can pass. What was sent is noted for logging, and nothing is logged.
 */
export async function measureSendRates({ mailboxes, emails }: { mailboxes: number; emails: number }): Promise<SendRates> {
  const world = await startEngineWorld({
    orgs: 2,
    google: mailboxes / 2,
    microsoft: mailboxes / 2,
    peoplePerUser: Math.ceil(emails / mailboxes),
  });
  try {
    await takeLimitsAway(world);
    const callsPerSecond = await vendorCallsPerSecond(world, emails);
    return { callsPerSecond, ...(await sendsPerSecond(world, emails)) };
  } finally {
    await world.close();
  }
}

/** Vendors that take anything, admins that allow it, and nobody who looks for answers: none of that is measured. */
export async function takeLimitsAway(world: EngineWorld): Promise<void> {
  await orderSettings(world.google.url, { limits: null, deliversMail: false });
  await orderSettings(world.microsoft.url, {
    limits: { concurrentRequests: null, messagesPerMinute: null, waitingMessages: null },
    deliversMail: false,
  });
  for (const orgId of world.orgIds)
    await world.database.ownerPool.query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, updated_at,
         updated_by)
       values ($1, 500, 0, 60, 10000, 10000, now(), gen_random_uuid())`,
      [orgId],
    );
  await world.database.ownerPool.query(`update mailbox_watches set next_check_at = 'infinity'`);
  await world.database.ownerPool.query(`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`);
}

/** What a send costs without the engine: the message, the vendors' clients and the simulators. */
async function vendorCallsPerSecond(world: EngineWorld, emails: number): Promise<number> {
  const caller = world.startVendorCalls();
  await caller.ready;
  const warmUp = Math.round(emails * WARM_UP);
  const order: VendorCallsOrder = { mailboxes: world.mailboxes, warmUp, emails: emails - warmUp, concurrency: CALLS_AT_ONCE };
  caller.process.send(order);
  const died = caller.exited.then(() => {
    throw new Error(`The process that calls the vendors has ended early: ${readFileSync(world.logFile, 'utf8').slice(-2000)}`);
  });
  const [{ perSecond }] = (await Promise.race([once(caller.process, 'message'), died])) as [VendorCallsDone];
  caller.process.disconnect();
  await caller.exited;
  return perSecond;
}

async function sendsPerSecond(world: EngineWorld, emails: number): Promise<{ sentPerSecond: number; megabytes: number }> {
  const { database } = world;
  await world.acceptEmails(emails);
  const order: EngineWorkerOrder = {
    jobs: ['drain-mailbox'],
    leaseMs: 30_000,
    spacingMs: { google: 0, microsoft: 0 },
    sweepEveryMs: 3_000,
    settling: true,
  };
  const worker = world.startWorker(order);
  await worker.ready;
  const sentAtLeast = async (count: number): Promise<void> => {
    const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
    while ((await countOf(world, SENT)) < count) {
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
    `select (count(*) / extract(epoch from max(sent_at) - $1))::float as "perSecond" from sales_emails
     where state = 'sent' and sent_at >= $1`,
    [startedAt],
  );
  const megabytes = mostMegabytes(worker);
  worker.process.kill('SIGTERM');
  await worker.exited;
  return { sentPerSecond: rows[0]?.perSecond ?? Number.NaN, megabytes };
}

/** The most memory that a worker has had. */
export function mostMegabytes({ process: child }: EngineWorker): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

export async function countOf({ database }: EngineWorld, sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await database.ownerPool.query<{ count: number }>(sql, values);
  return rows[0]?.count ?? 0;
}
