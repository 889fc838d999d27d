import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { findOptOutPolicy, saveOptOutPolicy } from './repository.ts';
import type { OptOutPolicy, OptOutPolicyPage } from './schemas.ts';

export interface ChangeOptOutPolicy {
  show(orgId: string): Promise<OptOutPolicyPage>;
  /** Counts for the very next email, also for those that wait. Leaves a security event. */
  change(orgId: string, policy: OptOutPolicy, by: Actor): Promise<OptOutPolicyPage>;
}

/** SU-3: nobody can see it and nobody has decided means that such emails are refused. */
const DEFAULT: OptOutPolicyPage = { whenUnknown: 'refuse', updatedAt: null, updatedBy: null };

export function createChangeOptOutPolicy({ pool, clock }: { pool: Pool; clock: Clock }): ChangeOptOutPolicy {
  return {
    show: (orgId) => inOrg(pool, orgId, (tx) => showPage(tx, orgId)),
    change: (orgId, policy, by) =>
      inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        const { whenUnknown: before } = await showPage(tx, orgId);
        await saveOptOutPolicy(tx, orgId, policy, by.userId, now);
        const details = { before, after: policy.whenUnknown };
        await recordSecurityEvent(tx, orgId, {
          kind: 'opt_out_policy_changed',
          outcome: 'done',
          by,
          about: policy.whenUnknown,
          details,
          at: now,
        });
        return showPage(tx, orgId);
      }),
  };
}

async function showPage(tx: Tx, orgId: string): Promise<OptOutPolicyPage> {
  const policy = await findOptOutPolicy(tx, orgId);
  return policy ? { ...policy, updatedAt: policy.updatedAt.toISOString() } : DEFAULT;
}
