import type { Api } from './connection.ts';
import { objectOf, toLongId, type RecordObjectName } from './ids.ts';
import { query } from './query.ts';
import { quotedId } from './soql.ts';

export interface RecordName {
  id: string;
  objectName: RecordObjectName;
  name: string;
}

/** The name of a Lead, Contact, Account or Opportunity; null when the user cannot see it or it is something else. */
export async function readRecordName(api: Api, recordId: string): Promise<RecordName | null> {
  const objectName = objectOf(recordId);
  if (!objectName) return null;
  const [row] = await query<{ Name: string }>(api, `SELECT Name FROM ${objectName} WHERE Id = ${quotedId(recordId)}`);
  return row ? { id: toLongId(recordId), objectName, name: row.Name } : null;
}
