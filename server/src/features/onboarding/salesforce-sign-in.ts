import type { Clock } from '../../platform/clock.ts';
import { BROWSER_HOURS } from '../../platform/browser-cookie.ts';
import { AppError } from '../../platform/errors.ts';
import { beginOAuth, orgOfState, takeOAuth } from '../../platform/oauth-transactions.ts';
import { hashSecret, newSecret, NO_ORG } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { Actor } from '../../platform/security-events.ts';
import type { Vault } from '../../platform/secrets/index.ts';
import type { Salesforce, SalesforceGrant, SalesforceIdentity } from '../../providers/salesforce/index.ts';
import type { RegisterOrg } from '../orgs/index.ts';
import { probeApiAccess, type SalesforceConnections } from '../salesforce-connections/index.ts';
import type { CallerUsers } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { insertBrowserSession, setAdministrator } from './repository.ts';
import { recogniseRep, type ExpectedRep } from './recognise-rep.ts';
import { personOfIdentity, recordActivation, recordRefusedSignIn } from './record-sign-in.ts';
import { explain, refusalOf } from './sign-in-problems.ts';

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
  ipAddress: string;
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
    ipAddress: string;
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
    async start({ browser, ipAddress, purpose, expected, loginHint, loginUrl }) {
      const orgId = expected?.orgId ?? NO_ORG;
      const { state, codeChallenge } = await inOrg(use.pool, orgId, (tx) =>
        beginOAuth(tx, use, orgId, {
          provider: 'salesforce',
          purpose,
          userId: expected?.userId ?? null,
          browserHash: hashSecret(browser),
          ipAddress,
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
      const expected = begun.orgId === NO_ORG ? null : { orgId: begun.orgId, userId: begun.userId };
      const purpose: SignInPurpose = begun.purpose === 'register_org' ? 'register_org' : 'sign_in';
      let identity: SalesforceIdentity | null = null;
      try {
        identity = await use.salesforce.readIdentity(grant).catch(explain);
        const who = { identity, by: personOfIdentity(identity, back.ipAddress), browser: back.browser };
        return await (purpose === 'register_org' ? register(who, grant, expected) : signIn(who, grant, expected));
      } catch (error) {
        await use.salesforce.revoke(grant).catch(ignoreProvider);
        const kind = purpose === 'register_org' ? 'administrator_sign_in' : 'sign_in_refused';
        if (error instanceof AppError)
          await recordRefusedSignIn(use, kind, { identity, expected, ipAddress: back.ipAddress, code: error.code });
        throw error;
      }
    },
  };

  async function signIn({ identity, by, browser }: Person, grant: SalesforceGrant, expected: ExpectedRep | null): Promise<SignedIn> {
    const orgId = identity.organizationId;
    const signedIn = await inOrg(use.pool, orgId, async (tx) => {
      const now = use.clock.now();
      const { userId, isNew } = await recogniseRep(tx, identity, expected, now);
      if (isNew) await recordActivation(tx, orgId, { ...by, userId }, now);
      return keep(tx, { orgId, userId, purpose: 'sign_in' }, browser, grant);
    });
    use.callerUsers.forget(signedIn.orgId);
    await probeApiAccess(use.salesforceConnections, signedIn.orgId, signedIn.userId);
    return signedIn;
  }

  /** Whoever comes back to change what the org is trusted by proves who they are and connects nothing: their grant is given back. */
  async function register(
    { identity, by, browser: replaces }: Person,
    grant: SalesforceGrant,
    expected: ExpectedRep | null,
  ): Promise<SignedIn> {
    const orgId = identity.organizationId;
    requireSameOrg(expected, identity);
    const client = use.salesforce.client({
      ...grant,
      onExpired: () => Promise.reject(new ProviderError('auth_expired', 'Expired.', { provider: 'salesforce' })),
    });
    const facts = await use.registerOrg.readFacts(client, identity).catch(explain);
    const now = use.clock.now();
    const { isFirst, ...signedIn } = await inOrg(use.pool, orgId, async (tx) => {
      const ipAddress = by.ipAddress;
      const { userId, isFirst } = await use.registerOrg.admit(tx, identity, { ...facts, instanceUrl: grant.instanceUrl, ipAddress });
      if (isFirst) await use.salesforceConnections.storeGrant(tx, orgId, userId, grant);
      const browser = await openBrowserSession(tx, orgId, { userId, replaces, now });
      await setAdministrator(tx, orgId, browser, now);
      return { orgId, userId, isFirst, browser };
    });
    if (!isFirst) await use.salesforce.revoke(grant).catch(ignoreProvider);
    use.callerUsers.forget(orgId);
    return { ...signedIn, purpose: 'register_org' };
  }

  async function keep(tx: Tx, who: Omit<SignedIn, 'browser'>, replaces: string, grant: SalesforceGrant): Promise<SignedIn> {
    await use.salesforceConnections.storeGrant(tx, who.orgId, who.userId, grant);
    return { ...who, browser: await openBrowserSession(tx, who.orgId, { userId: who.userId, replaces, now: use.clock.now() }) };
  }
}

/** Whoever came from the settings of one org proves nothing by a sign-in to another: AppError 409 `wrong_salesforce_org`. */
function requireSameOrg(expected: ExpectedRep | null, { organizationId }: SalesforceIdentity): void {
  if (expected && expected.orgId !== organizationId)
    throw new AppError('wrong_salesforce_org', {
      title: sentence('otherOrgForSettings'),
    });
}

interface Person {
  identity: SalesforceIdentity;
  by: Actor;
  browser: string;
}

/** A new secret for the browser: one that was known before the sign-in must be worth nothing after it. */
export async function openBrowserSession(
  tx: Tx,
  orgId: string,
  { userId, replaces, now }: { userId: string; replaces: string; now: Date },
): Promise<string> {
  const browser = newSecret(orgId);
  await insertBrowserSession(tx, orgId, { browser, replaces, userId, expiresAt: new Date(now.getTime() + BROWSER_HOURS * 3_600_000) });
  return browser;
}

function ignoreProvider(error: unknown): void {
  if (!(error instanceof ProviderError)) throw error;
}
