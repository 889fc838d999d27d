import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import type { Panel } from './schemas.ts';

type PanelUser = NonNullable<Panel['user']>;

/** The user, and whether an admin has stopped everything in the org. AppError `user_deactivated` when the user is gone. */
export async function findPanelUser(tx: Tx, orgId: string, userId: string): Promise<{ user: PanelUser; isStopped: boolean }> {
  const { rows } = await tx.query<PanelUser & { isStopped: boolean }>(
    `select u.name, u.email, u.role, u.panel_tour_done as "panelTourDone", o.stopped_at is not null as "isStopped"
       from users u join orgs o on o.org_id = u.org_id where u.org_id = $1 and u.id = $2`,
    [orgId, userId],
  );
  if (!rows[0]) throw new AppError('user_deactivated', { title: commonSentence('userGone') });
  const { isStopped, ...user } = rows[0];
  return { user, isStopped };
}
