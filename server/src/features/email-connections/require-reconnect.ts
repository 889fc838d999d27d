import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/postgres.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { markReconnectOfClient, markReconnectRequired, type Refusal } from './repository.ts';

interface Dependencies {
  facts: Facts;
  clock: Clock;
}

/**
 * Closes a connected mailbox until its user connects it again, with the fact. Nothing happens to one that is closed, or has a newer token.
 */
export async function requireReconnect({ facts, clock }: Dependencies, tx: Tx, orgId: string, id: string, refusal: Refusal): Promise<void> {
  const userId = await markReconnectRequired(tx, orgId, id, refusal);
  if (userId) await facts.record(tx, orgId, factOfUser('mailbox_reconnect_required', { userId, sourceId: id, at: clock.now() }));
}

/**
 * Closes every mailbox that was connected with this OAuth client, each with its fact: what was granted to it cannot be refreshed any more.
 */
export async function requireReconnectOfClient(
  { facts, clock }: Dependencies,
  tx: Tx,
  orgId: string,
  oauthClientId: string,
): Promise<void> {
  for (const { id, userId } of await markReconnectOfClient(tx, orgId, oauthClientId))
    await facts.record(tx, orgId, factOfUser('mailbox_reconnect_required', { userId, sourceId: id, at: clock.now() }));
}
