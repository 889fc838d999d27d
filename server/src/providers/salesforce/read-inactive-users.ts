import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import { query } from './query.ts';
import { quotedId } from './soql.ts';

/** Which of these users are deactivated in Salesforce. One that the asking user cannot see counts as active: nothing is known of it. */
export async function readInactiveUsers(api: Api, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await query<{ Id: string }>(api, `SELECT Id FROM User WHERE IsActive = false AND Id IN (${ids.map(quotedId).join(', ')})`);
  return rows.map(({ Id }) => toLongId(Id));
}
