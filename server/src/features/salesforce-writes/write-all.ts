import { createHash } from 'node:crypto';
import { ProviderError } from '../../platform/provider-error.ts';
import type { RecordFields, WrittenRecord } from '../../providers/salesforce/index.ts';
import { WORDS } from './error-words/index.ts';
import type { ClaimedWrite } from './write-repository.ts';
import { resultOfFailure } from './result-of-failure.ts';
import type { WriteResult } from './write-results.ts';

/**
 * Hands records over in one call and gives each with what became of it. A call that is refused as a whole may be so for one record alone:
 * its halves are tried by themselves. Any other failure of a call is that of all its records.
 */
export async function writeAll<Item>(
  items: readonly Item[],
  call: (items: readonly Item[]) => Promise<WrittenRecord[]>,
): Promise<[Item, WrittenRecord][]> {
  if (items.length === 0) return [];
  try {
    const written = await call(items);
    return items.map((item, index) => [item, written[index] ?? unsaid()]);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    if (error.kind !== 'invalid' || items.length === 1) return items.map((item) => [item, error]);
    const half = Math.ceil(items.length / 2);
    return [...(await writeAll(items.slice(0, half), call)), ...(await writeAll(items.slice(half), call))];
  }
}

function unsaid(): ProviderError {
  return new ProviderError('uncertain', WORDS.recordUnsaid, { provider: 'salesforce' });
}

/** What a call came to, write by write. */
export function resultsOf(
  written: readonly (readonly [{ write: ClaimedWrite; fields: RecordFields }, WrittenRecord])[],
  now: Date,
): WriteResult[] {
  return written.map(([{ write, fields }, outcome]) =>
    outcome instanceof ProviderError ? resultOfFailure(outcome, write, now) : logged(write, outcome, fields),
  );
}

/** Salesforce has it. `fields`: what was written, where that is known. */
export function logged({ id }: ClaimedWrite, salesforceId: string, fields?: RecordFields): WriteResult {
  const payload = fields ? { payloadSha256: createHash('sha256').update(JSON.stringify(fields)).digest('hex') } : {};
  return { id, state: 'logged', salesforceId, ...payload };
}
