import { reaction, type Reaction } from '../facts/index.ts';
import { cancelWaiting } from './cancel-waiting.ts';
import { resumeLimited } from './give-back-place.ts';
import { resumeMailbox } from './resume-mailbox.ts';

/** What waits for a connection leaves when that works again; what waits for a limit is decided anew when limits change. */
export const RESUME_SENDING: readonly Reaction[] = [
  reaction('mailbox_connected', async (tx, orgId, { sourceId, happenedAt }) => {
    if (sourceId) await resumeMailbox(tx, orgId, sourceId, happenedAt);
  }),
  reaction('delivery_channel_connected', async (tx, orgId, { sourceId, happenedAt }) => {
    if (sourceId) await resumeMailbox(tx, orgId, sourceId, happenedAt);
  }),
  reaction('limits_changed', (tx, orgId, { happenedAt }) => resumeLimited(tx, orgId, happenedAt, 'all')),
];

/** Nothing waits for somebody who may not send any more. */
export const CANCEL_WAITING: readonly Reaction[] = [
  reaction('user_access_ended', (tx, orgId, { userId, happenedAt }) => cancelWaiting(tx, orgId, userId, happenedAt)),
  reaction('org_stopped', (tx, orgId, { happenedAt }) => cancelWaiting(tx, orgId, null, happenedAt)),
];
