import { canonicalAddress } from '../../platform/canonical-address.ts';
import { AppError } from '../../platform/errors.ts';
import { handOverTickets, spendTickets } from '../../platform/one-time-tickets.ts';
import type { Tx } from '../../platform/postgres.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import type { SalesforceIdentity } from '../../providers/salesforce/index.ts';
import { findOrg } from '../orgs/index.ts';
import { handOverTeams } from '../teams/index.ts';
import { accessEnded, giveBackFormerUser, lockAccess, openSince, setActivated } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import { findInvitedRep, findRep, findRepOfSalesforceUser, type Rep } from './repository.ts';

/** Whom the link or the session named: a user, or only the org. */
export interface ExpectedRep {
  orgId: string;
  userId: string | null;
}

/**
 * Whose account a Salesforce sign-in opens, activating it the first time. An account that no Salesforce user has opened yet is found by the
 * address, once Salesforce says that it has verified it; afterwards the Salesforce user counts alone, whatever the address becomes. A
 * Salesforce user whose access had ended and who is invited again gets the account of before; nobody else ever does.
 * Throws AppError 404 or 409 with a sentence that says what to do.
 */
export async function recogniseRep(
  tx: Tx,
  identity: SalesforceIdentity,
  expected: ExpectedRep | null,
  now: Date,
): Promise<{ userId: string; isNew: boolean }> {
  if (expected && expected.orgId !== identity.organizationId) throw new AppError('wrong_salesforce_org');
  const rep = await findAccountOfNow(tx, identity, expected);
  if (!rep)
    throw new AppError('not_invited', {
      status: 404,
      title: sentence('notInvited', { address: identity.email }),
    });
  if (rep.state === 'deactivated') throw accessEnded();
  if (rep.salesforceUserId !== null && rep.salesforceUserId !== identity.userId) throw new AppError('wrong_salesforce_user');
  const userId = rep.salesforceUserId === null ? await acceptInvitation(tx, identity, rep, now) : rep.id;
  const { userId: salesforceUserId, displayName: name, timeZone, language, locale } = identity;
  const address = canonicalAddress(identity.email);
  const provenAddress = identity.emailVerified && address === canonicalAddress(rep.email) ? address : null;
  await setActivated(tx, rep.orgId, userId, { salesforceUserId, provenAddress, name, timeZone, language, locale, now });
  await spendTickets(tx, rep.orgId, userId, now, 'invitation');
  return { userId, isNew: rep.state === 'invited' };
}

/**
 * Whoever is not active yet may be given access, or lose it, at this very moment, as by a second sign-in: the account is looked up again
 * once that is over. The org is locked before users and links, as everybody does who ends access.
 */
async function findAccountOfNow(tx: Tx, identity: SalesforceIdentity, expected: ExpectedRep | null): Promise<Rep | null> {
  const rep = await findAccount(tx, identity, expected);
  if (rep?.state === 'activated') return rep;
  await lockAccess(tx, identity.organizationId);
  return findAccount(tx, identity, expected);
}

async function findAccount(tx: Tx, identity: SalesforceIdentity, expected: ExpectedRep | null): Promise<Rep | null> {
  const named = expected?.userId ? await findRep(tx, expected.orgId, expected.userId) : null;
  if (named) return named;
  // Also when the link named an invitation whose row has gone, because its user of before came back
  const org = await findOrg(tx, identity.organizationId);
  if (!org) throw new AppError('org_unknown', { title: sentence('orgUnknown') });
  const known = await findRepOfSalesforceUser(tx, identity.organizationId, identity.userId);
  if (known && known.state !== 'deactivated') return known;
  const invited = await findInvitedRep(tx, identity.organizationId, canonicalAddress(identity.email));
  if (known && !invited) return known;
  if (!identity.emailVerified) throw unverified(identity);
  return invited;
}

/** Whose account the invitation opens: its own, or that of a Salesforce user who had one before. */
async function acceptInvitation(tx: Tx, identity: SalesforceIdentity, invited: Rep, now: Date): Promise<string> {
  if (canonicalAddress(identity.email) !== canonicalAddress(invited.email))
    throw new AppError('wrong_email', {
      title: sentence('wrongEmail', { own: identity.email, invited: invited.email }),
    });
  if (!identity.emailVerified) throw unverified(identity);
  if (invited.invitedAt <= openSince(now)) throw new AppError('invitation_expired');
  const { orgId, id: invitedId } = invited;
  const other = await findRepOfSalesforceUser(tx, orgId, identity.userId);
  if (!other) return invitedId;
  if (other.state !== 'deactivated')
    throw new AppError('already_linked', {
      title: sentence('alreadyLinked', { address: other.email }),
    });
  await handOverTickets(tx, orgId, { from: invitedId, to: other.id });
  await handOverTeams(tx, orgId, { from: invitedId, to: other.id });
  if (!(await giveBackFormerUser(tx, orgId, { invitedId, formerId: other.id }))) throw accessEnded();
  return other.id;
}

function unverified({ email }: SalesforceIdentity): AppError {
  return new AppError('email_unverified', {
    title: commonSentence('emailUnverified', { address: email }),
  });
}
