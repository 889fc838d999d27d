import { hashSecret } from '../../platform/one-time-tickets.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { MailboxPolicy } from '../email-connections/schemas.ts';
import type { OnboardingStep } from '../users/index.ts';

export interface Rep {
  orgId: string;
  id: string;
  email: string;
  name: string | null;
  role: 'rep' | 'admin';
  state: 'invited' | 'activated' | 'deactivated';
  invitedAt: Date;
  step: OnboardingStep;
  salesforceUserId: string | null;
  signatureHtml: string;
  mailboxAddress: string | null;
  mailboxProvider: 'google' | 'microsoft' | null;
  /** What its grant gives. */
  mailboxScopes: string[] | null;
  /** When Google ends the grant of the mailbox by itself; null: it does not. */
  mailboxEndsAt: Date | null;
  /** What the org's admin lets us do in mailboxes. */
  tiers: MailboxPolicy;
  /** Null until Salesforce was connected once. */
  salesforceState: 'connected' | 'api_disabled' | 'reconnect_required' | 'disconnected' | null;
  orgName: string;
  myDomainUrl: string;
  lightningOrigin: string | null;
}

const REP = `u.org_id as "orgId", u.id, u.email, u.name, u.role, u.state, u.invited_at as "invitedAt",
  u.onboarding_step as step, u.salesforce_user_id as "salesforceUserId",
  u.signature_html as "signatureHtml", m.address as "mailboxAddress", m.provider as "mailboxProvider", m.scopes as "mailboxScopes",
  m.grant_ends_at as "mailboxEndsAt",
  jsonb_build_object('google', coalesce(p.google_tier, 'headers'), 'microsoft', coalesce(p.microsoft_tier, 'headers')) as tiers,
  s.state as "salesforceState",
  o.name as "orgName", o.my_domain_url as "myDomainUrl", o.lightning_origin as "lightningOrigin"`;
const FROM = `users u join orgs o on o.org_id = u.org_id
  left join salesforce_connections s on s.org_id = u.org_id and s.user_id = u.id
  left join email_connections m on m.org_id = u.org_id and m.user_id = u.id and m.state = 'connected' and m.provider <> 'smtp'
  left join mailbox_policies p on p.org_id = u.org_id`;

export async function findRep(tx: Tx, orgId: string, userId: string): Promise<Rep | null> {
  const { rows } = await tx.query<Rep>(`select ${REP} from ${FROM} where u.org_id = $1 and u.id = $2`, [orgId, userId]);
  return rows[0] ?? null;
}

export async function findRepOfSalesforceUser(tx: Tx, orgId: string, salesforceUserId: string): Promise<Rep | null> {
  const { rows } = await tx.query<Rep>(`select ${REP} from ${FROM} where u.org_id = $1 and u.salesforce_user_id = $2`, [
    orgId,
    salesforceUserId,
  ]);
  return rows[0] ?? null;
}

export async function findInvitedRep(tx: Tx, orgId: string, email: string): Promise<Rep | null> {
  const { rows } = await tx.query<Rep>(
    `select ${REP} from ${FROM} where u.org_id = $1 and u.address_held = $2 and u.salesforce_user_id is null`,
    [orgId, email],
  );
  return rows[0] ?? null;
}

/** Whoever has signed in with this browser; null when nobody has, or too long ago. */
export async function findRepOfBrowser(tx: Tx, orgId: string, browser: string, now: Date): Promise<Rep | null> {
  const { rows } = await tx.query<Rep>(
    `select ${REP} from onboarding_sessions b, ${FROM}
      where b.org_id = $1 and b.token_hash = $2 and b.expires_at > $3 and u.org_id = b.org_id and u.id = b.user_id
        and u.state <> 'deactivated'
        and u.session_version = b.session_version`,
    [orgId, hashSecret(browser), now],
  );
  return rows[0] ?? null;
}

/** Good for the version that the user's sessions have now. Takes the place of what the browser had before in this org. */
export async function insertBrowserSession(
  tx: Tx,
  orgId: string,
  session: { browser: string; replaces: string; userId: string; expiresAt: Date },
): Promise<void> {
  await tx.query('delete from onboarding_sessions where org_id = $1 and token_hash = $2', [orgId, hashSecret(session.replaces)]);
  await tx.query(
    `insert into onboarding_sessions (org_id, token_hash, user_id, session_version, expires_at)
     select $1, $2, u.id, u.session_version, $4 from users u where u.org_id = $1 and u.id = $3`,
    [orgId, hashSecret(session.browser), session.userId, session.expiresAt],
  );
}

/** Salesforce has just said that the person of this browser is an administrator of the org. */
export async function setAdministrator(tx: Tx, orgId: string, browser: string, now: Date): Promise<void> {
  await tx.query('update onboarding_sessions set administrator_at = $3 where org_id = $1 and token_hash = $2', [
    orgId,
    hashSecret(browser),
    now,
  ]);
}

/** When Salesforce said so last; null when it never did in this browser. */
export async function findAdministratorAt(tx: Tx, orgId: string, browser: string): Promise<Date | null> {
  const { rows } = await tx.query<{ administratorAt: Date | null }>(
    'select administrator_at as "administratorAt" from onboarding_sessions where org_id = $1 and token_hash = $2',
    [orgId, hashSecret(browser)],
  );
  return rows[0]?.administratorAt ?? null;
}
