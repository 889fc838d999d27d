import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { until } from '../../test-support/until.ts';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import type { PushCounts } from './pusher.ts';
import { connect, gmailOf, METADATA, order, receive } from './test-rig.ts';

const RAE = 'rae@acme.example';
const SERVICE_ACCOUNT = 'gmail-push@msi-local.iam.gserviceaccount.com';
const TOPIC = 'projects/msi-local/topics/gmail';

interface Received {
  authorization: string;
  body: { message: { data: string; messageId: string }; subscription: string };
}

describe('Notifications of a Gmail mailbox', () => {
  let google: Simulator<GoogleState>;
  let receiver: Server;
  let received: Received[] = [];
  let statuses: number[] = [];
  let audience = '';
  before(async () => {
    receiver = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = JSON.parse(Buffer.concat(chunks).toString()) as Received['body'];
        received.push({ authorization: request.headers.authorization ?? '', body });
        response.writeHead(statuses.shift() ?? 204).end();
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    audience = `http://127.0.0.1:${String((receiver.address() as AddressInfo).port)}/webhooks/gmail`;
    google = await startGoogle({ push: { url: audience, serviceAccount: SERVICE_ACCOUNT, audience } });
  });
  beforeEach(() => {
    google.reset();
    received = [];
    statuses = [];
  });
  after(async () => {
    await google.close();
    receiver.close();
  });

  async function watch(requestBody: object = {}): Promise<void> {
    const { auth } = await connect(google.url, { scopes: [METADATA] });
    await gmailOf(google.url, auth).users.watch({ userId: 'me', requestBody: { topicName: TOPIC, ...requestBody } });
    await arrived(1);
    google.clock.offsetMs += 2_000;
  }
  const arrived = (count: number) => until(`push ${String(count)} has arrived`, () => received.length === count);
  const mail = () => receive(google.url, RAE, ['Subject: x']);
  const counts = async () => (await (await fetch(`${google.url}/sim/pushes`)).json()) as PushCounts;

  test('a watch announces itself, then each change, with a token that Google signed for the subscription', async () => {
    await watch();
    await mail();
    await arrived(2);
    const last = received[1];
    assert.deepEqual(JSON.parse(Buffer.from(last?.body.message.data ?? '', 'base64').toString()), {
      emailAddress: RAE,
      historyId: google.state.mailboxes[RAE]?.historyId,
    });
    assert.equal(last?.body.subscription, 'projects/msi-local/subscriptions/gmail-push');
    const keys = createRemoteJWKSet(new URL(`${google.url}/oauth2/v3/certs`));
    const { payload } = await jwtVerify(last.authorization.replace('Bearer ', ''), keys, {
      issuer: 'https://accounts.google.com',
      audience,
      currentDate: google.clock.now(),
    });
    assert.deepEqual([payload['email'], payload['email_verified']], [SERVICE_ACCOUNT, true]);
  });

  test('a notification that is not acknowledged comes again, the same one, until it is', async () => {
    await watch();
    statuses = [503, 401, 302];
    await mail();
    await arrived(5);
    assert.equal(new Set(received.slice(1).map(({ body }) => body.message.messageId)).size, 1);
  });

  test('more than one in a second is dropped', async () => {
    await watch();
    const { dropped } = await counts();
    await Promise.all([mail(), mail()]);
    await arrived(2);
    assert.equal((await counts()).dropped, dropped + 1);
  });

  test('notifications are dropped and doubled as set', async () => {
    await watch();
    const before = await counts();
    await order(google.url, '/sim/settings', { push: { dropRate: 1 } });
    await mail();
    assert.equal((await counts()).dropped, before.dropped + 1);
    await order(google.url, '/sim/settings', { push: { dropRate: 0, duplicateRate: 1, delayMs: [1, 20] } });
    await mail();
    await arrived(3);
    assert.equal(received[1]?.body.message.messageId, received[2]?.body.message.messageId);
  });

  test('a watch can leave labels out, and pushes nothing once it has expired or was stopped', async () => {
    await watch({ labelIds: ['SPAM'], labelFilterBehavior: 'exclude' });
    const before = await counts();
    await order(google.url, `/sim/accounts/${RAE}/filter`, { spam: true });
    await mail();
    await order(google.url, `/sim/accounts/${RAE}/filter`, { spam: false });
    google.clock.offsetMs += 7 * 86_400_000;
    await mail();
    google.clock.offsetMs -= 7 * 86_400_000;
    await mail();
    await arrived(2);
    assert.equal((await counts()).dropped, before.dropped);
    await order(google.url, `/sim/accounts/${RAE}/expire-watch`);
    google.clock.offsetMs += 2_000;
    await mail();
    assert.deepEqual([received.length, (await counts()).dropped], [2, before.dropped]);
  });
});
