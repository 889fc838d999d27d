import fc from 'fast-check';

interface HowOften {
  runs?: number;
  /** Many times of what the slowest property takes: what hangs, and a failure that is slow to make smaller, come to an end. */
  withinMs?: number;
}

/**
 * Asserts that a property holds for values made at random, `runs` times; it fails when not all could be tried. The seed is fixed, so that a
 * failure comes again; PROPERTY_SEED tries others.
 */
export async function holds<Values>(property: fc.IRawProperty<Values>, { runs = 100, withinMs = 60_000 }: HowOften = {}): Promise<void> {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
  await fc.assert(property, { seed, numRuns: runs, interruptAfterTimeLimit: withinMs, markInterruptAsFailure: true });
}
