import type { Clock } from '../../platform/clock.ts';
import type { Tx } from '../../platform/postgres.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { markReconnectRequired, type Refusal } from './repository.ts';

/** Closes a connected mailbox until its user connects it again, with the fact. Nothing happens to one that is closed, or has a newer token. */
export async function requireReconnect(
  { facts, clock }: { facts: Facts; clock: Clock },
  tx: Tx,
  orgId: string,
  id: string,
  refusal: Refusal,
): Promise<void> {
  const userId = await markReconnectRequired(tx, orgId, id, refusal);
  if (userId) await facts.record(tx, orgId, factOfUser('mailbox_reconnect_required', { userId, sourceId: id, at: clock.now() }));
}
