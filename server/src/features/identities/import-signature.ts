import { inOrg, type Pool } from '../../platform/postgres.ts';
import { setSignature } from '../users/index.ts';
import type { FindGmailSignature } from './find-gmail-signature.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';
import { updateIdentity } from './repository.ts';
import type { Identity } from './schemas.ts';

/** Puts the signature that the user has in Gmail for this address in the place of ours. AppError as `findGmailSignature`. */
export function createImportSignature({ pool, findGmailSignature }: { pool: Pool; findGmailSignature: FindGmailSignature }) {
  return async function importSignature(orgId: string, userId: string, id: string): Promise<Identity> {
    const signatureHtml = await findGmailSignature(orgId, userId, id);
    return inOrg(pool, orgId, async (tx) => {
      const { isMailbox } = ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
      if (isMailbox) await setSignature(tx, orgId, userId, signatureHtml);
      else await updateIdentity(tx, orgId, userId, id, { signatureHtml });
      return ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
    });
  };
}
