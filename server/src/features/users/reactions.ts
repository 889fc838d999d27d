import { enqueue } from '../../platform/jobs.ts';
import { reaction, type Reaction } from '../facts/index.ts';
import { endPanelSessions } from './account-repository.ts';
import { END_INACTIVE_USER } from './end-inactive-user.ts';

/** When the org is stopped, everybody's panel must ask Salesforce for a new session, except the panel of whoever stopped it. */
export const END_SESSIONS: Reaction = reaction('org_stopped', (tx, orgId, { userId }) => endPanelSessions(tx, orgId, userId));

/** A job, because the transaction that refreshes a grant must lock nothing that the end of access locks. */
export const END_INACTIVE: Reaction = reaction('salesforce_user_inactive', (tx, orgId, { userId }) =>
  enqueue(tx, END_INACTIVE_USER, { orgId, userId }, { key: `${END_INACTIVE_USER}:${userId}` }),
);
