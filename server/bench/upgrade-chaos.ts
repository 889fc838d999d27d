import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { EngineWorkerOrder } from './engine-worker.ts';
import { startEngineWorld, type EngineMailbox, type EngineWorld } from './engine-world.ts';
import { takeLimitsAway } from './send-rates.ts';
import { countTakenMessages } from './taken-messages.ts';

export interface UpgradeOptions {
  /** The folder of the release that comes next. */
  next: string;
  emails: number;
  /** False: its worker never starts, so that what is left behind is found. */
  startsNextWorker: boolean;
  onProgress?: (line: string) => void;
}

export interface UpgradeResult {
  /** Presses of Send that were not accepted. */
  refused: number;
  /** Emails that the vendors did not take, or took twice. */
  notSentOnce: number;
  /** Emails of which Salesforce has no Task, or two. */
  notLoggedOnce: number;
  /** How long migrating took, and the longest that a press of Send took, in milliseconds. */
  migrationMs: number;
  slowestMs: number;
  examples: string[];
}

const MAILBOXES_OF_EACH = 10;
const PEOPLE = 50;
const PRESS_EVERY_MS = 20;
const LOOK_EVERY_MS = 500;
/** Longer than writes to Salesforce are collected. */
const GIVE_UP_AFTER_MS = 120_000;
const MOST_EXAMPLES = 10;

/**
 * Puts the next release in the place of this one while everything works: after a quarter of the emails the next one migrates the database,
 * after half of them its worker starts beside this one's, after three quarters this one's is asked to stop. Send is pressed all the time,
 * by this release. What left and what was logged is counted at the simulators.
 */
export async function runUpgrade({ next, emails, startsNextWorker, onProgress = () => undefined }: UpgradeOptions): Promise<UpgradeResult> {
  const world = await startEngineWorld({
    orgs: 2,
    google: MAILBOXES_OF_EACH,
    microsoft: MAILBOXES_OF_EACH,
    peoplePerUser: PEOPLE,
    salesforce: true,
  });
  const nextWorkers: ChildProcess[] = [];
  try {
    await takeLimitsAway(world);
    const order: EngineWorkerOrder = {
      jobs: await jobNamesOf(path.resolve(import.meta.dirname, '../..'), next),
      leaseMs: 30_000,
      spacingMs: { google: 50, microsoft: 50 },
      sweepEveryMs: 3_000,
      settling: true,
      logging: true,
    };
    const before = world.startWorker(order);
    await before.ready;
    const result: UpgradeResult = { refused: 0, notSentOnce: 0, notLoggedOnce: 0, migrationMs: 0, slowestMs: 0, examples: [] };
    let migrating = Promise.resolve(0);
    const presses: Promise<void>[] = [];
    for (let number = 0; number < emails; number += 1) {
      if (number === Math.floor(emails / 4)) migrating = migrateTo(world, next);
      if (number === Math.floor(emails / 2)) {
        result.migrationMs = await migrating;
        onProgress(`Migrated in ${result.migrationMs.toFixed(0)} ms. The next release works beside this one.`);
        if (startsNextWorker) nextWorkers.push(await startNextWorker(world, next, order));
      }
      if (number === Math.floor((emails * 3) / 4)) before.process.kill('SIGTERM');
      presses.push(press(world, number, result));
      await delay(PRESS_EVERY_MS);
    }
    await Promise.all([...presses, before.exited]);
    onProgress('Everything is accepted, and this release works no more.');
    await untilNothingIsLeft(world, onProgress);
    await judge(world, result);
    return result;
  } finally {
    for (const worker of nextWorkers) worker.kill('SIGKILL');
    await world.close();
  }
}

/** The jobs of both releases: a worker does those that it knows. */
async function jobNamesOf(...releases: string[]): Promise<string[]> {
  const names = await Promise.all(
    releases.map(async (folder) => {
      const { JOB_NAMES } = (await import(path.resolve(folder, 'server/src/job-names.ts'))) as { JOB_NAMES: readonly string[] };
      return JOB_NAMES;
    }),
  );
  return [...new Set(names.flat())];
}

async function press(world: EngineWorld, number: number, result: UpgradeResult): Promise<void> {
  const startedAt = performance.now();
  try {
    const { mailboxes } = world;
    await world.pressSend(mailboxes[number % mailboxes.length] as EngineMailbox, number);
  } catch (error) {
    result.refused += 1;
    note(result, `refused: ${(error as Error).message}`);
  }
  result.slowestMs = Math.max(result.slowestMs, performance.now() - startedAt);
}

/** As an operator does it: a program of its own, beside everything that works. */
async function migrateTo(world: EngineWorld, next: string): Promise<number> {
  const startedAt = performance.now();
  const { migration } = world.database.urls;
  const child = startOf(next, 'server/src/migrate.ts', { ...world.env, MIGRATION_DATABASE_URL: migration });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The migration has ended with ${String(code)}.`);
  return performance.now() - startedAt;
}

async function startNextWorker(world: EngineWorld, next: string, order: EngineWorkerOrder): Promise<ChildProcess> {
  const child = startOf(next, 'server/bench/engine-worker.ts', world.env, [JSON.stringify(order)]);
  await once(child, 'message');
  return child;
}

function startOf(folder: string, program: string, env: Record<string, string>, order: string[] = []): ChildProcess {
  return fork(path.resolve(folder, program), order, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
}

async function untilNothingIsLeft({ database }: EngineWorld, onProgress: (line: string) => void): Promise<void> {
  let last = '';
  let changedAt = performance.now();
  for (;;) {
    const { rows } = await database.ownerPool.query<{ waiting: number; unlogged: number }>(
      `select (select count(*) from sales_emails where state in ('queued', 'sending', 'uncertain'))::int as waiting,
              (select count(*) from salesforce_writes where state = 'pending')::int as unlogged`,
    );
    const { waiting, unlogged } = rows[0] ?? { waiting: 0, unlogged: 0 };
    const line = `${String(waiting)} not sent yet, ${String(unlogged)} not in Salesforce yet`;
    if (line !== last) {
      onProgress(line);
      changedAt = performance.now();
    }
    last = line;
    if (waiting + unlogged === 0 || performance.now() - changedAt > GIVE_UP_AFTER_MS) return;
    await delay(LOOK_EVERY_MS);
  }
}

/** Compares our books with what the simulators have: messages by the Message-ID that we wrote, Tasks by their owner and subject. */
async function judge(world: EngineWorld, result: UpgradeResult): Promise<void> {
  const taken = await countTakenMessages(world);
  const tasks = new Map<string, number>();
  for (const orgId of world.orgIds)
    for (const task of Object.values(world.salesforce?.store.state.records[orgId]?.['Task'] ?? {})) {
      const key = `${orgId} ${String(task['OwnerId'])} ${String(task['Subject'])}`;
      tasks.set(key, (tasks.get(key) ?? 0) + 1);
    }
  const { rows } = await world.database.ownerPool.query<{ id: string; state: string; messageId: string | null; task: string }>(
    `select e.id, e.state, e.message_id as "messageId", concat(e.org_id, ' ', u.salesforce_user_id, ' Email: ', e.subject) as task
       from sales_emails e join users u on u.org_id = e.org_id and u.id = e.user_id where e.state <> 'draft'`,
  );
  for (const { id, state, messageId, task } of rows) {
    const left = taken.get(messageId ?? '') ?? 0;
    const logged = tasks.get(task) ?? 0;
    if (left !== 1) result.notSentOnce += 1;
    if (logged !== 1) result.notLoggedOnce += 1;
    if (left !== 1 || logged !== 1) note(result, `${id} (${state}): left ${String(left)} times, ${String(logged)} Tasks`);
  }
}

function note({ examples }: UpgradeResult, line: string): void {
  if (examples.length < MOST_EXAMPLES) examples.push(line);
}
