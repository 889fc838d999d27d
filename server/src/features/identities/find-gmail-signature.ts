import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import type { EmailConnections } from '../email-connections/index.ts';
import { createReadGmailAliases } from './gmail-aliases.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';

export type FindGmailSignature = (orgId: string, userId: string, identityId?: string) => Promise<string>;

/**
 * The signature that the user has in Gmail for this address, or for the mailbox; cleaned. Changes nothing. AppError 404 for an identity of
 * somebody else, 409: `signature_import_unavailable` where the grant does not let us read it, `signature_missing` where there is none; 503
 * when Google does not answer.
 */
export function createFindGmailSignature({
  pool,
  emailConnections,
}: {
  pool: Pool;
  emailConnections: Pick<EmailConnections, 'openMailbox'>;
}): FindGmailSignature {
  const readGmailAliases = createReadGmailAliases(emailConnections);
  return async function findGmailSignature(orgId, userId, identityId) {
    const own = await inOrg(pool, orgId, (tx) => readOwnIdentities(tx, orgId, userId));
    const identity = identityId === undefined ? null : ownIdentity(toIdentities(own), identityId);
    const addresses = await readGmailAliases(orgId, own.mailbox);
    if (!addresses || !own.mailbox) throw new AppError('signature_import_unavailable');
    const wanted = (identity?.address ?? own.mailbox.address).toLowerCase();
    const isMailbox = identity?.isMailbox ?? true;
    const found = addresses.find(({ address, isPrimary }) => address.toLowerCase() === wanted || (isMailbox && isPrimary));
    const signatureHtml = sanitizeSignature(found?.signatureHtml ?? '');
    if (!signatureHtml.trim()) throw new AppError('signature_missing');
    return signatureHtml;
  };
}
