import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import { query } from './query.ts';
import { quotedId } from './soql.ts';

/**
 * Which of these users may not use Salesforce: deactivated ones and, where the asking user may manage users, frozen ones. One that the
 * asking user cannot see counts as active: nothing is known of it.
 */
export async function readInactiveUsers(api: Api, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const these = `(${ids.map(quotedId).join(', ')})`;
  const deactivated = await query<{ Id: string }>(api, `SELECT Id FROM User WHERE IsActive = false AND Id IN ${these}`);
  const frozen = await query<{ UserId: string }>(api, `SELECT UserId FROM UserLogin WHERE IsFrozen = true AND UserId IN ${these}`).catch(
    noneWhereHidden,
  );
  return [...new Set([...deactivated.map(({ Id }) => toLongId(Id)), ...frozen.map(({ UserId }) => toLongId(UserId))])];
}

/** For whoever may not manage users the object does not exist. */
function noneWhereHidden(error: unknown): [] {
  if (error instanceof ProviderError && error.vendorCode === 'INVALID_TYPE') return [];
  throw error;
}
