import type { JobLog } from './jobs.ts';

/** Finds what no job stands for, and adds its jobs. Safe to run at any time, also beside itself in another process. */
export type Sweep = () => Promise<void>;

export interface RunningSweeps {
  /** Starts no further run and resolves when those under way have ended. */
  stop(): Promise<void>;
}

/**
 * Runs each sweep every so often, apart from the others: one that is slow or fails changes nothing for the rest. A run begins only when the
 * one before of the same sweep has ended; what fails is logged with its name and tried again at its next time.
 */
export function startSweeps(sweeps: Readonly<Record<string, Sweep>>, { everyMs, log }: { everyMs: number; log: JobLog }): RunningSweeps {
  const underWay = new Map<string, Promise<void>>();
  const timers = Object.entries(sweeps).map(([name, sweep]) => {
    const runOnce = async (): Promise<void> => {
      try {
        await sweep();
      } catch (error) {
        log.error({ err: error, sweep: name }, 'Could not look for work that was left');
      }
    };
    return setInterval(() => {
      if (underWay.has(name)) return;
      underWay.set(
        name,
        runOnce().finally(() => underWay.delete(name)),
      );
    }, everyMs);
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}

/** Runs each once, at the same time. Rejects with what failed first in their order, after all have ended. */
export async function runEach(sweeps: Readonly<Record<string, Sweep>>): Promise<void> {
  const results = await Promise.allSettled(Object.values(sweeps).map((sweep) => sweep()));
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
