import { createConnections } from '../src/connections.ts';
import { loadConfig } from '../src/config.ts';
import { systemClock } from '../src/platform/clock.ts';
import { createPool, inOrg } from '../src/platform/postgres.ts';
import { ProviderError } from '../src/platform/provider-error.ts';
import type { CallOrder, CallsDone } from './token-chaos.ts';

/**
 * A process of its own that needs a grant many times at once, as a service or a worker would. Its orders come from the process that started
 * it.
 */
const config = loadConfig(process.env);
const pool = createPool(config.DATABASE_URL, 10);
const refreshPool = createPool(config.DATABASE_URL, 4);
const connections = createConnections({ config, pool, refreshPool, clock: systemClock });
const { emailConnections, salesforce, salesforceConnections, vault } = connections;

const calls = {
  mailbox: async ({ orgId, connectionId }: CallOrder) => (await emailConnections.openMailbox(orgId, connectionId)).accessToken,
  salesforce: ({ orgId, userId }: CallOrder) =>
    salesforceConnections.withSalesforce(orgId, userId, async (client) => (await client.readPerson('00Q000000000001EAA'))?.id ?? 'nobody'),
  /** How it would be without our lock: whoever needs a token refreshes. */
  careless: async ({ orgId, connectionId, instanceUrl }: CallOrder) => {
    const id = { orgId, connectionId, provider: 'salesforce' as const, field: 'refresh_token' as const };
    const refreshToken = await inOrg(pool, orgId, (tx) => vault.open(tx, id, 'refresh'));
    const fresh = await salesforce.refresh({ refreshToken, instanceUrl });
    await inOrg(pool, orgId, (tx) => vault.seal(tx, id, fresh.refreshToken));
    return fresh.accessToken;
  },
};

async function obey(order: CallOrder): Promise<void> {
  const ended = await Promise.allSettled(Array.from({ length: order.callers }, () => calls[order.call](order)));
  const done: CallsDone = { served: 0, reconnect: 0, failures: [], answers: [] };
  for (const one of ended) {
    if (one.status === 'fulfilled') {
      done.served += 1;
      if (!done.answers.includes(one.value)) done.answers.push(one.value);
    } else if (one.reason instanceof ProviderError && one.reason.kind === 'reconnect_required') done.reconnect += 1;
    else done.failures.push(String(one.reason));
  }
  process.send?.(done);
}

process.on('message', (order: CallOrder) => void obey(order));
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
