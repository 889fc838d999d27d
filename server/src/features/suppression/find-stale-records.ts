import { canonicalAddress } from '../../platform/canonical-address.ts';
import type { Tx } from '../../platform/postgres.ts';
import type { Recipients } from './check-recipients.ts';
import { findKnownRecipients } from './repository.ts';

/**
 * The known records that emails of one user would reach and whose wish was last seen before `freshAfter`, as `checkRecipients` finds them
 * for one email; in one question for all.
 */
export async function findStaleRecords(
  tx: Tx,
  orgId: string,
  userId: string,
  emails: readonly Recipients[],
  freshAfter: Date,
): Promise<string[]> {
  if (emails.length === 0) return [];
  const people = [...new Set(emails.map(({ personId }) => personId))];
  const addresses = [...new Set(emails.flatMap(({ to, cc, bcc }) => [...(to === null ? [] : [to]), ...cc, ...bcc]).map(canonicalAddress))];
  const known = await findKnownRecipients(tx, orgId, userId, people, addresses);
  return known.flatMap(({ recordId, lookedAt }) => (lookedAt === null || lookedAt <= freshAfter ? [recordId] : []));
}
