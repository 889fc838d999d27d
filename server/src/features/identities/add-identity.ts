import { AppError } from '../../platform/errors.ts';
import { inOrg } from '../../platform/postgres.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import { sentence } from './error-words/index.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';
import { findMailbox, insertIdentity, lockUser } from './repository.ts';
import { countVerification, queueVerification } from './request-verification.ts';
import type { Identity, NewIdentity } from './schemas.ts';

/** ID-3: what a user may have, the mailbox included. */
export const MOST_IDENTITIES = 2;

/**
 * ID-1: an address the user wants to send as. Google's word for an alias of the user's own Gmail is proof enough; everybody else gets an
 * email with a link. AppError 409: `identity_limit_reached`, `identity_exists`, or `team_smtp_missing` when no channel could carry it
 * (ID-2). 429 `letter_quota_reached`.
 */
export function createAddIdentity({ pool, clock, readGmailAliases }: IdentityDependencies) {
  return async function addIdentity(orgId: string, userId: string, { address: typed, name }: NewIdentity): Promise<Identity> {
    const address = typed.toLowerCase();
    const aliases = await readGmailAliases(orgId, await inOrg(pool, orgId, (tx) => findMailbox(tx, orgId, userId)));
    const alias = aliases?.find((known) => known.address.toLowerCase() === address);
    return inOrg(pool, orgId, async (tx) => {
      const now = clock.now();
      if (!alias) await countVerification(tx, orgId, { userId, address, now });
      await lockUser(tx, orgId, userId);
      const own = await readOwnIdentities(tx, orgId, userId);
      const { mailbox, others, teamSmtp } = own;
      if (mailbox?.address.toLowerCase() === address || others.some((other) => other.address === address))
        throw new AppError('identity_exists');
      if (others.length + 1 >= MOST_IDENTITIES)
        throw new AppError('identity_limit_reached', {
          title: sentence('limitReached', { count: MOST_IDENTITIES }),
        });
      if (!alias && !teamSmtp)
        throw new AppError('team_smtp_missing', {
          title: sentence('ownAddressOnly'),
        });
      const id = await insertIdentity(tx, orgId, {
        userId,
        address,
        name,
        ...(alias
          ? { channel: 'mailbox', mailboxId: mailbox?.id ?? null, signatureHtml: sanitizeSignature(alias.signatureHtml), verifiedAt: now }
          : { channel: 'team_smtp', mailboxId: null, signatureHtml: '', verifiedAt: null }),
        now,
      });
      if (!id) throw new AppError('identity_exists');
      if (!alias) await queueVerification(tx, orgId, { id, address }, now);
      return ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
    });
  };
}
