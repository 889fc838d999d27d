import { randomUUID } from 'node:crypto';
import { loadConfig } from '../src/config.ts';
import { createConnections } from '../src/connections.ts';
import { buildMessage, messageIdOf } from '../src/features/send-engine/build-message.ts';
import { createPool } from '../src/platform/postgres.ts';
import { createSharedClock } from '../src/platform/shared-clock.ts';
import type { EngineMailbox } from './engine-world.ts';
import { inTurns } from './in-turns.ts';

export interface VendorCallsOrder {
  mailboxes: EngineMailbox[];
  /** How many are sent before the time is taken, and how many while it is. */
  warmUp: number;
  emails: number;
  concurrency: number;
}

export interface VendorCallsDone {
  perSecond: number;
}

/**
 * A process that builds emails and hands them to the vendors through the product's own clients, as the engine does, but asks no queue and
 * writes nothing down: what stays of a send when the engine is taken away. Its order comes from the process that started it.
 */
const config = loadConfig(process.env);
const pool = createPool(config.DATABASE_URL, 4);
const refreshPool = createPool(config.DATABASE_URL, 4);
const { emailConnections } = createConnections({ config, pool, refreshPool, clock: await createSharedClock(pool) });

async function obey({ mailboxes, warmUp, emails, concurrency }: VendorCallsOrder): Promise<VendorCallsDone> {
  const senders: ((number: number) => Promise<unknown>)[] = [];
  for (const mailbox of mailboxes) senders.push(await openSender(mailbox));
  const send = async (number: number): Promise<void> => {
    await senders[number % senders.length]?.(number);
  };
  await inTurns(concurrency, warmUp, send);
  const startedAt = performance.now();
  await inTurns(concurrency, emails, (number) => send(warmUp + number));
  return { perSecond: (emails / (performance.now() - startedAt)) * 1000 };
}

async function openSender({ orgId, connectionId, address }: EngineMailbox) {
  const { provider, accessToken, scopes } = await emailConnections.openMailbox(orgId, connectionId);
  return async function sendOne(number: number): Promise<void> {
    const id = randomUUID();
    const messageId = messageIdOf(id, address);
    const to = `person${String(number)}@globex.example`;
    const { mime } = await buildMessage({
      id,
      messageId,
      date: new Date(),
      from: { name: 'Rep', address },
      to: { name: `Person ${String(number)}`, address: to },
      cc: [],
      bcc: [],
      subject: `Email ${String(number)}`,
      bodyHtml: `<p>Hello, this is email ${String(number)}.</p>`,
      bodyIsClean: true,
      font: null,
    });
    const message = { mime, messageId, reference: id, fromAddress: address, recipients: [to] };
    await provider.send(accessToken, message, { scopes, onPrepared: () => Promise.resolve() });
  };
}

process.once('message', (order: VendorCallsOrder) => {
  void obey(order).then((done) => process.send?.(done));
});
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });
