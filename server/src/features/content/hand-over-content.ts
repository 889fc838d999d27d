import type { Tx } from '../../platform/postgres.ts';
import { reaction, type Reaction } from '../facts/index.ts';
import { giveContent } from './repository.ts';

/** Who gets what belonged to somebody whose access has ended; null: nobody. */
type FindHeir = (tx: Tx, orgId: string, left: { from: string; endedBy: string | null }) => Promise<string | null>;

/** The content of somebody whose access has ended goes where their templates go (TP-10): else nobody could end its links. */
export function handOverContent(findHeir: FindHeir): Reaction {
  return reaction('user_access_ended', async (tx, orgId, { userId, details }) => {
    const heir = await findHeir(tx, orgId, { from: userId, endedBy: details.endedBy });
    if (heir) await giveContent(tx, orgId, { from: userId, to: heir });
  });
}
