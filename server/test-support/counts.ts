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

/** So many of a layer are named. */
export const SLOW_TESTS = 8;

export interface SlowTest {
  name: string;
  seconds: number;
}
