import { canonicalAddress } from '../../platform/canonical-address.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { SalesforceUser } from '../../providers/salesforce/index.ts';
import { salesforceProblem, type OpenSalesforce } from '../people/index.ts';
import { findStatesByEmail, type UserState } from './repository.ts';

interface Dependencies {
  pool: Pool;
  openSalesforce: OpenSalesforce;
}

/** By address in its canonical form; of several users who share one, an active one. */
export type SalesforceUsersByAddress = ReadonlyMap<string, SalesforceUser>;

export interface FoundSalesforceUser {
  salesforceUserId: string;
  name: string;
  email: string;
  title: string | null;
  /** Whether the person is in our list already. */
  state: UserState | null;
}

export interface FindSalesforceUsers {
  /** With the rights of `adminId`. Null when Salesforce cannot be asked now: inviting must not depend on it. */
  byAddress(orgId: string, adminId: string, emails: readonly string[]): Promise<SalesforceUsersByAddress | null>;
  /** Active users of the org whose name or address has these words in it. Throws what `salesforceProblem` makes of a failure. */
  search(orgId: string, adminId: string, words: string): Promise<FoundSalesforceUser[]>;
}

const MOST_HITS = 10;
/** One letter fits half the org. */
const SHORTEST_QUESTION = 2;
const PURPOSE = 'find who can be invited';

export function createFindSalesforceUsers({ pool, openSalesforce }: Dependencies): FindSalesforceUsers {
  return {
    async byAddress(orgId, adminId, emails) {
      const wanted = new Set(emails.flatMap((email) => [email.toLowerCase(), canonicalAddress(email)]));
      try {
        const found = await (await openSalesforce(orgId, adminId, PURPOSE)).readUsersByEmail([...wanted]);
        const activeLast = [...found].sort((one, other) => Number(one.isActive) - Number(other.isActive));
        return new Map(activeLast.map((user) => [canonicalAddress(user.email), user]));
      } catch (error) {
        if (error instanceof ProviderError) return null;
        throw error;
      }
    },
    async search(orgId, adminId, words) {
      if (words.trim().length < SHORTEST_QUESTION) return [];
      try {
        const found = await (await openSalesforce(orgId, adminId, PURPOSE)).searchUsers(words.trim(), MOST_HITS);
        const addresses = found.map(({ email }) => canonicalAddress(email));
        const states = await inOrg(pool, orgId, (tx) => findStatesByEmail(tx, orgId, addresses));
        return found.map(({ id, name, email, title }) => ({
          salesforceUserId: id,
          name,
          email,
          title,
          state: states.get(canonicalAddress(email)) ?? null,
        }));
      } catch (error) {
        throw salesforceProblem(error);
      }
    },
  };
}
