import type { JobLog } from '../../platform/jobs.ts';

/** The places in which the lanes of this process work, and the timers of those that wait. */
export interface SendingSlots {
  /** Runs `work` as soon as a slot is free: whoever came first is first. */
  run(work: () => Promise<void>): Promise<void>;
  /**
   * Runs `work` in a slot after so long, or at once when the process stops. What it throws is logged: the lease runs out and the sweep
   * finds the lane.
   */
  runLater(waitMs: number, work: () => Promise<void>): void;
  /** Aborted when the process stops: lanes are released. */
  readonly stopping: AbortSignal;
  /** Wakes every lane that waits and resolves when all have ended. */
  stop(): Promise<void>;
}

/**
 * So many lanes work at once in this process. One that waits for its next slot in time is an entry among the timers and nothing else: it
 * takes no place here and no connection, so a thousand may wait while others send.
 */
export function createSendingSlots({ atOnce, log }: { atOnce: number; log: JobLog }): SendingSlots {
  const stopping = new AbortController();
  const line: (() => void)[] = [];
  const timers = new Map<NodeJS.Timeout, () => void>();
  const underWay = new Set<Promise<void>>();
  let free = atOnce;

  const takeSlot = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  const releaseSlot = (): void => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  const run = async (work: () => Promise<void>): Promise<void> => {
    await takeSlot();
    try {
      await work();
    } finally {
      releaseSlot();
    }
  };
  const start = (work: () => Promise<void>): void => {
    const running = run(work).catch((error: unknown) => log.warn({ err: error }, 'A lane that had waited could not go on'));
    underWay.add(running);
    void running.finally(() => underWay.delete(running));
  };

  return {
    run,
    runLater(waitMs, work) {
      if (stopping.signal.aborted) {
        start(work);
        return;
      }
      const timer = setTimeout(() => {
        timers.delete(timer);
        start(work);
      }, waitMs);
      timers.set(timer, () => start(work));
    },
    stopping: stopping.signal,
    async stop() {
      stopping.abort();
      for (const [timer, wake] of timers) {
        clearTimeout(timer);
        wake();
      }
      timers.clear();
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}
