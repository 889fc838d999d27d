import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { OpenInbox } from './open-inbox.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';
import { findPushToStop, takePush } from './repository.ts';

/**
 * To be called before a user's own mailbox is disconnected: the vendor is told to push nothing more. Does nothing for another user's mailbox, and never
 * stands in the way: a push that could not be stopped ends by itself, and until then finds a mailbox that is not connected.
 */
export const createStopWatching =
  ({ pool, openInbox }: { pool: Pool; openInbox: OpenInbox }) =>
  async (orgId: string, userId: string, connectionId: string): Promise<void> => {
    const push = await inOrg(pool, orgId, (tx) => findPushToStop(tx, orgId, userId, connectionId));
    if (!push) return;
    try {
      const { provider, accessToken } = await openInbox(orgId, connectionId);
      await provider.inbox.stopPush(accessToken, push.subscriptionId);
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
    }
  };

/** Tells the vendor to push nothing more for a mailbox that has ended already, with the access token that is left. */
export type StopPush = (orgId: string, connectionId: string, provider: MailboxProvider['name'], accessToken: string) => Promise<void>;

/** Asks once: a push that could not be stopped ends by itself within days, and until then finds a mailbox that is not connected. */
export const createStopPush =
  ({ pool, providers }: { pool: Pool; providers: Record<MailboxProvider['name'], MailboxProvider> }): StopPush =>
  async (orgId, connectionId, provider, accessToken) => {
    const push = await inOrg(pool, orgId, (tx) => takePush(tx, orgId, connectionId));
    if (!push) return;
    await providers[provider].inbox.stopPush(accessToken, push.subscriptionId).catch((error: unknown) => {
      if (!(error instanceof ProviderError)) throw error;
    });
  };
