import { SalesforceError } from '../errors.ts';
import { savepoint } from '../transaction.ts';
import type { RestCall } from './rest-call.ts';

export interface RecordResult {
  id?: string;
  success: boolean;
  errors: { statusCode: string; message: string; fields: string[] }[];
  created?: boolean;
}

/** Applies a change to each item, in order. With `allOrNone` one failure undoes all and marks the others as rolled back. */
export function transactionally<Item>(
  call: RestCall,
  allOrNone: boolean,
  items: Item[],
  apply: (item: Item) => { id: string; created?: boolean },
): RecordResult[] {
  const { store, org } = call.actor;
  // It copies every record of the org
  const undo = allOrNone ? savepoint(store, org.id) : null;
  const results = items.map((item): RecordResult => {
    try {
      return { ...apply(item), success: true, errors: [] };
    } catch (error) {
      if (error instanceof SalesforceError) return { success: false, errors: [error.recordError] };
      throw error;
    }
  });
  if (!undo || results.every(({ success }) => success)) return results;
  undo();
  return results.map((result) => (result.success ? rolledBack() : result));
}

function rolledBack(): RecordResult {
  const message = 'Record rolled back because not all records were valid and the request was using AllOrNone header';
  return { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK', message, fields: [] }] };
}
