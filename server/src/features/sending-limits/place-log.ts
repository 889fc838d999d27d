import type { Demand, Window } from './windows.ts';

/** A place that an attempt took, as a forecast knows it. */
export interface Place {
  /** Epoch milliseconds; Infinity while the attempt is under way. */
  endedAt: number;
  recipients: number;
}

/** The places taken of the windows of one scope and key, oldest first; answers what `place_in_the_way` answers in the database. */
export class PlaceLog {
  readonly #ends: number[] = [];
  /** How many emails and recipients there were before the place of the same index. */
  readonly #recipientsBefore: number[] = [0];

  constructor(places: readonly Place[], now: number) {
    // An attempt under way ends about now
    const ended = places.map(({ endedAt, recipients }) => ({ endedAt: Math.min(endedAt, now), recipients }));
    for (const place of ended.sort((a, b) => a.endedAt - b.endedAt)) this.add(place);
  }

  add({ endedAt, recipients }: Place): void {
    this.#ends.push(endedAt);
    this.#recipientsBefore.push((this.#recipientsBefore.at(-1) ?? 0) + recipients);
  }

  /** The end of the place that must be over before so many more fit; null when they fit. */
  endOfBlockingPlace({ window, units }: Demand): number | null {
    const room = Math.max(0, window.count - units);
    if (window.unit === 'emails') return this.#ends[this.#ends.length - 1 - room] ?? null;
    const total = this.#recipientsBefore.at(-1) ?? 0;
    let [low, high] = [0, this.#ends.length];
    // The newest place that has more than `room` recipients from itself on
    while (low < high) {
      const middle = (low + high) >> 1;
      if (total - (this.#recipientsBefore[middle] ?? 0) > room) low = middle + 1;
      else high = middle;
    }
    return this.#ends[low - 1] ?? null;
  }
}

/** The places of all windows that matter; nothing is known of a key that is not in it. */
export class PlaceLogs {
  readonly #logs = new Map<string, PlaceLog>();
  readonly #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  set(scope: Window['scope'], key: string, log: PlaceLog): void {
    this.#logs.set(`${scope}:${key}`, log);
  }

  of({ scope, key }: Pick<Window, 'scope' | 'key'>): PlaceLog {
    const name = `${scope}:${key}`;
    const log = this.#logs.get(name) ?? new PlaceLog([], this.#now);
    this.#logs.set(name, log);
    return log;
  }
}
