import type { SimClock } from '../common/clock.ts';

const WINDOW_MS = 10 * 60_000;
const SLOW_MS = 2_900;
/** Below so many answers nothing is concluded. */
const ENOUGH = 10;

export interface EndpointHealth {
  answered(url: string, tookMs: number): void;
  /** A tenth of slow answers within ten minutes is answered with delay, a little more with silence. */
  penaltyOf(url: string): { drops: boolean; delayMs: number };
}

export function createEndpointHealth(clock: SimClock): EndpointHealth {
  const answers = new Map<string, { at: number; isSlow: boolean }[]>();
  return {
    answered(url, tookMs) {
      const host = new URL(url).host;
      const recent = (answers.get(host) ?? []).filter(({ at }) => at > clock.nowMs() - WINDOW_MS).slice(-1_000);
      answers.set(host, [...recent, { at: clock.nowMs(), isSlow: tookMs > SLOW_MS }]);
    },
    penaltyOf(url) {
      const recent = (answers.get(new URL(url).host) ?? []).filter(({ at }) => at > clock.nowMs() - WINDOW_MS);
      const slow = recent.length < ENOUGH ? 0 : recent.filter(({ isSlow }) => isSlow).length / recent.length;
      return { drops: slow >= 0.15, delayMs: slow >= 0.1 ? WINDOW_MS : 0 };
    },
  };
}
