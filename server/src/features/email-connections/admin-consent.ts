import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { beginOAuth, orgOfState, takeOAuth } from '../../platform/oauth-transactions.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import { refuseWhileStopped } from '../orgs/index.ts';
import { findAnswer, saveAnswer, saveRequest } from './admin-consent-repository.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { findOAuthClientOfProvider } from './oauth-client-repository.ts';
import type { AdminConsent } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  publicUrl: string;
  providers: MailboxProviders;
}

/** What came back from Microsoft's page, unchecked. The tenant that it names is not even read: anybody can write one. */
export interface AdminConsentReturn {
  state: unknown;
  adminConsent?: string | undefined;
  error?: string | undefined;
  browserHash: Buffer;
}

export interface AdminConsentSteps {
  /** Begins in one browser of one admin and gives the address of Microsoft's page. */
  start(orgId: string, userId: string, browserHash: Buffer): Promise<string>;
  /** Ends it in the same browser. Throws AppError 400 `consent_expired` for a state that is used, late, foreign or invented. */
  complete(back: AdminConsentReturn): Promise<{ orgId: string; answer: 'given' | 'refused' }>;
  /** What the page last came back with. Whether it is true shows when the next rep connects. */
  show(orgId: string): Promise<AdminConsent>;
}

const PURPOSE = 'microsoft_admin_consent';
const Answer = z.enum(['given', 'refused']).nullable();

/** The permission of a Microsoft administrator for everybody, which many tenants want before anybody may connect (B.1). */
export function createAdminConsent(use: Dependencies): AdminConsentSteps {
  return {
    start: (orgId, userId, browserHash) =>
      inOrg(use.pool, orgId, async (tx) => {
        await refuseWhileStopped(tx, orgId);
        const client = await findOAuthClientOfProvider(tx, orgId, 'microsoft');
        const { state } = await beginOAuth(tx, use, orgId, { provider: 'microsoft', purpose: PURPOSE, userId, browserHash });
        await saveRequest(tx, orgId, use.clock.now());
        return use.providers.adminConsentUrl(client, { redirectUri: `${use.publicUrl}/oauth/microsoft/admin-consent`, state });
      }),

    async complete(back) {
      const orgId = orgOfState(back.state);
      const answer = back.error === undefined && back.adminConsent?.toLowerCase() === 'true' ? 'given' : 'refused';
      await inOrg(use.pool, orgId, async (tx) => {
        const begun = await takeOAuth(tx, use, orgId, { provider: 'microsoft', state: String(back.state), browserHash: back.browserHash });
        if (begun.purpose !== PURPOSE) throw new AppError('consent_expired');
        await saveAnswer(tx, orgId, answer, use.clock.now());
      });
      return { orgId, answer };
    },

    show: (orgId) =>
      inOrg(use.pool, orgId, async (tx) => {
        const last = await findAnswer(tx, orgId);
        return { answer: Answer.parse(last?.answer ?? null), answeredAt: last?.answeredAt?.toISOString() ?? null };
      }),
  };
}
