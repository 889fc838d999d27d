import { reaction, type Reaction } from '../facts/index.ts';
import { handOverTemplates } from './sharing-repository.ts';

/** TP-10: nobody's templates are lost with their access. */
export const HAND_OVER_TEMPLATES: Reaction = reaction('user_access_ended', (tx, orgId, { userId, details }) =>
  handOverTemplates(tx, orgId, { from: userId, endedBy: details.endedBy }),
);
