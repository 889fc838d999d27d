import { setTimeout as delay } from 'node:timers/promises';
import type { SendingLimits } from '../src/features/sending-limits/index.ts';
import type { EngineWorkerOrder } from './engine-worker.ts';
import { SENDING_JOBS } from './engine-jobs.ts';
import { startEngineWorld, type EngineWorld } from './engine-world.ts';
import { fullestWindow, type Arrival } from './fullest-window.ts';
import { createRandom } from './random.ts';
import { randomSendFault } from './send-faults.ts';

export interface LimitChaos {
  mailboxes: number;
  emailsPerMailbox: number;
  workers: number;
  orgs: number;
  limits: SendingLimits;
  seed: number;
  /** False: nobody looks at the limits, which the count must then find out. */
  areChecked: boolean;
  onProgress?: (line: string) => void;
}

export interface LimitVerdict {
  name: string;
  limit: number;
  /** The most that arrived in any window of this kind. */
  fullest: number;
}

export interface LimitResult {
  sent: number;
  unsettled: number;
  seconds: number;
  clockMoves: number;
  windows: LimitVerdict[];
}

/** The minute of the run, so that it bites in seconds; a day has its 24 hours, and the clock is put forward to where it ends. */
const MINUTE_MS = 6_000;
const DAY_MS = 24 * 60 * 60_000;
const DOMAINS = ['globex.example', 'hooli.example', 'umbrella.example'];
const LOOK_EVERY_MS = 250;
const FAULTS_AT_ONCE = 2;
const LONG_WAIT_MS = 4_000;
const GIVE_UP_AFTER_MS = 15 * 60_000;

/**
 * Mailboxes of both vendors send through several processes while calls dawdle, break and are refused, with limits so small that every one
 * of them is reached. Answers how full each kind of window ever was, by what arrived at the vendors.
 */
export async function runLimitChaos(chaos: LimitChaos): Promise<LimitResult> {
  const google = Math.ceil(chaos.mailboxes / 2);
  const world = await startEngineWorld({ orgs: chaos.orgs, google, microsoft: chaos.mailboxes - google, peoplePerUser: 3 });
  try {
    await arrange(world, chaos);
    const order: EngineWorkerOrder = {
      jobs: SENDING_JOBS,
      leaseMs: 5_000,
      spacingMs: { google: 0, microsoft: 0 },
      concurrency: 10,
      sweepEveryMs: 300,
      settling: true,
      limits: { minuteMs: MINUTE_MS, dayMs: DAY_MS, areChecked: chaos.areChecked },
    };
    const startedAt = performance.now();
    await Promise.all(Array.from({ length: chaos.workers }, () => world.startWorker(order).ready));
    const clockMoves = await letThemSend(world, chaos);
    const { rows } = await world.database.ownerPool.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from sales_emails group by state',
    );
    const count = (...states: string[]): number =>
      rows.filter(({ state }) => states.includes(state)).reduce((sum, row) => sum + row.count, 0);
    return {
      sent: count('sent'),
      unsettled: count('queued', 'sending', 'uncertain', 'failed'),
      seconds: (performance.now() - startedAt) / 1_000,
      clockMoves,
      windows: await countWindows(world, chaos.limits),
    };
  } finally {
    await world.close();
  }
}

async function arrange(world: EngineWorld, chaos: LimitChaos): Promise<void> {
  const { database, orgIds } = world;
  await world.acceptEmails(chaos.mailboxes * chaos.emailsPerMailbox);
  // Several domains, one of them more popular than the others, and copies that count as well
  await database.ownerPool.query(
    `update sales_emails set to_address = 'person@' || ($1::text[])
       [1 + (case when random() < 0.5 then 0 else floor(random() * 3) end)::int],
            cc = case when random() < 0.2 then json_build_array('copy@' || ($1::text[])[1 + floor(random() * 3)::int]) else '[]' end`,
    [DOMAINS],
  );
  const { limits } = chaos;
  for (const orgId of orgIds)
    await database.ownerPool.query(
      `insert into sending_limits (org_id, batch_size, batch_wait_seconds, mailbox_per_minute, mailbox_per_day, user_per_day, org_per_day,
         domain_per_day, updated_by, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, gen_random_uuid(), now())`,
      [
        orgId,
        limits.batchSize,
        limits.batchWaitSeconds,
        limits.mailboxPerMinute,
        limits.mailboxPerDay,
        limits.userPerDay,
        limits.orgPerDay,
        limits.domainPerDay,
      ],
    );
}

/** Makes trouble until nothing waits, and puts the clock forward whenever everything waits for tomorrow. Answers how often. */
async function letThemSend(world: EngineWorld, { seed, onProgress }: LimitChaos): Promise<number> {
  const random = createRandom(seed);
  const giveUpAt = performance.now() + GIVE_UP_AFTER_MS;
  let offsetMs = 0;
  let moves = 0;
  while (performance.now() < giveUpAt) {
    await delay(LOOK_EVERY_MS);
    const { rows } = await world.database.ownerPool.query<{ open: number; sent: number; next: Date | null; isBusy: boolean }>(
      `select count(*) filter (where e.state in ('queued', 'sending', 'uncertain'))::int as open,
       count(*) filter (where e.state = 'sent')::int as sent,
              least(min(greatest(e.due_at, c.next_slot_at)) filter (where e.state = 'queued'),
                    min(e.look_again_at) filter (where e.state = 'uncertain')) as next, bool_or(e.state = 'sending') as "isBusy"
         from sales_emails e join email_connections c on c.id = e.email_connection_id`,
    );
    const { open = 0, sent = 0, next = null, isBusy = true } = rows[0] ?? {};
    if (open === 0) return moves;
    const vendor = random.pick(['google', 'microsoft'] as const);
    if (world[vendor].faults.list().length < FAULTS_AT_ONCE) world[vendor].faults.add(randomSendFault(vendor, random, world.clock.now()));
    const waitMs = (next?.getTime() ?? 0) - world.clock.now().getTime();
    if (isBusy || waitMs < LONG_WAIT_MS) continue;
    // The first place becomes free; the others follow in the rhythm in which they were taken
    offsetMs += waitMs - LOOK_EVERY_MS;
    moves += 1;
    for (const { faults } of [world.google, world.microsoft]) faults.clear();
    await world.setOffset(offsetMs);
    await world.database.ownerPool.query('update people set read_at = $1', [world.clock.now()]);
    onProgress?.(`${String(sent)} sent, ${String(open)} wait; the clock is put forward by ${(waitMs / 1_000).toFixed(0)} s`);
  }
  throw new Error('The emails did not all leave in time.');
}

interface Send {
  account: string;
  at: number;
  recipients: string[];
  outcome: 'accepted' | 'refused';
}

async function countWindows(world: EngineWorld, limits: SendingLimits): Promise<LimitVerdict[]> {
  const sends: Send[] = [];
  for (const { url } of [world.google, world.microsoft]) {
    const answer = (await (await fetch(`${url}/sim/sends`)).json()) as { sends: Send[] };
    sends.push(...answer.sends.filter(({ outcome }) => outcome === 'accepted'));
  }
  const orgOf = new Map(world.mailboxes.map(({ address, orgId }) => [address, orgId]));
  const byMailbox = Map.groupBy(sends, ({ account }) => account);
  const byOrg = Map.groupBy(sends, ({ account }) => orgOf.get(account) ?? '');
  const byDomain = new Map<string, Arrival[]>();
  for (const { account, at, recipients } of sends)
    for (const recipient of recipients) {
      const key = `${orgOf.get(account) ?? ''} ${recipient.split('@')[1] ?? ''}`;
      byDomain.set(key, [...(byDomain.get(key) ?? []), { at, weight: 1 }]);
    }
  const fullest = (groups: Iterable<readonly { at: number }[]>, ms: number): number =>
    Math.max(
      0,
      ...[...groups].map((group) =>
        fullestWindow(
          group.map(({ at }) => ({ at, weight: 1 })),
          ms,
        ),
      ),
    );
  return [
    { name: 'batch', limit: limits.batchSize, fullest: fullest(byMailbox.values(), limits.batchWaitSeconds * 1_000) },
    { name: 'minute', limit: limits.mailboxPerMinute, fullest: fullest(byMailbox.values(), MINUTE_MS) },
    { name: 'day', limit: limits.mailboxPerDay, fullest: fullest(byMailbox.values(), DAY_MS) },
    { name: 'org', limit: limits.orgPerDay ?? Infinity, fullest: fullest(byOrg.values(), DAY_MS) },
    { name: 'domain', limit: limits.domainPerDay ?? Infinity, fullest: fullest(byDomain.values(), DAY_MS) },
  ];
}
