import { setTimeout as delay } from 'node:timers/promises';
import { createWorker, type JobWorker } from '../src/platform/jobs.ts';
import { startReplyRig, type ReplyRep, type ReplyRig, type Vendor } from '../test-support/reply-rig.ts';
import { addressee, type Target } from './reply-mail.ts';
import type { Random } from './random.ts';
import { createSkipLogging } from './skip-logging.ts';

const VENDORS: readonly Vendor[] = ['google', 'microsoft'];
/** Of each vendor two. */
const QUIET_MAILBOXES = 4;
/** As the worker does. */
export const SWEEP_EVERY_MS = 3_000;

/** The service, both vendors, two job workers and reps whose mailboxes are watched. */
export async function startReplyWorld(mailboxes: number): Promise<ReplyWorld> {
  const rig = await startReplyRig({ tier: 'bodies' });
  await rig.simulator('google', 'POST', '/sim/settings', { limits: null });
  await rig.simulator('microsoft', 'POST', '/sim/settings', { limits: { messagesPerMinute: null, waitingMessages: null } });
  const all: ReplyRep[] = [];
  for (let number = 0; number < mailboxes + QUIET_MAILBOXES; number += 1) {
    const rep = await rig.addRep(VENDORS[number % VENDORS.length] as Vendor, `rep${String(number)}@acme.example`);
    await rig.check(rep);
    all.push(rep);
  }
  const reps = all.slice(0, mailboxes);
  const quietReps = all.slice(mailboxes);
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const jobs = {
    'check-mailbox': rig.work.jobs['check-mailbox'] as NonNullable<(typeof rig.work.jobs)[string]>,
    // What Salesforce is told is another proof
    'write-to-salesforce': createSkipLogging(rig.database.pool),
  };
  const options = { connectionString: rig.database.urls.jobs, jobs, log: quiet, pollIntervalMs: 200, concurrency: 10 };
  return new ReplyWorld(rig, reps, quietReps, [await createWorker(options), await createWorker(options)]);
}

export class ReplyWorld {
  readonly rig: ReplyRig;
  readonly reps: readonly ReplyRep[];
  /** Nothing leaves their mailboxes before `sendFirst`. */
  private readonly quietReps: readonly ReplyRep[];
  private readonly workers: readonly JobWorker[];

  constructor(rig: ReplyRig, reps: readonly ReplyRep[], quietReps: readonly ReplyRep[], workers: readonly JobWorker[]) {
    this.rig = rig;
    this.reps = reps;
    this.quietReps = quietReps;
    this.workers = workers;
  }

  now(): number {
    return this.rig.clock.now().getTime();
  }

  /** Sends from all mailboxes at once, one email after another from each. */
  async send(count: number, random: Random): Promise<Target[]> {
    const perRep = this.reps.map(() => [] as { number: number; to: string; cc: string[] }[]);
    for (let number = 0; number < count; number += 1) perRep[number % perRep.length]?.push({ number, ...addressee(number, random) });
    const sent = await Promise.all(
      this.reps.map(async (rep, index) => {
        const targets: Target[] = [];
        for (const { number, to, cc } of perRep[index] ?? [])
          targets.push({ to, cc, email: await this.rig.send(rep, { to, cc, subject: `Offer ${String(number)}` }) });
        return targets;
      }),
    );
    return sent.flat();
  }

  /** The first email of each mailbox from which nothing has left. */
  async sendFirst(random: Random): Promise<Target[]> {
    const targets: Target[] = [];
    for (const [number, rep] of this.quietReps.entries()) {
      const { to, cc } = addressee(100_000 + number, random);
      targets.push({ to, cc, email: await this.rig.send(rep, { to, cc, subject: `First offer ${String(number)}` }) });
    }
    return targets;
  }

  colleagueOf(rep: ReplyRep): ReplyRep {
    return this.reps[(this.reps.indexOf(rep) + 1) % this.reps.length] as ReplyRep;
  }

  deliver(rep: ReplyRep, raw: Buffer): Promise<unknown> {
    return this.rig.deliver(rep, raw);
  }

  /** Waits until nothing that is due is waiting or under way. */
  async settle(): Promise<void> {
    for (;;) {
      const [row] = await this.rig.rows<{ due: number }>(
        `select count(*)::int as due from graphile_worker._private_jobs where run_at <= now() and attempts < max_attempts`,
      );
      if (!row || row.due === 0) return;
      await delay(10);
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
    await this.rig.close();
  }
}
