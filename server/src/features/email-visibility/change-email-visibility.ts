import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { lockAccess } from '../users/index.ts';
import { findEmailVisibility, saveEmailVisibility } from './repository.ts';
import type { EmailVisibility, EmailVisibilityPage } from './schemas.ts';

export interface ChangeEmailVisibility {
  show(orgId: string): Promise<EmailVisibilityPage>;
  /** Counts for the very next answer to everybody. Leaves a security event. */
  change(orgId: string, visibility: EmailVisibility, by: Actor): Promise<EmailVisibilityPage>;
}

const DEFAULT: EmailVisibilityPage = { colleaguesSee: 'everything', updatedAt: null, updatedBy: null };

export function createChangeEmailVisibility({ pool, clock }: { pool: Pool; clock: Clock }): ChangeEmailVisibility {
  return {
    show: (orgId) => inOrg(pool, orgId, (tx) => showPage(tx, orgId)),
    change: (orgId, visibility, by) =>
      inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        // Two admins at once: each event says what there was before its change
        await lockAccess(tx, orgId);
        const { colleaguesSee: before } = await showPage(tx, orgId);
        await saveEmailVisibility(tx, orgId, visibility, by.userId, now);
        await recordSecurityEvent(tx, orgId, {
          kind: 'email_visibility_changed',
          outcome: 'done',
          by,
          about: visibility.colleaguesSee,
          details: { before, after: visibility.colleaguesSee },
          at: now,
        });
        return showPage(tx, orgId);
      }),
  };
}

async function showPage(tx: Tx, orgId: string): Promise<EmailVisibilityPage> {
  const chosen = await findEmailVisibility(tx, orgId);
  return chosen ? { ...chosen, updatedAt: chosen.updatedAt.toISOString() } : DEFAULT;
}
