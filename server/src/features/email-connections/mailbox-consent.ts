import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { beginOAuth, orgOfState, takeOAuth } from '../../platform/oauth-transactions.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailboxGrant } from '../../providers/mailbox.ts';
import { keepMailbox, type ReleaseWaitingEmails, type ReplacedGrant } from './keep-mailbox.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { lacksRequiredScope } from './mailbox-scopes.ts';
import { lockUser } from './repository.ts';
import type { MailboxProviderName } from './schemas.ts';

export interface ConsentDependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  providers: MailboxProviders;
  /** The address of the callback, exactly as registered at the vendor. */
  redirectUri: (provider: MailboxProviderName) => string;
  releaseWaitingEmails: ReleaseWaitingEmails;
}

export type RefusalReason = 'access_denied' | 'admin_approval_needed' | 'scope_missing' | 'no_lasting_permission' | 'provider_failed';

/** How a consent ended. Every `title` is a sentence for the person in the browser. */
export type ConsentResult =
  | { outcome: 'connected'; orgId: string; userId: string; connectionId: string; provider: MailboxProviderName; address: string }
  /** The mailbox has another address than the user: nothing is kept until the person confirms, with `confirmation`, within 10 minutes. */
  | {
      outcome: 'confirm_address';
      orgId: string;
      userId: string;
      provider: MailboxProviderName;
      address: string;
      userAddress: string;
      confirmation: string;
    }
  | { outcome: 'refused'; orgId: string; userId: string; provider: MailboxProviderName; reason: RefusalReason; title: string };

/** What came back from the vendor's page, unchecked. */
export interface ConsentReturn {
  provider: MailboxProviderName;
  state: unknown;
  code?: string | undefined;
  error?: string | undefined;
  errorDescription?: string | undefined;
  browserHash: Buffer;
}

const CONNECT = 'connect_mailbox';
const CONFIRM = 'confirm_mailbox';

/** Begins the consent of one user in one browser and gives the address of the vendor's page. */
export const createStartMailboxConsent =
  ({ pool, vault, clock, providers, redirectUri }: ConsentDependencies) =>
  async (orgId: string, userId: string, provider: MailboxProviderName, browserHash: Buffer): Promise<string> => {
    const { challenge, loginHint } = await inOrg(pool, orgId, async (tx) => {
      const user = await lockUser(tx, orgId, userId);
      if (!user) throw new AppError(404, 'not_found', 'This user no longer exists.');
      return {
        loginHint: user.email,
        challenge: await beginOAuth(tx, { vault, clock }, orgId, { provider, purpose: CONNECT, userId, browserHash }),
      };
    });
    return providers[provider].consentUrl({ ...challenge, redirectUri: redirectUri(provider), loginHint });
  };

/**
 * Ends a consent in the browser that began it. Throws AppError 400 `consent_expired` for a state that is used, late,
 * foreign or invented; whatever the person or the vendor refused is a result with a sentence.
 */
export const createCompleteMailboxConsent =
  (use: ConsentDependencies) =>
  async (back: ConsentReturn): Promise<ConsentResult> => {
    const { provider } = back;
    const orgId = orgOfState(back.state);
    const consent = await inOrg(use.pool, orgId, (tx) =>
      takeOAuth(tx, use, orgId, { provider, state: String(back.state), browserHash: back.browserHash }),
    );
    if (consent.purpose !== CONNECT || !consent.userId)
      throw new AppError(400, 'consent_expired', 'This consent has expired or was already used. Start it again.');
    const { userId } = consent;
    const refuse = (reason: RefusalReason): ConsentResult => ({
      outcome: 'refused',
      orgId,
      userId,
      provider,
      reason,
      title: REFUSALS[reason],
    });
    if (!back.code) return refuse(refusalOf(back));

    let grant: MailboxGrant;
    try {
      const { codeVerifier, nonce } = consent;
      grant = await use.providers[provider].exchangeCode({ code: back.code, codeVerifier, nonce, redirectUri: use.redirectUri(provider) });
    } catch (error) {
      if (error instanceof ProviderError) return refuse(reasonOf(error));
      throw error;
    }
    if (lacksRequiredScope(provider, grant.scopes)) {
      await revokeQuietly(use, { provider, secret: grant.secret });
      return refuse('scope_missing');
    }
    return inOrgThenRevoke(use, orgId, async (tx) => {
      const user = await lockUser(tx, orgId, userId);
      if (!user) throw new AppError(404, 'not_found', 'This user no longer exists.');
      if (grant.address === user.email) return keep(use, tx, orgId, { userId, provider }, grant);
      const data = { grant: (await use.vault.sealForTransit(JSON.stringify(grant), grantContext(orgId, userId))).toString('base64') };
      const pending = await beginOAuth(tx, use, orgId, { provider, purpose: CONFIRM, userId, browserHash: back.browserHash, data });
      const { address } = grant;
      return {
        result: { outcome: 'confirm_address', orgId, userId, provider, address, userAddress: user.email, confirmation: pending.state },
        replaced: null,
      };
    });
  };

const StoredGrant = z.object({
  accountKey: z.string(),
  address: z.string(),
  displayName: z.string().nullable(),
  scopes: z.array(z.string()),
  accessToken: z.string(),
  accessTokenExpiresAt: z.coerce.date(),
  secret: z.string(),
});

/**
 * Answers the question that `confirm_address` asked, in the same browser. With `accept` false the grant is given back
 * to the vendor and null is returned. Throws AppError 400 `consent_expired` when it is too late.
 */
export const createConfirmMailbox =
  (use: ConsentDependencies) =>
  async (answer: {
    provider: MailboxProviderName;
    confirmation: unknown;
    browserHash: Buffer;
    accept: boolean;
  }): Promise<ConsentResult | null> => {
    const { provider, browserHash } = answer;
    const orgId = orgOfState(answer.confirmation);
    return inOrgThenRevoke<ConsentResult | null>(use, orgId, async (tx) => {
      const pending = await takeOAuth(tx, use, orgId, { provider, state: String(answer.confirmation), browserHash });
      if (pending.purpose !== CONFIRM || !pending.userId)
        throw new AppError(400, 'consent_expired', 'This question has expired. Connect the mailbox again.');
      const sealed = Buffer.from(String(pending.data['grant']), 'base64');
      const grant = StoredGrant.parse(JSON.parse(await use.vault.openFromTransit(sealed, grantContext(orgId, pending.userId))));
      if (!answer.accept) return { result: null, replaced: { provider, secret: grant.secret } };
      await lockUser(tx, orgId, pending.userId);
      return keep(use, tx, orgId, { userId: pending.userId, provider }, grant);
    });
  };

interface Kept<Result> {
  result: Result;
  replaced: ReplacedGrant | null;
}

async function keep(
  use: ConsentDependencies,
  tx: Tx,
  orgId: string,
  owner: { userId: string; provider: MailboxProviderName },
  grant: MailboxGrant,
): Promise<Kept<ConsentResult>> {
  const { connectionId, replaced } = await keepMailbox(use, tx, orgId, owner, grant);
  return { result: { outcome: 'connected', orgId, ...owner, connectionId, address: grant.address }, replaced };
}

/** A grant that is not kept is given back to the vendor only after the commit: until then it may be the one in use. */
async function inOrgThenRevoke<Result>(use: ConsentDependencies, orgId: string, work: (tx: Tx) => Promise<Kept<Result>>): Promise<Result> {
  const { result, replaced } = await inOrg(use.pool, orgId, work);
  if (replaced) await revokeQuietly(use, replaced);
  return result;
}

/** Our copy is gone either way; the person can end the grant in the vendor's own settings. */
async function revokeQuietly(use: ConsentDependencies, grant: ReplacedGrant): Promise<void> {
  try {
    await use.providers[grant.provider].revoke(grant.secret);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}

const grantContext = (orgId: string, userId: string): string[] => [orgId, userId, 'mailbox grant to be confirmed'];

const REFUSALS: Record<RefusalReason, string> = {
  access_denied: 'Nothing was connected, because the permission was not given.',
  admin_approval_needed: 'Your organization asks for an administrator’s approval of this app. Ask your administrator, then connect again.',
  scope_missing:
    'Nothing was connected: without the permission to send email, no sales email can leave. Connect again and leave it ticked.',
  no_lasting_permission: 'Nothing was connected: the provider gave no lasting permission. Connect again.',
  provider_failed: 'The email provider could not finish the connection. Try again in a few minutes.',
};

function refusalOf({ error, errorDescription }: ConsentReturn): RefusalReason {
  if (/admin_policy_enforced|org_internal|consent_required|interaction_required/.test(error ?? '')) return 'admin_approval_needed';
  if (/AADSTS(90094|90095|65001)/.test(errorDescription ?? '')) return 'admin_approval_needed';
  return error === 'access_denied' ? 'access_denied' : 'provider_failed';
}

function reasonOf(error: ProviderError): RefusalReason {
  if (error.kind === 'admin_action') return 'admin_approval_needed';
  return error.vendorCode === 'NO_REFRESH_TOKEN' ? 'no_lasting_permission' : 'provider_failed';
}
