import type { Clock } from '../src/platform/clock.ts';

export interface TestClock extends Clock {
  set(time: Date | string): void;
  advance(milliseconds: number): void;
}

/** A clock that runs from a chosen moment and can be put forward. */
export function createTestClock(start: Date | string = new Date()): TestClock {
  let offsetMs = new Date(start).getTime() - Date.now();
  return {
    now: () => new Date(Date.now() + offsetMs),
    set: (time) => void (offsetMs = new Date(time).getTime() - Date.now()),
    advance: (milliseconds) => void (offsetMs += milliseconds),
  };
}
