/** The simulator's own time: the machine's clock plus an offset that `POST /sim/clock` sets. */
export interface SimClock {
  /** Milliseconds added to the machine's clock. */
  offsetMs: number;
  now(): Date;
  /** Milliseconds since 1970, by the simulator's time. */
  nowMs(): number;
}

export function createSimClock(): SimClock {
  return {
    offsetMs: 0,
    now() {
      return new Date(this.nowMs());
    },
    nowMs() {
      return Date.now() + this.offsetMs;
    },
  };
}
