import type { Clock } from '../../platform/clock.ts';
import { BROWSER_HOURS, NO_ORG } from '../../platform/browser-cookie.ts';
import { AppError } from '../../platform/errors.ts';
import { beginOAuth, orgOfState, takeOAuth } from '../../platform/oauth-transactions.ts';
import { hashSecret, newSecret } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { Salesforce, SalesforceGrant, SalesforceIdentity } from '../../providers/salesforce/index.ts';
import type { RegisterOrg } from '../orgs/index.ts';
import type { SalesforceConnections } from '../salesforce-connections/index.ts';
import type { CallerUsers } from '../users/index.ts';
import { noteRefusedAdministrator, requireSameOrg } from './administrator-sign-in.ts';
import { insertBrowserSession, setAdministrator } from './repository.ts';
import { probeApiAccess } from './probe-api-access.ts';
import { recogniseRep, type ExpectedRep } from './recognise-rep.ts';

export interface SignInDependencies {
  pool: Pool;
  vault: Vault;
  clock: Clock;
  publicUrl: string;
  salesforce: Salesforce;
  salesforceConnections: SalesforceConnections;
  callerUsers: CallerUsers;
  registerOrg: RegisterOrg;
}

/** `sign_in`: a rep on the way in. `register_org`: an administrator who connects an org, or is about to change what it is trusted by. */
export type SignInPurpose = 'sign_in' | 'register_org';

export interface SignInReturn {
  state: unknown;
  code?: string | undefined;
  error?: string | undefined;
  errorDescription?: string | undefined;
  browser: string;
  /** Where the browser is, for the log of security events. */
  ipAddress?: string | null;
}

/** `browser` is the new secret of the browser's cookie. */
export interface SignedIn {
  orgId: string;
  userId: string;
  purpose: SignInPurpose;
  browser: string;
}

export interface SalesforceSignIn {
  /** The address of Salesforce's page. ON-9: a Salesforce session that is there already is used without asking. */
  start(request: {
    browser: string;
    purpose: SignInPurpose;
    expected?: ExpectedRep | null;
    loginHint?: string;
    loginUrl?: string;
  }): Promise<string>;
  /** Throws AppError with a sentence for whatever stands in the way; a grant that is not kept is given back to Salesforce. */
  complete(back: SignInReturn): Promise<SignedIn>;
}

export function createSalesforceSignIn(use: SignInDependencies): SalesforceSignIn {
  const redirectUri = `${use.publicUrl}/oauth/salesforce/callback`;

  return {
    async start({ browser, purpose, expected, loginHint, loginUrl }) {
      const orgId = expected?.orgId ?? NO_ORG;
      const { state, codeChallenge } = await inOrg(use.pool, orgId, (tx) =>
        beginOAuth(tx, use, orgId, {
          provider: 'salesforce',
          purpose,
          userId: expected?.userId ?? null,
          browserHash: hashSecret(browser),
          data: { loginUrl },
        }),
      );
      return use.salesforce.consentUrl({ redirectUri, state, codeChallenge, loginHint, loginUrl });
    },

    async complete(back) {
      const orgId = orgOfState(back.state);
      const begun = await inOrg(use.pool, orgId, (tx) =>
        takeOAuth(tx, use, orgId, { provider: 'salesforce', state: String(back.state), browserHash: hashSecret(back.browser) }),
      );
      if (!back.code) throw refusalOf(back);
      const loginUrl = typeof begun.data['loginUrl'] === 'string' ? begun.data['loginUrl'] : undefined;
      const grant = await use.salesforce
        .exchangeCode({ code: back.code, codeVerifier: begun.codeVerifier, redirectUri, loginUrl })
        .catch(explain);
      const expected = begun.userId ? { orgId: begun.orgId, userId: begun.userId } : null;
      const purpose: SignInPurpose = begun.purpose === 'register_org' ? 'register_org' : 'sign_in';
      try {
        const identity = await use.salesforce.readIdentity(grant).catch(explain);
        return await (purpose === 'register_org'
          ? register(identity, grant, expected, back.ipAddress ?? null)
          : signIn(identity, grant, expected));
      } catch (error) {
        await use.salesforce.revoke(grant).catch(ignoreProvider);
        throw error;
      }
    },
  };

  async function signIn(identity: SalesforceIdentity, grant: SalesforceGrant, expected: ExpectedRep | null): Promise<SignedIn> {
    const signedIn = await inOrg(use.pool, identity.organizationId, async (tx) => {
      const userId = await recogniseRep(tx, identity, expected, use.clock.now());
      return keep(tx, identity.organizationId, userId, grant);
    });
    use.callerUsers.forget(signedIn.orgId);
    await probeApiAccess(use.salesforceConnections, signedIn.orgId, signedIn.userId);
    return signedIn;
  }

  /** Whoever comes back to change what the org is trusted by proves who they are and connects nothing: their grant is given back. */
  async function register(
    identity: SalesforceIdentity,
    grant: SalesforceGrant,
    expected: ExpectedRep | null,
    ipAddress: string | null,
  ): Promise<SignedIn> {
    const orgId = identity.organizationId;
    requireSameOrg(expected, identity);
    const client = use.salesforce.client({
      ...grant,
      onExpired: () => Promise.reject(new ProviderError('auth_expired', 'Expired.', { provider: 'salesforce' })),
    });
    const facts = await use.registerOrg.readFacts(client, identity).catch(explain);
    const now = use.clock.now();
    const admitted = inOrg(use.pool, orgId, async (tx) => {
      const { userId, isFirst } = await use.registerOrg.admit(tx, identity, { ...facts, instanceUrl: grant.instanceUrl, ipAddress });
      if (isFirst) await use.salesforceConnections.storeGrant(tx, orgId, userId, grant);
      const browser = await openBrowserSession(tx, orgId, userId, now);
      await setAdministrator(tx, orgId, browser, now);
      return { orgId, userId, isFirst, browser };
    });
    const { isFirst, ...signedIn } = await admitted.catch((error: unknown) => noteRefusedAdministrator(use, identity, ipAddress, error));
    if (!isFirst) await use.salesforce.revoke(grant).catch(ignoreProvider);
    use.callerUsers.forget(orgId);
    return { ...signedIn, purpose: 'register_org' };
  }

  async function keep(tx: Tx, orgId: string, userId: string, grant: SalesforceGrant): Promise<SignedIn> {
    await use.salesforceConnections.storeGrant(tx, orgId, userId, grant);
    return { orgId, userId, purpose: 'sign_in', browser: await openBrowserSession(tx, orgId, userId, use.clock.now()) };
  }
}

/** A new secret for the browser: one that was known before the sign-in must be worth nothing after it. */
export async function openBrowserSession(tx: Tx, orgId: string, userId: string, now: Date): Promise<string> {
  const browser = newSecret(orgId);
  await insertBrowserSession(tx, orgId, { browser, userId, expiresAt: new Date(now.getTime() + BROWSER_HOURS * 3_600_000) });
  return browser;
}

const ignoreProvider = (error: unknown): void => {
  if (!(error instanceof ProviderError)) throw error;
};

const APP_BLOCKED = new AppError(
  409,
  'salesforce_app_blocked',
  'Your Salesforce org does not allow MSI Actions yet. Ask your Salesforce admin to install the package and to allow the app under Connected Apps OAuth Usage, then try again.',
);

/** ON-5: what Salesforce says instead of giving a code. */
function refusalOf({ error = '', errorDescription = '' }: SignInReturn): AppError {
  if (/OAUTH_APP_BLOCKED|OAUTH_APPROVAL_ERROR_GENERIC|invalid_client_id|app_not_found/i.test(`${error} ${errorDescription}`))
    return APP_BLOCKED;
  if (/restricted.?domain/i.test(`${error} ${errorDescription}`))
    return new AppError(
      409,
      'salesforce_my_domain',
      'Your org can be signed in to only at its own address. Sign in to Salesforce there first, then come back and try again.',
    );
  if (error === 'access_denied')
    return new AppError(
      409,
      'salesforce_access_denied',
      'Nothing was connected, because access to Salesforce was not allowed. You can start again whenever you like.',
    );
  return new AppError(502, 'salesforce_sign_in_failed', 'Salesforce could not finish the sign-in. Try again in a moment.');
}

function explain(error: unknown): never {
  if (!(error instanceof ProviderError)) throw error;
  if (error.kind === 'admin_action') throw APP_BLOCKED;
  throw new AppError(502, 'salesforce_sign_in_failed', 'Salesforce could not finish the sign-in. Try again in a moment.');
}
