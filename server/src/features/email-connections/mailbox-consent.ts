import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { JobLog } from '../../platform/jobs.ts';
import type { Sentence } from '../../platform/languages/index.ts';
import { beginOAuth, orgOfState, takeOAuth } from '../../platform/oauth-transactions.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { MailboxGrant, MailboxProvider } from '../../providers/mailbox.ts';
import { refuseWhileEnding } from '../kill-switch/index.ts';
import { refuseWhileStopped } from '../orgs/index.ts';
import type { Facts } from '../facts/index.ts';
import { sentence } from './error-words/index.ts';
import { keepMailbox, type ReplacedGrant } from './keep-mailbox.ts';
import { readMailboxPolicy } from './mailbox-policy.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import { CONFIRM, openPendingGrant, sealPendingGrant } from './pending-grant.ts';
import type { ProviderOf } from './provider-of.ts';
import { findByAccount, findReconnectClaims, lockUser } from './repository.ts';
import { MailboxTier, type MailboxProviderName } from './schemas.ts';

export interface ConsentDependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  /** Revoking a grant needs no client: the token says it all. */
  providers: MailboxProviders;
  providerOf: ProviderOf;
  log: Pick<JobLog, 'warn'>;
  /** The address of the callback, exactly as registered at the vendor. */
  redirectUri: (provider: MailboxProviderName) => string;
  facts: Facts;
}

export type RefusalReason =
  'access_denied' | 'admin_approval_needed' | 'scope_missing' | 'no_lasting_permission' | 'address_not_verified' | 'provider_failed';

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
  | { outcome: 'refused'; orgId: string; userId: string; provider: MailboxProviderName; reason: RefusalReason; title: Sentence };

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

/** What the beginning of a consent has decided, for its end. */
const Begun = z.object({ tier: MailboxTier, oauthClientId: z.uuid().nullable() });

/**
 * Begins the consent of one user in one browser and gives the address of the vendor's page. It asks for what the org's admin allows,
 * with the org's own OAuth client where there is one. AppError 409 `org_stopped` while the kill switch is on, `access_ending` while
 * the user's grants of before are being ended.
 */
export function createStartMailboxConsent({ pool, vault, clock, providerOf, redirectUri }: ConsentDependencies) {
  return async function startMailboxConsent(
    orgId: string,
    userId: string,
    provider: MailboxProviderName,
    browserHash: Buffer,
  ): Promise<string> {
    const { vendor, request } = await inOrg(pool, orgId, async (tx) => {
      await refuseWhileStopped(tx, orgId);
      const user = await lockUser(tx, orgId, userId);
      if (!user) throw new AppError('not_found', { title: sentence('userGone') });
      await refuseWhileEnding(tx, orgId, userId);
      const tier = (await readMailboxPolicy(tx, orgId))[provider];
      const { oauthClientId, provider: vendor } = await providerOf.forConsent(tx, orgId, provider);
      const data: z.infer<typeof Begun> = { tier, oauthClientId };
      const challenge = await beginOAuth(tx, { vault, clock }, orgId, { provider, purpose: CONNECT, userId, browserHash, data });
      const claims = (await findReconnectClaims(tx, orgId, userId, provider)) ?? undefined;
      return { vendor, request: { ...challenge, tier, claims, loginHint: user.email } };
    });
    return vendor.consentUrl({ ...request, redirectUri: redirectUri(provider) });
  };
}

/**
 * Ends a consent in the browser that began it. Throws AppError 400 `consent_expired` for a state that is used, late,
 * foreign or invented; whatever the person or the vendor refused is a result with a sentence.
 */
export function createCompleteMailboxConsent(use: ConsentDependencies) {
  return async function completeMailboxConsent(back: ConsentReturn): Promise<ConsentResult> {
    const { provider } = back;
    const orgId = orgOfState(back.state);
    const { consent, begun, vendor } = await inOrg(use.pool, orgId, async (tx) => {
      const consent = await takeOAuth(tx, use, orgId, { provider, state: String(back.state), browserHash: back.browserHash });
      if (consent.purpose !== CONNECT) throw expired();
      const begun = Begun.parse(consent.data);
      return { consent, begun, vendor: await providerOfConsent(use, tx, orgId, provider, begun.oauthClientId) };
    });
    const { userId } = consent;
    if (!userId || !vendor) throw expired();
    const { tier, oauthClientId } = begun;
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
      grant = await vendor.exchangeCode({ tier, code: back.code, codeVerifier, nonce, redirectUri: use.redirectUri(provider) });
    } catch (error) {
      if (error instanceof ProviderError) return refuse(reasonOf(error));
      throw error;
    }
    if (!vendor.capabilities(grant.scopes).sends) {
      const inUse = await inOrg(use.pool, orgId, (tx) => isInUse(tx, orgId, { userId, provider, oauthClientId }, grant));
      if (!inUse) await revokeQuietly(use, { provider, secret: grant.secret });
      return refuse('scope_missing');
    }
    if (grant.endsAt) use.log.warn({ orgId, provider, endsAt: grant.endsAt, oauthClientId }, ENDS_BY_ITSELF);
    return inOrgThenRevoke(use, orgId, { provider, secret: grant.secret }, async (tx) => {
      await refuseWhileStopped(tx, orgId);
      const user = await lockUser(tx, orgId, userId);
      if (!user) throw new AppError('not_found', { title: sentence('userGone') });
      await refuseWhileEnding(tx, orgId, userId);
      if (grant.address === user.email) return keep(use, tx, orgId, { userId, provider, oauthClientId }, grant);
      const data = { ...(await sealPendingGrant(use.vault, orgId, userId, grant)), oauthClientId };
      const pending = await beginOAuth(tx, use, orgId, { provider, purpose: CONFIRM, userId, browserHash: back.browserHash, data });
      const { address } = grant;
      return {
        result: { outcome: 'confirm_address', orgId, userId, provider, address, userAddress: user.email, confirmation: pending.state },
        replaced: null,
      };
    });
  };
}

/**
 * Answers the question that `confirm_address` asked, in the same browser. With `accept` false the grant is revoked at the
 * vendor and null is returned. Throws AppError 400 `consent_expired` when it is too late.
 */
export function createConfirmMailbox(use: ConsentDependencies) {
  return async function confirmMailbox(answer: {
    provider: MailboxProviderName;
    confirmation: unknown;
    browserHash: Buffer;
    accept: boolean;
  }): Promise<ConsentResult | null> {
    const { provider, browserHash } = answer;
    const orgId = orgOfState(answer.confirmation);
    return inOrgThenRevoke<ConsentResult | null>(use, orgId, null, async (tx) => {
      await refuseWhileStopped(tx, orgId);
      const pending = await takeOAuth(tx, use, orgId, { provider, state: String(answer.confirmation), browserHash });
      if (pending.purpose !== CONFIRM || !pending.userId) throw new AppError('consent_expired', { title: sentence('questionExpired') });
      const grant = await openPendingGrant(use.vault, orgId, pending.userId, pending.data);
      const user = await lockUser(tx, orgId, pending.userId);
      const oauthClientId = Begun.shape.oauthClientId.parse(pending.data['oauthClientId']);
      const owner = { userId: pending.userId, provider, oauthClientId };
      if (!answer.accept)
        return { result: null, replaced: (await isInUse(tx, orgId, owner, grant)) ? null : { provider, secret: grant.secret } };
      if (!user) throw new AppError('not_found', { title: sentence('userGone') });
      await refuseWhileEnding(tx, orgId, owner.userId);
      if (!(await providerOfConsent(use, tx, orgId, provider, oauthClientId))) throw expired();
      return keep(use, tx, orgId, owner, grant);
    });
  };
}

/** The client that the consent was begun with; null when the admin has replaced it meanwhile. */
function providerOfConsent(
  { providerOf }: ConsentDependencies,
  tx: Tx,
  orgId: string,
  provider: MailboxProviderName,
  oauthClientId: string | null,
): Promise<MailboxProvider | null> {
  return providerOf.ofGrant(tx, orgId, provider, oauthClientId).catch((error: unknown) => {
    if (error instanceof ProviderError) return null;
    throw error;
  });
}

interface Owner {
  userId: string;
  provider: MailboxProviderName;
  oauthClientId: string | null;
}

/** Revoking one grant ends all that the account ever granted to this client, also what the user's mailbox lives on. */
async function isInUse(tx: Tx, orgId: string, { userId, provider, oauthClientId }: Owner, grant: MailboxGrant): Promise<boolean> {
  const known = await findByAccount(tx, orgId, userId, provider, grant.accountKey);
  return known?.state === 'connected' && known.oauthClientId === oauthClientId;
}

interface Kept<Result> {
  result: Result;
  replaced: ReplacedGrant | null;
}

async function keep(use: ConsentDependencies, tx: Tx, orgId: string, owner: Owner, grant: MailboxGrant): Promise<Kept<ConsentResult>> {
  const { connectionId, replaced } = await keepMailbox(use, tx, orgId, owner, grant);
  const { userId, provider } = owner;
  return { result: { outcome: 'connected', orgId, userId, provider, connectionId, address: grant.address }, replaced };
}

/**
 * A grant that is not kept is revoked; one that was replaced only after the commit, because until then it may be the one in use.
 */
async function inOrgThenRevoke<Result>(
  use: ConsentDependencies,
  orgId: string,
  incoming: ReplacedGrant | null,
  work: (tx: Tx) => Promise<Kept<Result>>,
): Promise<Result> {
  const { result, replaced } = await inOrg(use.pool, orgId, work).catch(async (error: unknown) => {
    if (incoming && error instanceof AppError) await revokeQuietly(use, incoming);
    throw error;
  });
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

const ENDS_BY_ITSELF = 'A mailbox was connected for some days only: the consent screen of this Google project is in testing. Publish it';
function expired() {
  return new AppError('consent_expired');
}

const REFUSALS: Record<RefusalReason, Sentence> = {
  access_denied: sentence('accessDenied'),
  admin_approval_needed: sentence('adminApprovalNeeded'),
  scope_missing: sentence('scopeMissing'),
  no_lasting_permission: sentence('noLastingPermission'),
  address_not_verified: sentence('addressNotVerified'),
  provider_failed: sentence('providerFailed'),
};

function refusalOf({ error, errorDescription }: ConsentReturn): RefusalReason {
  if (/admin_policy_enforced|org_internal|consent_required|interaction_required/.test(error ?? '')) return 'admin_approval_needed';
  if (/AADSTS(90094|90095|65001)/.test(errorDescription ?? '')) return 'admin_approval_needed';
  return error === 'access_denied' ? 'access_denied' : 'provider_failed';
}

function reasonOf(error: ProviderError): RefusalReason {
  if (error.kind === 'admin_action') return 'admin_approval_needed';
  if (error.vendorCode === 'ADDRESS_NOT_VERIFIED') return 'address_not_verified';
  return error.vendorCode === 'NO_REFRESH_TOKEN' ? 'no_lasting_permission' : 'provider_failed';
}
