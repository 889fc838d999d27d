import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { countLetterOrRefuse, takeLetterSlot } from '../../platform/letters.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';
import { lockUser } from './repository.ts';
import type { Identity } from './schemas.ts';
import { SEND_IDENTITY_VERIFICATION } from './send-identity-verification.ts';

interface Request {
  userId: string;
  address: string;
  now: Date;
}

/** Counts the verification email. Ask before the user is locked. AppError 429 `letter_quota_reached` with `retryAt`. */
export function countVerification(tx: Tx, orgId: string, { userId, address, now }: Request): Promise<void> {
  return countLetterOrRefuse(tx, orgId, { kind: 'identity', to: address, askedBy: userId, now });
}

/** Lets a verification email be written that was counted. */
export async function queueVerification(
  tx: Tx,
  orgId: string,
  { id: identityId, address }: Pick<Identity, 'id' | 'address'>,
  now: Date,
): Promise<void> {
  const leavesAt = (await takeLetterSlot(tx, address, now))?.toISOString() ?? null;
  await enqueue(tx, SEND_IDENTITY_VERIFICATION, { orgId, identityId, leavesAt });
}

/** The user asks for the email again. AppError 409 `already_verified`, 429 `letter_quota_reached`. */
export function createResendVerification({ pool, clock }: IdentityDependencies) {
  return function resendVerification(orgId: string, userId: string, id: string): Promise<Identity> {
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      const find = async () => ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
      const { address, verifiedAt } = await find();
      if (verifiedAt) throw new AppError('already_verified');
      await countVerification(tx, orgId, { userId, address, now });
      await lockUser(tx, orgId, userId);
      const identity = await find();
      await queueVerification(tx, orgId, identity, now);
      return identity;
    });
  };
}
