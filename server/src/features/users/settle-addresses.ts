import { canonicalAddress } from '../../platform/canonical-address.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { allOrgIds } from '../../platform/secrets/index.ts';
import { listAddressesBeyondAscii, rewriteAddress } from './address-repository.ts';

/**
 * Brings addresses of users that were kept as they were typed into the form in which addresses are compared, which SQL cannot make, so that
 * invitations, the panel and a sign-in find them. What somebody else has in that form already is left as it is. Answers with how many were
 * rewritten. To be run with each release after the migrations; harmless twice and while the service runs.
 */
export async function settleAddresses(pool: Pool): Promise<number> {
  let rewritten = 0;
  for (const orgId of await allOrgIds(pool)) {
    const users = await inOrg(pool, orgId, (tx) => listAddressesBeyondAscii(tx, orgId));
    for (const { id, email } of users) {
      const address = canonicalAddress(email);
      if (address === email) continue;
      if (await rewriteAddress(pool, orgId, id, { from: email, to: address })) rewritten += 1;
    }
  }
  return rewritten;
}
