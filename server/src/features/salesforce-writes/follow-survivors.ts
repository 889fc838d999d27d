import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceClient } from '../../providers/salesforce/index.ts';
import type { About } from './queue-write.ts';
import { recordOf } from './task-fields.ts';

/** What Salesforce says of a person or record that is not what it was: converted, merged or deleted. */
const MAY_HAVE_MOVED: readonly string[] = [
  'CANNOT_UPDATE_CONVERTED_LEAD',
  'ENTITY_IS_DELETED',
  'FIELD_INTEGRITY_EXCEPTION',
  'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY',
  'INVALID_CROSS_REFERENCE_KEY',
];

/**
 * The records that stand for a person and record now (SF-10): a converted lead is its contact, a merged record is its master. A person who
 * was deleted is left out where the Task still has a record to stand on; `nothing_left` where it has not. Null when the failure has another
 * cause. Throws ProviderError.
 */
export async function followSurvivors(
  salesforce: SalesforceClient,
  error: ProviderError,
  about: About,
): Promise<About | 'nothing_left' | null> {
  if (!MAY_HAVE_MOVED.includes(error.vendorCode ?? '')) return null;
  const personId = await survivorOf(salesforce, about.personId);
  const recordId = recordOf({ ...about, personId }) ? await survivorOf(salesforce, about.recordId) : about.recordId;
  if (personId === about.personId && recordId === about.recordId) return null;
  const followed = { ...about, personId, recordId };
  return personId === null && recordOf(followed) === null ? 'nothing_left' : followed;
}

/** Null when it was deleted; itself when nothing can be seen of it. */
async function survivorOf(salesforce: SalesforceClient, id: string | null): Promise<string | null> {
  if (!id) return null;
  const survivor = await salesforce.readSurvivor(id);
  if (survivor.state === 'deleted') return null;
  return survivor.state === 'alive' ? survivor.id : id;
}
