import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { until } from '../../test-support/until.ts';
import type { Neighbours } from '../mail/index.ts';
import { startProspect, type ProspectSimulator } from '../prospect/index.ts';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { graphOf } from './test-rig.ts';

interface Send {
  account: string;
  at: number;
  messageId: string;
  reference: string | null;
  recipients: string[];
  outcome: string;
}

function mime(number: number, to = 'dana@globex.example'): string {
  return Buffer.from(
    `From: noor@acme.example\r\nTo: ${to}\r\nSubject: Hi\r\nMessage-ID: <${String(number)}@acme.example>\r\n` +
      `X-MSI-Id: ref-${String(number)}\r\n\r\nHello\r\n`,
  ).toString('base64');
}

describe("Exchange Online's limits", () => {
  const neighbours: Neighbours = {};
  let microsoft: Simulator<MicrosoftState>;
  let prospect: ProspectSimulator;
  before(async () => {
    prospect = await startProspect({ neighbours });
    microsoft = await startMicrosoft({ smtp: { host: '127.0.0.1', port: prospect.smtpPort } });
  });
  beforeEach(() => {
    microsoft.reset();
    prospect.reset();
  });
  after(async () => {
    await microsoft.close();
    await prospect.close();
  });

  const settings = (change: object) =>
    fetch(`${microsoft.url}/sim/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
  const sends = async (query = ''): Promise<Send[]> =>
    ((await (await fetch(`${microsoft.url}/sim/sends${query}`)).json()) as { sends: Send[] }).sends;

  test('a fifth request at once is refused, and told how long to wait to the fraction of a second', async () => {
    const graph = await graphOf(microsoft.url);
    microsoft.faults.add({ match: { path: '/v1.0/me/messages' }, times: -1, action: { kind: 'delay', ms: 200 } });
    const answers = await Promise.all(Array.from({ length: 6 }, () => graph('GET', '/messages')));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 200, 200, 200, 429, 429]);
    const throttled = answers.find(({ status }) => status === 429);
    assert.deepEqual([throttled?.body.error.code, throttled?.headers.get('retry-after')], ['ApplicationThrottled', '1.284']);
    microsoft.faults.clear();
    assert.equal((await graph('GET', '/messages')).status, 200);
  });

  test('more than so many messages a minute wait for their turn, and far more are refused', async () => {
    await settings({ limits: { messagesPerMinute: 2, waitingMessages: 1 } });
    const graph = await graphOf(microsoft.url);
    const statuses = [];
    for (let number = 0; number < 4; number += 1) statuses.push((await graph('POST', '/sendMail', mime(number))).status);
    assert.deepEqual(statuses, [202, 202, 202, 429]);
    assert.equal(prospect.state.messages.length, 2);
    assert.equal((await graph('GET', '/mailFolders/drafts/messages')).body.value.length, 1);
    microsoft.clock.offsetMs = 61_000;
    await until('the third has left', () => prospect.state.messages.length === 3);
    assert.equal((await graph('GET', '/mailFolders/sentitems/messages')).body.value.length, 3);
  });

  test('limits can be switched off', async () => {
    await settings({ limits: { messagesPerMinute: null, concurrentRequests: null } });
    const graph = await graphOf(microsoft.url);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, number) => graph('POST', '/sendMail', mime(number))));
    assert.ok(answers.every(({ status }) => status === 202));
    assert.equal(prospect.state.messages.length, 40);
    assert.equal((await settings({ limits: { messagesPerMinute: 0 } })).status, 400);
  });

  test('every message handed over is counted once, as its writer named it, also a refused one', async () => {
    await settings({ rewriteMessageId: true, deliversMail: false });
    const graph = await graphOf(microsoft.url);
    const draft = (await graph('POST', '/messages', mime(1))).body;
    await settings({ sentCopyLagMs: 10_000 });
    const path = `/messages/${encodeURIComponent(draft.id)}/send`;
    assert.deepEqual([(await graph('POST', path)).status, (await graph('POST', path)).status], [202, 202]);
    await graph('POST', '/sendMail', mime(2, 'nobody@nowhere'));
    assert.deepEqual(
      (await sends()).map(({ account, messageId, reference, recipients, outcome }) => [account, messageId, reference, recipients, outcome]),
      [
        ['noor@acme.example', '<1@acme.example>', 'ref-1', ['dana@globex.example'], 'accepted'],
        ['noor@acme.example', '<2@acme.example>', 'ref-2', ['nobody@nowhere'], 'refused'],
      ],
    );
    assert.deepEqual(await sends(`?since=${new Date(Date.now() + 60_000).toISOString()}`), []);
    assert.equal((await fetch(`${microsoft.url}/sim/sends?since=nonsense`)).status, 400);
    assert.equal(prospect.state.messages.length, 0);
  });
});
