import { inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import type { MailboxProvider } from '../../providers/mailbox.ts';
import type { OpenInbox } from './open-inbox.ts';
import { findPushToStop, takePush } from './repository.ts';

type StopWatching = (orgId: string, userId: string, connectionId: string) => Promise<void>;

/**
 * To be called before a user's own mailbox is disconnected: the vendor is told to push nothing more. Does nothing for another user's
 * mailbox. It never stops the disconnection: a push that could not be stopped ends by itself, and until then its mailbox is not connected.
 */
export function createStopWatching({ pool, openInbox }: { pool: Pool; openInbox: OpenInbox }): StopWatching {
  return async function stopWatching(orgId, userId, connectionId) {
    const push = await inOrg(pool, orgId, (tx) => findPushToStop(tx, orgId, userId, connectionId));
    if (!push) return;
    await withoutRefusal(async () => {
      const { provider, accessToken } = await openInbox(orgId, connectionId);
      await provider.inbox.stopPush(accessToken, push.subscriptionId);
    });
  };
}

/** Tells the vendor to push nothing more for a mailbox that has ended already, with the access token that is left. */
export type StopPush = (orgId: string, connectionId: string, provider: MailboxProvider['name'], accessToken: string) => Promise<void>;

interface StopPushDependencies {
  pool: Pool;
  providers: Record<MailboxProvider['name'], MailboxProvider>;
}

/** Asks once: a push that could not be stopped ends by itself within days, and until then finds a mailbox that is not connected. */
export function createStopPush({ pool, providers }: StopPushDependencies): StopPush {
  return async function stopPush(orgId, connectionId, provider, accessToken) {
    const push = await inOrg(pool, orgId, (tx) => takePush(tx, orgId, connectionId));
    if (!push) return;
    await withoutRefusal(() => providers[provider].inbox.stopPush(accessToken, push.subscriptionId));
  };
}

/** Does what a vendor may refuse; the refusal counts for nothing. */
async function withoutRefusal(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}
