import fc from 'fast-check';

/** How long one property may take on a slow machine; what was tried by then counts. */
const MOST_MS = 5_000;

/**
 * Asserts that a property holds for values made at random. The seed is fixed, so that a failure comes again; PROPERTY_SEED tries others.
 * `runs` is 100 unless told.
 */
export async function holds<Values>(property: fc.IRawProperty<Values>, { runs = 100 }: { runs?: number } = {}): Promise<void> {
  const seed = Number(process.env['PROPERTY_SEED'] ?? 1);
  await fc.assert(property, { seed, numRuns: runs, interruptAfterTimeLimit: MOST_MS });
}
