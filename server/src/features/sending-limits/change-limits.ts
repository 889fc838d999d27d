import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { factOfUser, type Facts } from '../facts/index.ts';
import { DEFAULT_LIMITS, findLimits, saveLimits } from './repository.ts';
import type { SendingLimits, SendingLimitsPage } from './schemas.ts';
import { VENDOR_CEILINGS } from './vendor-ceilings.ts';

interface Dependencies {
  pool: Pool;
  clock: Clock;
  facts: Facts;
}

export interface ChangeLimits {
  show(orgId: string): Promise<SendingLimitsPage>;
  /** New limits hold for the very next email: what waited for the old ones is looked at again at once. */
  change(orgId: string, userId: string, limits: SendingLimits): Promise<SendingLimitsPage>;
}

export function createChangeLimits({ pool, clock, facts }: Dependencies): ChangeLimits {
  return {
    show: (orgId) => inOrg(pool, orgId, (tx) => showPage(tx, orgId)),
    change: (orgId, userId, limits) =>
      inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        await saveLimits(tx, orgId, limits, userId, now);
        await facts.record(tx, orgId, factOfUser('limits_changed', { userId, sourceId: null, at: now }));
        return showPage(tx, orgId);
      }),
  };
}

const CEILINGS: SendingLimitsPage['ceilings'] = {
  google: { perMinute: VENDOR_CEILINGS.google.emailsPerMinute, perDay: VENDOR_CEILINGS.google.emailsPerDay, unit: 'emails' },
  microsoft: {
    perMinute: VENDOR_CEILINGS.microsoft.emailsPerMinute,
    perDay: VENDOR_CEILINGS.microsoft.recipientsPerDay,
    unit: 'recipients',
  },
};

async function showPage(tx: Tx, orgId: string): Promise<SendingLimitsPage> {
  const { limits, updatedAt, updatedBy } = await findLimits(tx, orgId);
  return { limits, defaults: DEFAULT_LIMITS, ceilings: CEILINGS, updatedAt: updatedAt?.toISOString() ?? null, updatedBy };
}
