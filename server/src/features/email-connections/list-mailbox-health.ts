import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { troubleOf, watchOf } from './email-connection.ts';
import { listHealth } from './health-repository.ts';
import type { MailboxProviders } from './mailbox-providers.ts';
import type { MailboxHealth } from './schemas.ts';
import { allowedCapabilities } from './what-a-grant-gives.ts';

/**
 * Every mailbox of the org for its admin: is it connected, are answers being noticed, and how were they found. What needs care comes
 * first.
 */
export function createListMailboxHealth({ pool, clock, providers }: { pool: Pool; clock: Clock; providers: MailboxProviders }) {
  return async function listMailboxHealth(orgId: string): Promise<MailboxHealth[]> {
    const found = await inOrg(pool, orgId, (tx) => listHealth(tx, orgId));
    return found.map((mailbox) => {
      const { provider } = mailbox;
      const noticesReplies = provider !== 'smtp' && allowedCapabilities(providers[provider], mailbox.scopes, mailbox.tier).noticesReplies;
      return {
        id: mailbox.id,
        userId: mailbox.userId,
        userName: mailbox.userName,
        address: mailbox.address,
        provider,
        state: mailbox.state,
        stateReason: mailbox.stateReason,
        trouble: troubleOf(mailbox),
        watch: watchOf({ ...mailbox, noticesReplies }, clock.now()),
        lastAliveAt: mailbox.lastAliveAt?.toISOString() ?? null,
        pushExpiresAt: mailbox.pushExpiresAt?.toISOString() ?? null,
        found: { byPush: mailbox.byPush, byPoll: mailbox.byPoll, byReconcile: mailbox.byReconcile },
        waitingEmails: mailbox.waitingEmails,
      };
    });
  };
}
