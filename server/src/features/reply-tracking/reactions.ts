import { reaction } from '../facts/index.ts';
import { watchMailbox } from './repository.ts';

/** A mailbox that can be used is looked into for answers from now on. */
export const WATCH_CONNECTED = reaction('mailbox_connected', async (tx, orgId, { sourceId, happenedAt }) => {
  if (sourceId) await watchMailbox(tx, orgId, sourceId, happenedAt);
});
