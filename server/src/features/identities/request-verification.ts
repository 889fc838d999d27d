import { AppError } from '../../platform/errors.ts';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { ownIdentity } from './add-identity.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { readOwnIdentities, toIdentities } from './own-identities.ts';
import { findRequests, insertRequest, lockUser } from './repository.ts';
import type { Identity } from './schemas.ts';
import { SEND_IDENTITY_VERIFICATION } from './send-identity-verification.ts';

const DAY_MS = 24 * 3_600_000;
/** Enough for mistyped addresses, and far too few to bother strangers with. */
const MOST_PER_DAY = 10;
const PAUSE_MS = 60_000;

/** Lets the verification email be written. Ask while the user is locked. AppError 429 `rate_limited` with `retryAt`. */
export async function requestVerification(
  tx: Tx,
  orgId: string,
  { userId, identityId, now }: { userId: string; identityId: string; now: Date },
): Promise<void> {
  const requests = await findRequests(tx, orgId, userId, new Date(now.getTime() - DAY_MS));
  const oldest = requests[MOST_PER_DAY - 1];
  if (oldest)
    throw tooOften(new Date(oldest.requestedAt.getTime() + DAY_MS), 'You asked for many verification emails today. Go on tomorrow.');
  const last = requests.find((request) => request.identityId === identityId);
  const again = new Date((last?.requestedAt.getTime() ?? 0) + PAUSE_MS);
  if (again > now) throw tooOften(again, 'The email is on its way. Wait a minute before you ask for another.');
  await insertRequest(tx, orgId, userId, identityId, now);
  await enqueue(tx, SEND_IDENTITY_VERIFICATION, { orgId, identityId });
}

/** The user asks for the email again. AppError 409 `already_verified`. */
export const createResendVerification =
  ({ pool, clock }: IdentityDependencies) =>
  (orgId: string, userId: string, id: string): Promise<Identity> =>
    inOrg(pool, orgId, async (tx) => {
      await lockUser(tx, orgId, userId);
      const identity = ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
      if (identity.verifiedAt) throw new AppError(409, 'already_verified', 'This address is verified already.');
      await requestVerification(tx, orgId, { userId, identityId: id, now: clock.now() });
      return identity;
    });

const tooOften = (retryAt: Date, title: string): AppError => new AppError(429, 'rate_limited', title, { retryAt: retryAt.toISOString() });
