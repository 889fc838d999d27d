import { AppError } from '../../platform/errors.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { findOrg } from '../orgs/index.ts';
import { findInvitedRep, findRep, findRepOfSalesforceUser, setActivated, type Rep } from './repository.ts';

export interface ExpectedRep {
  orgId: string;
  userId: string;
}

/**
 * Whose account a Salesforce sign-in opens, activating it the first time. `expected` is whoever the link or the session named.
 * The Salesforce address and the invited address must be equal; afterwards the Salesforce user counts, whatever the address becomes.
 * Throws AppError 404 or 409 with a sentence that says what to do.
 */
export async function recogniseRep(tx: Tx, identity: SalesforceIdentity, expected: ExpectedRep | null, now: Date): Promise<string> {
  if (expected && expected.orgId !== identity.organizationId)
    throw new AppError(
      409,
      'wrong_salesforce_org',
      'You are signed in to another Salesforce org. Sign in to the org that invited you, then try again.',
    );
  const rep = expected ? await findRep(tx, expected.orgId, expected.userId) : await findByIdentity(tx, identity);
  if (!rep) throw new AppError(404, 'not_invited', `Nobody has invited ${identity.email} yet. Ask your admin for an invitation.`);
  if (rep.state === 'deactivated')
    throw new AppError(409, 'user_deactivated', 'Your admin has ended your access to MSI Actions. Ask your admin to give it back.');
  if (rep.salesforceUserId !== identity.userId) await checkAddress(tx, identity, rep);
  const { userId: salesforceUserId, displayName: name, timeZone, locale } = identity;
  await setActivated(tx, rep.orgId, rep.id, { salesforceUserId, name, timeZone, locale, now });
  return rep.id;
}

async function findByIdentity(tx: Tx, identity: SalesforceIdentity): Promise<Rep | null> {
  const org = await findOrg(tx, identity.organizationId);
  if (!org) throw new AppError(404, 'org_unknown', 'This Salesforce org is not connected to MSI Actions. Ask your admin.');
  return (
    (await findRepOfSalesforceUser(tx, identity.organizationId, identity.userId)) ??
    (await findInvitedRep(tx, identity.organizationId, identity.email))
  );
}

async function checkAddress(tx: Tx, identity: SalesforceIdentity, rep: Rep): Promise<void> {
  if (identity.email !== rep.email)
    throw new AppError(
      409,
      'wrong_email',
      `Your Salesforce address is ${identity.email}, the invitation went to ${rep.email}. Ask your admin for an invitation to the first, or sign in to Salesforce as the second.`,
    );
  if (!identity.emailVerified)
    throw new AppError(
      409,
      'email_unverified',
      `Salesforce has not verified the address ${identity.email} yet. Verify it in your Salesforce settings, then try again.`,
    );
  const other = await findRepOfSalesforceUser(tx, rep.orgId, identity.userId);
  if (other)
    throw new AppError(
      409,
      'already_linked',
      `Your Salesforce user belongs to the account ${other.email} already. Ask your admin to end one of the two.`,
    );
}
