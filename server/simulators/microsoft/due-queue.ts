import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';

/** Things that happen later, by the simulator's clock, which may be moved. A reset forgets them. */
export interface DueQueue {
  /** Runs `work` at that time or, when it is past, soon. */
  at(dueMs: number, work: () => void): void;
}

const LOOK_EVERY_MS = 25;

export function createDueQueue(simulator: Simulator<MicrosoftState>): DueQueue {
  let waiting: { dueMs: number; state: MicrosoftState; work: () => void }[] = [];
  let timer: NodeJS.Timeout | undefined;

  function look(): void {
    const now = simulator.clock.nowMs();
    const due = waiting.filter(({ dueMs }) => dueMs <= now).sort((a, b) => a.dueMs - b.dueMs);
    waiting = waiting.filter(({ dueMs, state }) => dueMs > now && state === simulator.state);
    for (const { state, work } of due) if (state === simulator.state) work();
    if (waiting.length > 0) return;
    clearInterval(timer);
    timer = undefined;
  }

  simulator.app.addHook('onClose', async () => clearInterval(timer));
  return {
    at(dueMs, work) {
      const { state } = simulator;
      if (dueMs <= simulator.clock.nowMs()) {
        setImmediate(() => {
          if (state === simulator.state) work();
        });
        return;
      }
      waiting.push({ dueMs, state, work });
      timer ??= setInterval(look, LOOK_EVERY_MS).unref();
    },
  };
}
