import { reaction, type Reaction } from '../facts/index.ts';
import { findHeir } from '../users/index.ts';
import { giveTemplates } from './sharing-repository.ts';

/**
 * TP-10: the templates of somebody whose access has ended belong to the admin who ended it, or to another. They stay where there is no
 * admin.
 */
export const HAND_OVER_TEMPLATES: Reaction = reaction('user_access_ended', async (tx, orgId, { userId, details }) => {
  const heir = await findHeir(tx, orgId, { from: userId, endedBy: details.endedBy });
  if (heir) await giveTemplates(tx, orgId, { from: userId, to: heir });
});
