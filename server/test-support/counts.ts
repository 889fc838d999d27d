/** What a layer of `npm test` found. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** Why something was skipped or failed before it began, a sentence each. */
  reasons?: string[];
  /** What took longest, longest first; only layers that run Node's own tests tell it. */
  slowest?: SlowTest[];
}

export interface SlowTest {
  name: string;
  seconds: number;
}

/** So many of a layer are named. */
const SLOW_TESTS = 8;

export function slowestOf(tests: SlowTest[]): SlowTest[] {
  return tests.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOW_TESTS);
}
