import fp from 'fastify-plugin';
import type { Clock } from './clock.ts';
import { inOrg, type Pool } from './postgres.ts';
import { recordSecurityEvent, type Actor, type SecurityEventKind } from './security-events.ts';

const WINDOW_MS = 60_000;
/** Far more than come at once; an attack from more addresses than this is counted under one. */
const MOST_WINDOWS = 1_000;

interface Refusal {
  kind: SecurityEventKind;
  orgId: string;
  by: Actor;
  code: string;
}

interface Window {
  refusal: Refusal;
  endsAt: number;
  /** Refusals that no row tells of yet. */
  uncounted: number;
}

export interface CappedSecurityEvents {
  /**
   * Writes the first refusal of a kind, org and network address in a minute at once. The others of that minute are counted. Rejects when it
   * cannot write, and keeps the count for the next time.
   */
  refused(refusal: Refusal): Promise<void>;
  /**
   * Writes what was counted in minutes that are over, or all of it. Tries each; rejects when one fails, and keeps that one for the next
   * time.
   */
  flush(all?: boolean): Promise<void>;
}

/**
 * The log of what anybody can set off as often as they like: a row a minute and process for each kind, org and network address, with a
 * count.
 */
export function createCappedSecurityEvents({ pool, clock }: { pool: Pool; clock: Clock }): CappedSecurityEvents {
  const windows = new Map<string, Window>();

  const write = ({ kind, orgId, by, code }: Refusal, count: number) =>
    inOrg(pool, orgId, (tx) => recordSecurityEvent(tx, orgId, { kind, outcome: 'refused', by, details: { code, count }, at: clock.now() }));

  const writeOrKeep = async (key: string, counted: Window): Promise<void> => {
    try {
      await write(counted.refusal, counted.uncounted);
    } catch (error) {
      const next = windows.get(key);
      if (next) next.uncounted += counted.uncounted;
      else windows.set(key, counted);
      throw error;
    }
  };

  return {
    async refused(given) {
      const nowMs = clock.now().getTime();
      let refusal = given;
      let key = `${given.kind} ${given.orgId} ${given.by.ipAddress ?? ''}`;
      if (windows.size >= MOST_WINDOWS && !windows.has(key)) {
        refusal = { ...given, by: { ...given.by, ipAddress: null } };
        key = `${given.kind} ${given.orgId} many`;
      }
      const current = windows.get(key);
      if (current && current.endsAt > nowMs) {
        current.uncounted += 1;
        return;
      }
      const opened: Window = { refusal, endsAt: nowMs + WINDOW_MS, uncounted: 0 };
      windows.set(key, opened);
      await writeOrKeep(key, { ...opened, uncounted: 1 + (current?.uncounted ?? 0) });
    },
    async flush(all = false) {
      const nowMs = clock.now().getTime();
      const ended = [...windows].filter(([, { endsAt }]) => all || endsAt <= nowMs);
      // All are taken out before the first is written: a refusal that comes meanwhile must not write the same count again
      for (const [key] of ended) windows.delete(key);
      const failures: unknown[] = [];
      for (const [key, window] of ended)
        if (window.uncounted > 0) await writeOrKeep(key, window).catch((error: unknown) => failures.push(error));
      if (failures.length > 0) throw new AggregateError(failures, `${String(failures.length)} counts could not be written`);
    },
  };
}

/** Writes what was counted once a minute, and the rest when the process ends. */
export const cappedEventsFlush = fp<{ securityEvents: CappedSecurityEvents }>(
  async (app, { securityEvents }) => {
    const minutes = setInterval(() => {
      securityEvents.flush().catch((error: unknown) => app.log.error({ err: error }, 'Counted security events could not be written'));
    }, WINDOW_MS).unref();
    app.addHook('onClose', async () => {
      clearInterval(minutes);
      await securityEvents.flush(true);
    });
  },
  { name: 'capped-events-flush' },
);
