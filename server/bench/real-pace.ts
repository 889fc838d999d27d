import { setTimeout as delay } from 'node:timers/promises';
import { SENDING_JOBS } from './engine-jobs.ts';
import { countApiCalls } from './engine-salesforce.ts';
import type { EngineWorkerOrder } from './engine-worker.ts';
import { startEngineWorld, type EngineMailbox, type EngineWorld } from './engine-world.ts';
import { inTurns } from './in-turns.ts';
import { countOf, mostMegabytes, SENT, takeLimitsAway } from './send-rates.ts';

/** The product's own: 2 a second from Gmail, 1 in two seconds from Outlook. */
const SPACING_MS = { google: 500, microsoft: 2_000 };
const LONG_QUEUES_OF_EACH = 20;
const WARM_UP_S = 10;
const MEASURED_S = 60;
/** One email due every so often in each mailbox. */
const EMAIL_EVERY_S = 30;
const UNDO_S = 5;
const LOGGED_WITHIN_MS = 300_000;
const WORKER: EngineWorkerOrder = {
  jobs: SENDING_JOBS,
  leaseMs: 30_000,
  spacingMs: SPACING_MS,
  sweepEveryMs: 3_000,
  settling: true,
  logging: true,
  // The pace is the pause between two emails alone. With the vendors' minutes a Gmail mailbox would rest for half of each
  limits: { minuteMs: 1, dayMs: 24 * 60 * 60_000, areChecked: true },
};

const BEYOND_PAUSE = `
  select c.provider, avg(a.ms_since - case c.provider when 'google' then $2::float8 else $3::float8 end) as "lateMs",
         avg(a.call_ms) as "callMs"
    from (select email_connection_id, extract(epoch from finished_at - started_at)::float8 * 1000 as call_ms, started_at,
                 extract(epoch from started_at - lag(finished_at)
                   over (partition by email_connection_id order by started_at))::float8 * 1000 as ms_since
            from send_attempts where outcome = 'accepted') a
    join email_connections c on c.id = a.email_connection_id
   where a.started_at >= $1 group by c.provider order by c.provider`;

export interface LongQueues {
  perSecond: number;
  /** What the pauses between two emails allow. */
  paceAllows: number;
  salesforceCallsPerThousand: number;
  /** Emails that were not in Salesforce yet when the measured time was over. */
  unlogged: number;
  /** What comes on top of the pause between two emails: how long the slot was missed by, and how long the call took, on average. */
  beyondPause: { provider: string; lateMs: number; callMs: number }[];
}

export interface OneAtATime {
  perSecond: number;
  /** How long after it was due an email had left. */
  p50Ms: number;
  p99Ms: number;
  worstMs: number;
  salesforceCallsPerThousand: number;
  unlogged: number;
  megabytes: number;
}

/**
 * One worker at the product's own pace, logging to Salesforce: first 40 mailboxes with long queues, then all with one email now and then.
 */
export async function measureRealPace(mailboxes: number): Promise<{ longQueues: LongQueues; oneAtATime: OneAtATime }> {
  const world = await startEngineWorld({
    orgs: 2,
    google: mailboxes / 2,
    microsoft: mailboxes / 2,
    peoplePerUser: 10,
    salesforce: true,
  });
  try {
    await takeLimitsAway(world);
    return { longQueues: await sendLongQueues(world), oneAtATime: await sendOneAtATime(world) };
  } finally {
    await world.close();
  }
}

async function sendLongQueues(world: EngineWorld): Promise<LongQueues> {
  const { database } = world;
  const of = (provider: EngineMailbox['provider']) =>
    world.mailboxes.filter((mailbox) => mailbox.provider === provider).slice(0, LONG_QUEUES_OF_EACH);
  for (const provider of ['google', 'microsoft'] as const) {
    const chosen = of(provider);
    const eachNeeds = Math.ceil(((WARM_UP_S + MEASURED_S) * 1_000 * 1.2) / SPACING_MS[provider]);
    await inTurns(64, chosen.length * eachNeeds, (number) =>
      world.pressSend(chosen[number % chosen.length] as EngineMailbox, Math.floor(number / chosen.length)),
    );
  }
  await database.ownerPool.query('analyze');
  const worker = world.startWorker(WORKER);
  await worker.ready;
  await delay(WARM_UP_S * 1_000);
  const startedAt = new Date();
  await delay(MEASURED_S * 1_000);
  const unlogged = await countUnlogged(world);
  const sent = await countOf(world, `${SENT} and sent_at >= $1 and sent_at < $1 + $2 * interval '1 second'`, [startedAt, MEASURED_S]);
  await database.ownerPool.query(`update sales_emails set state = 'cancelled' where state = 'queued'`);
  const { rows: beyondPause } = await database.ownerPool.query<LongQueues['beyondPause'][number]>(BEYOND_PAUSE, [
    startedAt,
    SPACING_MS.google,
    SPACING_MS.microsoft,
  ]);
  const calls = await callsPerThousand(world);
  worker.process.kill('SIGTERM');
  await worker.exited;
  const paceAllows = LONG_QUEUES_OF_EACH * (1_000 / SPACING_MS.google + 1_000 / SPACING_MS.microsoft);
  return { perSecond: sent / MEASURED_S, paceAllows, unlogged, salesforceCallsPerThousand: calls, beyondPause };
}

async function sendOneAtATime(world: EngineWorld): Promise<OneAtATime> {
  const { database, mailboxes } = world;
  const before = await countOf(world, SENT);
  const callsBefore = countCalls(world);
  await database.ownerPool.query('update orgs set undo_seconds = $1', [UNDO_S]);
  const worker = world.startWorker(WORKER);
  await worker.ready;
  const everyMs = (EMAIL_EVERY_S * 1_000) / mailboxes.length;
  const beganAt = performance.now();
  const pressed: Promise<void>[] = [];
  const presses = Math.round(((WARM_UP_S + MEASURED_S) * 1_000) / everyMs);
  for (let number = 0; number < presses; number += 1) {
    await delay(Math.max(0, beganAt + number * everyMs - performance.now()));
    pressed.push(world.pressSend(mailboxes[number % mailboxes.length] as EngineMailbox, Math.floor(number / mailboxes.length)));
  }
  await Promise.all(pressed);
  const unlogged = await countUnlogged(world);
  await untilCount(world, SENT, before + presses);
  const { rows } = await database.ownerPool.query<Pick<OneAtATime, 'p50Ms' | 'p99Ms' | 'worstMs'>>(
    `select percentile_cont(0.5) within group (order by late) as "p50Ms", percentile_cont(0.99) within group (order by late) as "p99Ms",
            max(late) as "worstMs"
       from (select (extract(epoch from sent_at - due_at) * 1000)::float8 as late from sales_emails
              where state = 'sent' order by due_at desc limit $1) measured`,
    [Math.round((MEASURED_S * 1_000) / everyMs)],
  );
  const calls = await callsPerThousand(world, { before, callsBefore });
  const megabytes = mostMegabytes(worker);
  worker.process.kill('SIGTERM');
  await worker.exited;
  const { p50Ms = Number.NaN, p99Ms = Number.NaN, worstMs = Number.NaN } = rows[0] ?? {};
  return { perSecond: 1_000 / everyMs, p50Ms, p99Ms, worstMs, unlogged, megabytes, salesforceCallsPerThousand: calls };
}

/** Waits until all that has left is in Salesforce, and answers what that has cost. */
async function callsPerThousand(world: EngineWorld, { before = 0, callsBefore = 0 } = {}): Promise<number> {
  const giveUpAt = performance.now() + LOGGED_WITHIN_MS;
  while ((await countUnlogged(world)) > 0 && performance.now() < giveUpAt) await delay(1_000);
  return ((countCalls(world) - callsBefore) * 1_000) / ((await countOf(world, SENT)) - before);
}

function countCalls({ salesforce }: EngineWorld): number {
  return salesforce ? countApiCalls(salesforce) : 0;
}

function countUnlogged(world: EngineWorld): Promise<number> {
  return countOf(world, `select count(*)::int as count from salesforce_writes where state = 'pending'`);
}

async function untilCount(world: EngineWorld, sql: string, wanted: number): Promise<void> {
  const giveUpAt = performance.now() + LOGGED_WITHIN_MS;
  while ((await countOf(world, sql)) < wanted) {
    if (performance.now() > giveUpAt) throw new Error('Not all emails left in time.');
    await delay(500);
  }
}
