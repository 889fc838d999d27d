/** Something that arrived at a vendor. */
export interface Arrival {
  /** Epoch milliseconds. */
  at: number;
  weight: number;
}

/**
 * The most that arrived within any `ms`, whenever they began: a plain count over what the vendors saw, which knows nothing of how the
 * engine keeps its limits. Two arrivals that are exactly `ms` apart are not within.
 */
export function fullestWindow(arrivals: readonly Arrival[], ms: number): number {
  const sorted = arrivals.toSorted((a, b) => a.at - b.at);
  let [fullest, within, oldest] = [0, 0, 0];
  for (const { at, weight } of sorted) {
    within += weight;
    for (let first = sorted[oldest]; first && at - first.at >= ms; first = sorted[oldest]) {
      within -= first.weight;
      oldest += 1;
    }
    fullest = Math.max(fullest, within);
  }
  return fullest;
}
