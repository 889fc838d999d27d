import { AppError } from '../../platform/errors.ts';
import { inOrg } from '../../platform/postgres.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import { setSignature } from '../users/index.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';
import { updateIdentity } from './repository.ts';
import type { Identity } from './schemas.ts';

/**
 * Takes over the signature that the user has in Gmail for this address, cleaned. AppError 409: `signature_import_unavailable` where the
 * grant does not let us read it, `signature_missing` where there is none.
 */
export function createImportSignature({ pool, readGmailAliases }: IdentityDependencies) {
  return async function importSignature(orgId: string, userId: string, id: string): Promise<Identity> {
    const own = await inOrg(pool, orgId, (tx) => readOwnIdentities(tx, orgId, userId));
    const identity = ownIdentity(toIdentities(own), id);
    const addresses = await readGmailAliases(orgId, own.mailbox);
    if (!addresses) throw new AppError('signature_import_unavailable');
    const found = addresses.find(
      ({ address, isPrimary }) => address.toLowerCase() === identity.address.toLowerCase() || (identity.isMailbox && isPrimary),
    );
    const signatureHtml = sanitizeSignature(found?.signatureHtml ?? '');
    if (!signatureHtml.trim()) throw new AppError('signature_missing');
    return inOrg(pool, orgId, async (tx) => {
      if (identity.isMailbox) await setSignature(tx, orgId, userId, signatureHtml);
      else await updateIdentity(tx, orgId, userId, id, { signatureHtml });
      return ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
    });
  };
}
