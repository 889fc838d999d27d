import type { ReplyRig } from '../test-support/reply-rig.ts';
import type { Target } from './reply-mail.ts';

export interface PhaseResult {
  name: string;
  planted: number;
  found: number;
  budgetMs: number;
  p50: number;
  p95: number;
  p99: number;
}

export interface ReplyChaosResult {
  phases: PhaseResult[];
  found: number;
  missed: string[];
  falseStops: string[];
  /** Answers that no push and no poll had found. */
  byReconcile: number;
  /** What was kept of mail that has nothing to do with us. */
  leaks: number;
  unrelated: number;
  bait: number;
  expired: number;
  seconds: number;
}

export interface Planted {
  target: Target;
  what: string;
  at: number;
}

export interface Phase {
  name: string;
  share: number;
  budgetMs: number;
  push: { off: boolean; dropRate: number; duplicateRate: number; delayMs: [number, number] };
  /** Whether push subscriptions end without a word, and so no push comes until they are renewed. */
  silently: boolean;
  /** Real time: pushes come as late as the vendors really send them. Else the clocks are moved on, sweep by sweep. */
  isRealTime: boolean;
}

/** What the service made of what was planted, counted from what it shows and from nothing it says of itself. */
export async function countOf(
  rig: ReplyRig,
  planted: { phase: Phase; list: Planted[] }[],
  targets: readonly Target[],
): Promise<Omit<ReplyChaosResult, 'seconds' | 'unrelated' | 'bait' | 'expired'>> {
  const rows = await rig.rows<{ id: string; kind: string; noticedAt: Date }>(
    `select sales_email_id as id, kind, noticed_at as "noticedAt" from responses where kind in ('reply', 'bounce') order by noticed_at`,
  );
  const noticed = new Map(rows.toReversed().map(({ id, kind, noticedAt }) => [`${id} ${kind}`, noticedAt.getTime()]));
  const missed: string[] = [];
  const phases = planted.map(({ phase: { name, budgetMs }, list }): PhaseResult => {
    const delays: number[] = [];
    for (const { target, what, at } of list) {
      const noticedAt = noticed.get(`${target.email.id} ${what === 'bounce' ? 'bounce' : 'reply'}`);
      if (noticedAt === undefined) missed.push(`${name}: ${what} at ${target.email.rep.vendor}`);
      else delays.push(noticedAt - at);
    }
    delays.sort((one, other) => one - other);
    const percentile = (share: number): number => delays[Math.max(0, Math.ceil(delays.length * share) - 1)] ?? Infinity;
    return {
      name,
      planted: list.length,
      found: delays.length,
      budgetMs,
      p50: percentile(0.5),
      p95: percentile(0.95),
      p99: percentile(0.99),
    };
  });

  const expected = new Set(planted.flatMap(({ list }) => list.map(({ target }) => target.email.id)));
  const stopped = await rig.rows<{ id: string; state: string; repliedAt: Date | null }>(
    `select id, state, replied_at as "repliedAt" from sales_emails where replied_at is not null or state <> 'sent'`,
  );
  const falseStops = stopped.filter(({ id }) => !expected.has(id)).map(({ state, repliedAt }) => (repliedAt ? 'replied' : state));
  const [totals] = await rig.rows<{ byReconcile: number; leaks: number }>(
    `select (select coalesce(sum(found_by_reconcile), 0)::int from mailbox_watches) as "byReconcile",
            (select count(*)::int from responses where not sales_email_id = any($1)) as leaks`,
    [targets.map(({ email }) => email.id)],
  );
  return {
    phases,
    found: phases.reduce((sum, { found }) => sum + found, 0),
    missed,
    falseStops,
    byReconcile: totals?.byReconcile ?? 0,
    leaks: totals?.leaks ?? 0,
  };
}

/** Whether every promise was kept: all found, nothing stopped by mistake, in time, and none only by the reconcile. */
export function isKept({ phases, missed, falseStops, byReconcile, leaks }: ReplyChaosResult): boolean {
  return (
    missed.length === 0 &&
    falseStops.length === 0 &&
    byReconcile === 0 &&
    leaks === 0 &&
    phases.every(({ p99, budgetMs }) => p99 <= budgetMs)
  );
}
