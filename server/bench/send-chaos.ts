import { setTimeout as delay } from 'node:timers/promises';
import { QUEUE_SCHEDULED_EMAILS } from '../src/features/send-engine/index.ts';
import { SENDING_JOBS } from './engine-jobs.ts';
import { startEngineWorld, type EngineWorker, type EngineWorld } from './engine-world.ts';
import { createRandom, type Random } from './random.ts';
import { randomSendFault } from './send-faults.ts';
import { orderSettings } from './simulator-settings.ts';
import { countTakenMessages } from './taken-messages.ts';

export interface SendChaosOptions {
  emails: number;
  kills: number;
  seed: number;
  /** Without it the run ends with the first duplicate: that one can be found is all that it shows. */
  settling: boolean;
  onProgress?: (line: string) => void;
}

export interface SendChaosResult {
  emails: number;
  sent: number;
  failed: number;
  /** Messages that left more often than once. */
  duplicates: number;
  /** Said to have left and did not, or stuck without an end. */
  lost: number;
  /** Left although we say otherwise, or left and nobody knows it. */
  unexplained: number;
  /** Shown to the rep as uncertain, with a reason. */
  uncertain: number;
  /** Uncertain without a reason or still waiting for a look. */
  hidden: number;
  kills: number;
  faults: number;
  extraJobs: number;
  seconds: number;
  examples: string[];
}

const LEASE_MS = 2_000;
/** So much faster runs the time of product and vendors: settling takes minutes of it. */
const SPEED = 10;
const TICK_MS = 250;
const FAULT_EVERY_MS = 120;
const FAULTS_AT_ONCE = 6;
const EXTRA_JOB_EVERY_MS = 100;

/** Runs the chaos and counts, at the vendors' simulators and not in our own books, what really left. */
export async function runChaosOfSends({
  emails,
  kills,
  seed,
  settling,
  onProgress = () => undefined,
}: SendChaosOptions): Promise<SendChaosResult> {
  const random = createRandom(seed);
  const mailboxes = Math.max(4, Math.min(20, Math.ceil(emails / 20)));
  const world = await startEngineWorld({
    orgs: 2,
    google: mailboxes,
    microsoft: mailboxes,
    sendOnly: Math.ceil(mailboxes / 10),
    peoplePerUser: Math.ceil(emails / mailboxes / 2),
  });
  const startedAt = performance.now();
  const stopped = new AbortController();
  const counts = { kills: 0, faults: 0, extraJobs: 0 };
  try {
    await loosenLimits(world);
    const start = (): EngineWorker =>
      world.startWorker({
        jobs: [...SENDING_JOBS, QUEUE_SCHEDULED_EMAILS],
        leaseMs: LEASE_MS,
        // So that lanes wait, and are killed while they do
        spacingMs: { google: 100, microsoft: 150 },
        concurrency: 10,
        sweepEveryMs: 1_000,
        settling,
      });
    await world.acceptMixedEmails(emails);
    onProgress(`${String(emails)} emails accepted in ${String(world.mailboxes.length)} mailboxes`);
    const workers = [start(), start()];
    await Promise.all(workers.map(({ ready }) => ready));

    const time = runTime(world, stopped.signal);
    const trouble = makeTrouble(world, random, counts, stopped.signal);
    const killing = (async () => {
      for (; counts.kills < kills && !hasEnded(stopped.signal); counts.kills += 1) {
        // Spread over the whole run, whatever its speed: a kill per so many emails
        const share = (counts.kills * emails) / kills;
        while (!hasEnded(stopped.signal) && (await openEmails(world)).left > emails - share) await delay(50);
        const number = random.pick([0, 1] as const);
        const victim = workers[number] as EngineWorker;
        await victim.ready;
        await delay(random.between(20, 400));
        victim.process.kill('SIGKILL');
        await victim.exited;
        workers[number] = start();
      }
    })();

    let last = '';
    for (;;) {
      const { left, open } = await openEmails(world);
      const line = `${String(emails - left)} of ${String(emails)} decided, ${String(open)} being looked for, ${String(counts.kills)} kills`;
      if (line !== last) onProgress(line);
      last = line;
      if (!settling && (await hasDuplicate(world))) break;
      if (left === 0 && open === 0 && counts.kills >= kills) break;
      if (performance.now() - startedAt > (120 + emails / 10 + kills * 4) * 1000) break;
      // The last emails settle in peace
      if (left + open < emails / 50 && counts.kills >= kills) trouble.end();
      await delay(1_000);
    }
    stopped.abort();
    await Promise.all([killing, trouble.done, time]);
    return { ...(await judge(world, emails)), ...counts, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    stopped.abort();
    await world.close();
  }
}

/** Read anew each time: it changes while others run. */
function hasEnded(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** The last line, and whether every promise was kept. */
export function verdictOf(result: SendChaosResult): { line: string; kept: boolean } {
  const { sent, duplicates, lost, unexplained, uncertain, hidden } = result;
  const shown = hidden === 0 ? 'each settled or shown' : `${String(hidden)} neither settled nor shown`;
  return {
    line:
      `sent ${String(sent)}, duplicates ${String(duplicates)}, lost ${String(lost)}, unexplained ${String(unexplained)}, ` +
      `uncertain ${String(uncertain)} (${shown})`,
    kept: duplicates === 0 && lost === 0 && unexplained === 0 && hidden === 0 && sent + uncertain + result.failed === result.emails,
  };
}

/** This run is about crashes: our own limits would only make it longer, and the vendors' are tested beside. */
async function loosenLimits({ database, orgIds, google, microsoft }: EngineWorld): Promise<void> {
  for (const orgId of orgIds)
    await database.ownerPool.query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, updated_at,
         updated_by)
       values ($1, 500, 0, 60, 10000, 10000, now(), gen_random_uuid())`,
      [orgId],
    );
  await orderSettings(google.url, { limits: null });
  await orderSettings(microsoft.url, { limits: { messagesPerMinute: null, waitingMessages: null } });
}

async function openEmails({ database }: EngineWorld): Promise<{ left: number; open: number }> {
  const { rows } = await database.ownerPool.query<{ left: number; open: number }>(
    `select count(*) filter (where state in ('scheduled', 'queued', 'sending'))::int as left,
            count(*) filter (where state = 'uncertain' and look_again_at is not null)::int as open from sales_emails`,
  );
  return rows[0] ?? { left: 0, open: 0 };
}

async function hasDuplicate(world: EngineWorld): Promise<boolean> {
  return [...(await countTakenMessages(world)).values()].some((times) => times > 1);
}

async function runTime(world: EngineWorld, signal: AbortSignal): Promise<void> {
  const startedAt = Date.now();
  while (!signal.aborted) {
    await world.setOffset((Date.now() - startedAt) * (SPEED - 1));
    await delay(TICK_MS, undefined, { signal }).catch(() => undefined);
  }
}

/** Faults at the vendors and jobs that nobody asked for, until `end`. */
function makeTrouble(world: EngineWorld, random: Random, counts: { faults: number; extraJobs: number }, signal: AbortSignal) {
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  world.microsoft.state.settings.sentCopyLagMs = 1_500;
  const faults = (async () => {
    while (!ended.aborted) {
      const vendor = random.pick(['google', 'microsoft'] as const);
      if (world[vendor].faults.list().length < FAULTS_AT_ONCE) {
        world[vendor].faults.add(randomSendFault(vendor, random, world.clock.now()));
        counts.faults += 1;
      }
      await delay(FAULT_EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
    }
    world.google.faults.clear();
    world.microsoft.faults.clear();
  })();
  const extraJobs = (async () => {
    const { database, mailboxes } = world;
    while (!ended.aborted) {
      const { orgId, connectionId } = random.pick(mailboxes);
      await database.jobsPool.query(`select graphile_worker.add_job('drain-mailbox', $1)`, [
        JSON.stringify({ orgId, emailConnectionId: connectionId }),
      ]);
      await database.jobsPool.query(
        `select graphile_worker.add_job('settle-uncertain-email', json_build_object('orgId', $1::text, 'salesEmailId', $2::text))`,
        [orgId, await anyEmail(world, orgId)],
      );
      counts.extraJobs += 2;
      await delay(EXTRA_JOB_EVERY_MS, undefined, { signal: ended }).catch(() => undefined);
    }
  })();
  return { done: Promise.all([faults, extraJobs]), end: () => over.abort() };
}

async function anyEmail({ database }: EngineWorld, orgId: string): Promise<string> {
  const { rows } = await database.ownerPool.query<{ id: string }>(
    `select id from sales_emails where org_id = $1 order by state in ('sending', 'uncertain') desc, random() limit 1`,
    [orgId],
  );
  return rows[0]?.id ?? '';
}

const UNDECIDED = new Set(['scheduled', 'queued', 'sending']);

/** Compares our books with what the vendors took: by the Message-ID that we wrote, and nothing of the engine's own. */
async function judge(world: EngineWorld, emails: number) {
  const taken = await countTakenMessages(world);
  const { rows } = await world.database.ownerPool.query<{
    id: string;
    state: string;
    reason: string | null;
    messageId: string | null;
    lookAgainAt: Date | null;
  }>(
    `select id, state, state_reason as reason, message_id as "messageId", look_again_at as "lookAgainAt" from sales_emails
     where state <> 'draft'`,
  );
  const result = { emails, sent: 0, failed: 0, duplicates: 0, lost: 0, unexplained: 0, uncertain: 0, hidden: 0, examples: [] as string[] };
  const note = (word: string, email: (typeof rows)[number], times: number): void => {
    if (result.examples.length < 10)
      result.examples.push(`${word}: ${email.id} ${email.state} (${email.reason ?? '-'}), left ${String(times)} times`);
  };
  for (const email of rows) {
    const times = (email.messageId && taken.get(email.messageId)) || 0;
    if (email.messageId) taken.delete(email.messageId);
    if (times > 1) {
      result.duplicates += times - 1;
      note('duplicate', email, times);
    }
    if (email.state === 'sent') result.sent += 1;
    else if (email.state === 'uncertain') result.uncertain += 1;
    else if (email.state === 'failed') result.failed += 1;
    if (email.state === 'uncertain' && (email.lookAgainAt !== null || email.reason === null)) {
      result.hidden += 1;
      note('hidden', email, times);
    }
    if ((email.state === 'sent' && times === 0) || UNDECIDED.has(email.state)) {
      result.lost += 1;
      note('lost', email, times);
    }
    if (times > 0 && email.state !== 'sent' && email.state !== 'uncertain') {
      result.unexplained += 1;
      note('unexplained', email, times);
    }
  }
  result.unexplained += taken.size;
  if (rows.length !== emails) result.lost += Math.abs(emails - rows.length);
  return result;
}
