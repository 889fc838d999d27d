import { timingSafeEqual } from 'node:crypto';
import { enqueue } from '../../platform/jobs.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import type { GraphNotification } from '../../providers/microsoft-graph/index.ts';
import { listOfAddress, listOfSubscriptions } from './all-orgs-repository.ts';
import { CHECK_MAILBOX, checkKey } from './check-mailbox.ts';
import { hashOfClientState } from './keep-push.ts';
import { findClientStateHash } from './repository.ts';

export type TakeGmailPush = (push: { emailAddress: string }) => Promise<void>;
/** False when no notification came with the secret of its subscription. */
export type TakeGraphNotifications = (notifications: readonly GraphNotification[]) => Promise<boolean>;

/** A push is a hint: it becomes a job that reads on from our own cursor. One that names a mailbox we do not know leaves no trace. */
export function createTakeGmailPush({ pool }: { pool: Pool }): TakeGmailPush {
  return async function takeGmailPush({ emailAddress }) {
    for (const { orgId, connectionId } of await listOfAddress(pool, emailAddress))
      await inOrg(pool, orgId, (tx) => check(tx, orgId, connectionId));
  };
}

/**
 * Each notification counts only with the secret of its own subscription. What Graph tells about the subscription itself asks for it to be
 * renewed, or made anew. In every case the mailbox is looked at, because Graph does not say what it has missed.
 */
export function createTakeGraphNotifications({ pool }: { pool: Pool }): TakeGraphNotifications {
  return async function takeGraphNotifications(notifications) {
    const known = await listOfSubscriptions(pool, [...new Set(notifications.map(({ subscriptionId }) => subscriptionId))]);
    let isTrusted = false;
    for (const { orgId, connectionId, subscriptionId } of known) {
      const ofThis = notifications.filter((notification) => notification.subscriptionId === subscriptionId);
      await inOrg(pool, orgId, async (tx) => {
        const hash = await findClientStateHash(tx, orgId, connectionId, subscriptionId);
        const trusted = ofThis.filter(({ clientState }) => isTheSecret(hash, clientState));
        if (trusted.length === 0) return;
        isTrusted = true;
        await check(tx, orgId, connectionId, lifecycleOf(trusted));
      });
    }
    return isTrusted;
  };
}

function isTheSecret(hash: Buffer | null, clientState: string | null): boolean {
  if (hash === null || clientState === null) return false;
  const given = hashOfClientState(clientState);
  return hash.length === given.length && timingSafeEqual(hash, given);
}

function lifecycleOf(notifications: readonly GraphNotification[]): 'renew' | 'gone' | undefined {
  const events = new Set(notifications.map(({ lifecycleEvent }) => lifecycleEvent));
  if (events.has('subscriptionRemoved')) return 'gone';
  return events.has('reauthorizationRequired') ? 'renew' : undefined;
}

function check(tx: Tx, orgId: string, connectionId: string, push?: 'renew' | 'gone'): Promise<void> {
  return enqueue(
    tx,
    CHECK_MAILBOX,
    { orgId, connectionId, because: 'push', ...(push ? { push } : {}) },
    { key: `${checkKey(connectionId, 'push')}${push ? `:${push}` : ''}` },
  );
}
