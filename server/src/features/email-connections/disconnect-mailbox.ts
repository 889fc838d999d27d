import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { lockSecret, type Vault } from '../../platform/secrets/index.ts';
import { sentence } from './error-words/index.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import * as repository from './repository.ts';

interface Dependencies {
  refreshPool: Pool;
  vault: Vault;
  providers: MailboxProviders;
}

/**
 * Ends a user's mailbox: revoked at the vendor, its keys destroyed here. What waits for it stays and says why. When the
 * vendor cannot be reached our copy is destroyed all the same. AppError 404 when it is not this user's. Harmless twice.
 */
export function createDisconnectMailbox({ refreshPool, vault, providers }: Dependencies) {
  return function disconnectMailbox(orgId: string, userId: string, connectionId: string): Promise<void> {
    return inOrg(refreshPool, orgId, async (tx) => {
      const mailbox = await repository.findById(tx, orgId, connectionId);
      if (mailbox?.userId !== userId) throw new AppError('not_found', { title: sentence('mailboxUnknown') });
      if (mailbox.state === 'disconnected') return;
      const id = { orgId, connectionId, provider: mailbox.provider, field: 'grant' as const };
      if (await lockSecret(tx, id)) {
        const secret = await vault.open(tx, id, 'disconnect');
        await providers[mailbox.provider].revoke(secret).catch((error: unknown) => {
          if (!(error instanceof ProviderError)) throw error;
        });
      }
      await vault.shred(tx, orgId, connectionId);
      await repository.markDisconnected(tx, orgId, connectionId);
    });
  };
}
