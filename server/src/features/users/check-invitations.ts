import { canonicalAddress } from '../../platform/canonical-address.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { EmailAddress } from '../../platform/schemas.ts';
import type { FindSalesforceUsers, SalesforceUsersByAddress } from './find-salesforce-users.ts';
import { findStatesByEmail, type UserState } from './repository.ts';
import type { InvitationCheck, InvitationChecks } from './schemas.ts';

interface Dependencies {
  pool: Pool;
  findSalesforceUsers: FindSalesforceUsers;
}

export type CheckInvitations = (orgId: string, adminId: string, emails: readonly string[]) => Promise<InvitationChecks>;

/**
 * What an invitation of each address would come to, in the order asked; nothing is sent. Names addresses that are no active user of the
 * org's Salesforce, because nobody could sign in with them.
 */
export function createCheckInvitations({ pool, findSalesforceUsers }: Dependencies): CheckInvitations {
  return async function checkInvitations(orgId, adminId, emails) {
    const addresses = emails.map((typed) => (EmailAddress.safeParse(typed.toLowerCase()).success ? canonicalAddress(typed) : null));
    const good = [...new Set(addresses.filter((address) => address !== null))];
    const inSalesforce = good.length > 0 ? await findSalesforceUsers.byAddress(orgId, adminId, good) : new Map<string, never>();
    const states = await inOrg(pool, orgId, (tx) => findStatesByEmail(tx, orgId, good));
    const seen = new Set<string>();
    const results = emails.map((typed, index): InvitationCheck => {
      const address = addresses[index] ?? null;
      if (address === null) return { email: typed, finding: 'not_an_address', name: null };
      const isRepeated = seen.has(address);
      seen.add(address);
      const name = inSalesforce?.get(address)?.name ?? null;
      return { email: address, finding: isRepeated ? 'repeated' : findingOf(address, states, inSalesforce), name };
    });
    return { results, isSalesforceAsked: inSalesforce !== null };
  };
}

function findingOf(
  address: string,
  states: ReadonlyMap<string, UserState>,
  inSalesforce: SalesforceUsersByAddress | null,
): InvitationCheck['finding'] {
  const state = states.get(address);
  if (state === 'activated') return 'already_active';
  if (state === 'invited') return 'already_invited';
  if (!inSalesforce) return 'ready';
  const user = inSalesforce.get(address);
  if (!user) return 'not_in_salesforce';
  return user.isActive ? 'ready' : 'inactive_in_salesforce';
}
