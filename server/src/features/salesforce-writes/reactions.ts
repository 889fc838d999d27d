import { reaction } from '../facts/index.ts';
import { makeWaitingDue } from './repository.ts';
import { enqueueTurn } from './turn.ts';

/** What waited for a rep's connection to Salesforce is written when that works again. */
export const RESUME_WRITES = reaction('salesforce_connected', async (tx, orgId, { userId }) => {
  if (await makeWaitingDue(tx, orgId, userId)) await enqueueTurn(tx, { orgId, userId, atOnce: true });
});
