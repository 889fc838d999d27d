import { setTimeout as delay } from 'node:timers/promises';
import { createRandom, type Random } from './random.ts';
import { ANSWERS, BAIT, UNRELATED, type Target } from './reply-mail.ts';
import { countOf, type Phase, type Planted, type ReplyChaosResult } from './reply-count.ts';
import { startReplyWorld, SWEEP_EVERY_MS, type ReplyWorld } from './reply-world.ts';

export interface ReplyChaos {
  replies: number;
  mailboxes: number;
  seed: number;
  /** False shows that the count below can find what was missed: then pushes are all there is. */
  polls?: boolean;
  onProgress?: (line: string) => void;
}

/** Notifications are late, twice, out of order and lost; in the last phase all of them are. */
const PHASES: readonly Phase[] = [
  {
    name: 'with push',
    share: 0.34,
    budgetMs: 10_000,
    push: { off: false, dropRate: 0.003, duplicateRate: 0.2, delayMs: [0, 2_500] },
    silently: false,
    isRealTime: true,
  },
  {
    name: 'half of all pushes lost',
    share: 0.33,
    budgetMs: 90_000,
    push: { off: false, dropRate: 0.5, duplicateRate: 0.2, delayMs: [0, 500] },
    silently: true,
    isRealTime: false,
  },
  {
    name: 'all pushes lost',
    share: 0.33,
    budgetMs: 90_000,
    push: { off: true, dropRate: 1, duplicateRate: 0, delayMs: [0, 0] },
    silently: true,
    isRealTime: false,
  },
];
/**
 * Mailboxes from which nothing had left before, and that nobody looks into often: their first emails are answered, and no push tells of it.
 */
const QUIET: Phase = {
  name: 'first emails of quiet mailboxes, all pushes lost',
  share: 0,
  budgetMs: 90_000,
  push: { off: true, dropRate: 1, duplicateRate: 0, delayMs: [0, 0] },
  silently: false,
  isRealTime: false,
};
/** So many per second and vendor pair come in while time is real; a mailbox of a rep gets one in minutes. */
const REAL_PER_SECOND = 6;
const SIMULATED_PER_SECOND = 1;
const EXPIRY_EVERY = 40;
const STEPS_OF_LAST_POLL = 40;

/** Plants answers and bait in many mailboxes while pushes, cursors and subscriptions fail, and counts what the service made of them. */
export async function runChaosOfReplies({ replies, mailboxes, seed, polls = true, onProgress }: ReplyChaos): Promise<ReplyChaosResult> {
  const startedAt = Date.now();
  const random = createRandom(seed);
  const world = await startReplyWorld(mailboxes);
  try {
    const baitCount = Math.ceil(replies * 0.4);
    const targets = await world.send(replies + baitCount, random);
    onProgress?.(`${String(targets.length)} emails have left from ${String(mailboxes)} mailboxes`);
    const [forAnswers, forBait] = shuffledInTwo(targets, replies, random);
    const planted: { phase: Phase; list: Planted[] }[] = [];
    const chaos = new Chaos(world, random, polls);
    for (const [index, phase] of PHASES.entries()) {
      const isLast = index === PHASES.length - 1;
      const answers = forAnswers.splice(0, isLast ? forAnswers.length : Math.round(replies * phase.share));
      const bait = forBait.splice(0, isLast ? forBait.length : Math.round(baitCount * phase.share));
      const list = await chaos.run(phase, answers, bait);
      planted.push({ phase, list });
      onProgress?.(`${phase.name}: ${String(list.length)} answers planted`);
    }
    const firsts = await world.sendFirst(random);
    const list = await chaos.run(QUIET, firsts, []);
    planted.push({ phase: QUIET, list });
    targets.push(...firsts);
    onProgress?.(`${QUIET.name}: ${String(list.length)} answers planted`);
    await chaos.endPolling();
    return { ...(await chaos.count(planted, targets)), seconds: (Date.now() - startedAt) / 1_000 };
  } finally {
    await world.close();
  }
}

function shuffledInTwo(targets: Target[], first: number, random: Random): [Target[], Target[]] {
  const shuffled = targets.map((target) => ({ target, order: random.next() })).sort((one, other) => one.order - other.order);
  const all = shuffled.map(({ target }) => target);
  return [all.slice(0, first), all.slice(first)];
}

class Chaos {
  unrelated = 0;
  bait = 0;
  expired = 0;
  private readonly world: ReplyWorld;
  private readonly random: Random;
  private readonly polls: boolean;

  constructor(world: ReplyWorld, random: Random, polls: boolean) {
    this.world = world;
    this.random = random;
    this.polls = polls;
  }

  async run(phase: Phase, answers: readonly Target[], bait: readonly Target[]): Promise<Planted[]> {
    const { world, random } = this;
    await world.rig.simulator('google', 'POST', '/sim/settings', { push: phase.push });
    await world.rig.simulator('microsoft', 'POST', '/sim/settings', {
      push: { ...phase.push, reorderRate: 0.2, punishesSlowEndpoints: false },
    });
    // A rule moves what comes in elsewhere, and no push tells of that at Outlook: every fourth rep has one
    if (phase.silently) await this.moveElsewhere();
    const planted: Planted[] = [];
    const acts = [
      ...answers.map((target) => async () => void planted.push(await this.plant(target))),
      ...bait.map((target) => () => this.lure(target)),
      ...Array.from({ length: answers.length }, () => () => this.addUnrelated()),
      ...Array.from({ length: Math.ceil(answers.length / EXPIRY_EVERY) }, () => () => this.expire(phase)),
    ]
      .map((act) => ({ act, order: random.next() }))
      .sort((one, other) => one.order - other.order)
      .map(({ act }) => act);
    if (phase.isRealTime) await this.inRealTime(acts);
    else await this.inSimulatedTime(acts);
    return planted;
  }

  private async moveElsewhere(): Promise<void> {
    for (const { vendor, user } of this.world.reps.filter((_rep, index) => index % 8 < 2)) {
      const filter = vendor === 'google' ? { archive: true, markRead: true } : { moveTo: 'archive', markRead: true };
      await this.world.rig.simulator(vendor, 'POST', `/sim/accounts/${user.email}/filter`, filter);
    }
  }

  private async inRealTime(acts: (() => Promise<unknown>)[]): Promise<void> {
    const every = 1_000 / (REAL_PER_SECOND * 2);
    let nextSweep = Date.now();
    for (const act of acts) {
      if (this.polls && Date.now() >= nextSweep) {
        nextSweep = Date.now() + SWEEP_EVERY_MS;
        await this.world.rig.work.sweep();
      }
      await act();
      await delay(every * 2 * this.random.next());
    }
    await this.wait(5_000);
  }

  private async inSimulatedTime(acts: (() => Promise<unknown>)[]): Promise<void> {
    const perStep = Math.max(1, Math.round((SIMULATED_PER_SECOND * 2 * SWEEP_EVERY_MS) / 1_000));
    for (let next = 0; next < acts.length; next += perStep) {
      for (const act of acts.slice(next, next + perStep)) await act();
      await this.step();
    }
  }

  /** Long enough for whatever the last poll is to find. */
  async endPolling(): Promise<void> {
    for (let step = 0; step < STEPS_OF_LAST_POLL; step += 1) await this.step();
  }

  private async step(): Promise<void> {
    await this.world.rig.advance(SWEEP_EVERY_MS);
    if (this.polls) await this.world.rig.work.sweep();
    await this.world.settle();
  }

  private async wait(milliseconds: number): Promise<void> {
    const until = Date.now() + milliseconds;
    while (Date.now() < until) {
      if (this.polls) await this.world.rig.work.sweep();
      await delay(Math.min(SWEEP_EVERY_MS, milliseconds));
    }
    await this.world.settle();
  }

  private async reconcile(): Promise<void> {
    if (!this.polls) return;
    await this.world.rig.advance(25 * 60 * 60_000);
    for (let step = 0; step < 5; step += 1) await this.step();
  }

  /** After a reconcile of every mailbox, which should find nothing new. */
  async count(planted: { phase: Phase; list: Planted[] }[], targets: readonly Target[]): Promise<Omit<ReplyChaosResult, 'seconds'>> {
    await this.reconcile();
    const { unrelated, bait, expired } = this;
    return { ...(await countOf(this.world.rig, planted, targets)), unrelated, bait, expired };
  }

  private async plant(target: Target): Promise<Planted> {
    const { cc, email } = target;
    const kinds = Object.keys(ANSWERS).filter((kind) => kind !== 'bounce' || cc.length === 0);
    const what = this.random.next() < 0.4 ? 'reply of the person' : this.random.pick(kinds);
    const at = this.world.now();
    await this.world.deliver(email.rep, await (ANSWERS[what] as (typeof ANSWERS)[string])(target, new Date(at)));
    return { target, what, at };
  }

  private async lure(target: Target): Promise<void> {
    const { rep } = target.email;
    const make = BAIT[this.random.pick(Object.keys(BAIT))] as (typeof BAIT)[string];
    await this.world.deliver(rep, await make(target, new Date(this.world.now()), this.world.colleagueOf(rep)));
    this.bait += 1;
  }

  private async addUnrelated(): Promise<void> {
    const rep = this.random.pick(this.world.reps);
    await this.world.deliver(rep, this.random.pick(UNRELATED)(rep));
    this.unrelated += 1;
  }

  private async expire({ silently }: Phase): Promise<void> {
    const { vendor, user } = this.random.pick(this.world.reps);
    const what = this.random.next() < 0.5 || (vendor === 'google' && !silently) ? 'cursor' : 'push';
    const path = {
      google: { cursor: 'expire-history', push: 'expire-watch' },
      microsoft: { cursor: 'expire-delta', push: 'expire-subscriptions' },
    };
    const body = vendor === 'microsoft' && what === 'push' ? { silently } : undefined;
    await this.world.rig.simulator(vendor, 'POST', `/sim/accounts/${user.email}/${path[vendor][what]}`, body);
    this.expired += 1;
  }
}
