import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { orgOfSecret } from '../../platform/one-time-tickets.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { sentence } from './error-words/index.ts';
import { findClaimOfTicket, findIdentities, findMailbox, lockUser, markVerified, setDefault, type Claim } from './repository.ts';

export interface Verification {
  /** What the link of a verification email is about. Changes nothing. AppError 404 or 410 with a sentence for a link that is not good. */
  lookUp(secret: unknown): Promise<Claim>;
  /** The reader of the address agrees. Harmless twice. */
  confirm(secret: unknown): Promise<Claim>;
}

export function createVerification({ pool, clock }: { pool: Pool; clock: Clock }): Verification {
  const withClaim = (secret: unknown, work: (tx: Tx, orgId: string, claim: Claim) => Promise<Claim>): Promise<Claim> => {
    const orgId = orgOfSecret(secret);
    if (!orgId) return Promise.reject(unknown());
    return inOrg(pool, orgId, async (tx) => {
      const claim = await findClaimOfTicket(tx, orgId, String(secret));
      if (!claim) throw unknown();
      if (claim.expiresAt <= clock.now() && !claim.isVerified) throw new AppError('link_expired', { title: sentence('linkExpired') });
      return work(tx, orgId, claim);
    });
  };
  return {
    lookUp: (secret) => withClaim(secret, (_tx, _orgId, claim) => Promise.resolve(claim)),
    confirm: (secret) =>
      withClaim(secret, async (tx, orgId, claim) => {
        const { identityId, userId } = claim;
        await lockUser(tx, orgId, userId);
        if (await markVerified(tx, orgId, identityId, clock.now())) await makeUsualIfAlone(tx, orgId, userId, identityId);
        return { ...claim, isVerified: true };
      }),
  };
}

/** DC-3: without a mailbox the team's server is the only way out, so the first address that can use it is the default one. */
async function makeUsualIfAlone(tx: Tx, orgId: string, userId: string, identityId: string): Promise<void> {
  const others = await findIdentities(tx, orgId, userId);
  if (!others.some(({ isDefault }) => isDefault) && !(await findMailbox(tx, orgId, userId)))
    await setDefault(tx, orgId, userId, identityId);
}

function unknown(): AppError {
  return new AppError('link_unknown', { title: sentence('linkUnknown') });
}
