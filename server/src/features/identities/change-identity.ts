import { AppError } from '../../platform/errors.ts';
import { inOrg, type Tx } from '../../platform/postgres.ts';
import { sanitizeSignature } from '../../platform/rich-text/sanitize-signature.ts';
import { setSignature } from '../users/index.ts';
import { sentence } from './error-words/index.ts';
import type { IdentityDependencies } from './identity-dependencies.ts';
import { ownIdentity, readOwnIdentities, toIdentities } from './own-identities.ts';
import { deleteIdentity, lockUser, setDefault, updateIdentity } from './repository.ts';
import type { Identity, IdentityChange } from './schemas.ts';

/**
 * Changes what is given. AppError 409: `mailbox_identity_fixed` for what only the mail account decides, `identity_not_verified`, or
 * `channel_not_possible` (ID-2: a mailbox sends from its own address and from aliases that Google has verified).
 */
export function createChangeIdentity({ pool }: IdentityDependencies) {
  return function changeIdentity(orgId: string, userId: string, id: string, change: IdentityChange): Promise<Identity> {
    return inOrg(pool, orgId, async (tx) => {
      await lockUser(tx, orgId, userId);
      const own = await readOwnIdentities(tx, orgId, userId);
      const identity = ownIdentity(toIdentities(own), id);
      const signatureHtml = change.signatureHtml === undefined ? undefined : sanitizeSignature(change.signatureHtml);
      if (identity.isMailbox) {
        if (change.name !== undefined || change.channel === 'team_smtp') throw new AppError('mailbox_identity_fixed');
        if (signatureHtml !== undefined) await setSignature(tx, orgId, userId, signatureHtml);
      } else {
        const stored = own.others.find((other) => other.id === id);
        if (change.channel === 'mailbox' && (!stored?.mailboxId || stored.mailboxId !== own.mailbox?.id))
          throw new AppError('channel_not_possible', {
            title: sentence('notVerifiedByGoogle'),
          });
        if (change.channel === 'team_smtp' && !own.teamSmtp) throw new AppError('team_smtp_missing');
        await updateIdentity(tx, orgId, userId, id, { name: change.name, signatureHtml, channel: change.channel });
      }
      if (change.isDefault) await makeDefault(tx, orgId, userId, id);
      return readOne(tx, orgId, userId, id);
    });
  };
}

async function readOne(tx: Tx, orgId: string, userId: string, id: string): Promise<Identity> {
  return ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
}

async function makeDefault(tx: Tx, orgId: string, userId: string, id: string): Promise<void> {
  const { isMailbox, isUsable, verifiedAt } = await readOne(tx, orgId, userId, id);
  if (!verifiedAt) throw new AppError('identity_not_verified');
  if (!isMailbox && !isUsable) throw new AppError('channel_not_possible');
  await setDefault(tx, orgId, userId, isMailbox ? null : id);
}

/** Emails that were accepted before still leave as it. AppError 404, or 409 `mailbox_identity_fixed`. */
export function createRemoveIdentity({ pool }: IdentityDependencies) {
  return function removeIdentity(orgId: string, userId: string, id: string): Promise<void> {
    return inOrg(pool, orgId, async (tx) => {
      const identity = ownIdentity(toIdentities(await readOwnIdentities(tx, orgId, userId)), id);
      if (identity.isMailbox) throw new AppError('mailbox_identity_fixed', { title: sentence('isMailbox') });
      await deleteIdentity(tx, orgId, userId, id);
    });
  };
}
