import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import type { OutgoingMessage } from '../mailbox.ts';
import { failureOf, hooks, message, startGraphRig, type GraphRig } from '../../../test-support/graph-rig.ts';

const SMALL = { name: 'Preisliste für Dana.csv', type: 'text/csv', bytes: Buffer.from('a;b\n1;2\n') };
/** A whole part and a rest. */
const LARGE = { name: 'Offer.pdf', type: 'application/pdf', bytes: randomBytes(3_300_000) };
const FILES = [SMALL, LARGE, { ...SMALL, name: 'last.csv' }];

describe('Files that are too large for one request to Outlook', () => {
  let rig: GraphRig;
  before(async () => {
    rig = await startGraphRig();
  });
  beforeEach(() => rig.microsoft.reset());
  after(() => rig.microsoft.close());

  const withFiles = (): OutgoingMessage => ({ ...message(), files: FILES });
  const arrived = async () => {
    const mail = await rig.mail();
    assert.equal(mail.length, 1);
    const { attachments, text, messageId } = await PostalMime.parse(mail[0] ?? '');
    return { text, messageId, files: attachments.map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer)] as const) };
  };
  const assertComplete = async (): Promise<void> => {
    const { text, messageId, files } = await arrived();
    assert.deepEqual([text?.trim(), messageId], ['Hello', message().messageId]);
    assert.deepEqual(
      files.map(([name]) => name),
      FILES.map(({ name }) => name),
    );
    assert.ok(files.every(([, bytes], index) => bytes.equals(FILES[index]!.bytes)));
  };

  test('arrive in their order, byte for byte, the large one in parts', async () => {
    const grant = await rig.connect();
    await rig.outlook.send(grant.accessToken, withFiles(), hooks(grant));
    await assertComplete();
    assert.deepEqual([rig.requestsTo(/^PUT /), rig.requestsTo(/createUploadSession$/), rig.requestsTo(/^POST .*attachments$/)], [2, 1, 2]);
  });

  for (const [what, path, effect] of [
    ['a file was not taken', '/v1.0/me/messages/.+/attachments$', 'before'],
    ['the answer to a file was lost', '/v1.0/me/messages/.+/attachments$', 'after'],
    ['the answer to the last part was lost', '/api/attachment-sessions/.+', 'after'],
  ] as const)
    test(`are added to the same draft once each, when ${what} in the attempt before`, async () => {
      const grant = await rig.connect();
      // The last part is the second
      if (path.includes('sessions')) await rig.order('/sim/faults', { match: { path }, action: { kind: 'delay', ms: 0 } });
      await rig.order('/sim/faults', { match: { path }, effect, action: { kind: 'cut' } });
      const first = hooks(grant);
      assert.equal((await failureOf(rig.outlook.send(grant.accessToken, withFiles(), first))).kind, 'transient');
      assert.deepEqual(await rig.mail(), []);
      await rig.outlook.send(grant.accessToken, withFiles(), hooks(grant, first.prepared[0]));
      await assertComplete();
    });

  test('are all there before the message leaves, whatever was answered to the last part', async () => {
    const grant = await rig.connect();
    const path = '/api/attachment-sessions/.+';
    await rig.order('/sim/faults', { match: { path }, action: { kind: 'delay', ms: 0 } });
    await rig.order('/sim/faults', { match: { path }, action: { kind: 'status', status: 200, body: { nextExpectedRanges: ['3276800'] } } });
    const first = hooks(grant);
    assert.equal((await failureOf(rig.outlook.send(grant.accessToken, withFiles(), first))).kind, 'transient');
    assert.deepEqual(await rig.mail(), []);
    await rig.outlook.send(grant.accessToken, withFiles(), hooks(grant, first.prepared[0]));
    const { files } = await arrived();
    assert.deepEqual(files.map(([name]) => name).sort(), FILES.map(({ name }) => name).sort());
  });

  test('that an earlier attempt has added are found on each page of their list', async () => {
    const grant = await rig.connect();
    const path = '/v1.0/me/messages/.+/attachments';
    await rig.order('/sim/faults', { match: { method: 'PUT', path: '/api/attachment-sessions/.+' }, action: { kind: 'cut' } });
    const first = hooks(grant);
    await failureOf(rig.outlook.send(grant.accessToken, withFiles(), first));
    const nextLink = `${rig.microsoft.url}/v1.0/me/messages/${encodeURIComponent(first.prepared[0] ?? '')}/attachments?$skip=1`;
    const body = { value: [], '@odata.nextLink': nextLink };
    await rig.order('/sim/faults', { match: { method: 'GET', path }, action: { kind: 'status', status: 200, body } });
    await rig.outlook.send(grant.accessToken, withFiles(), hooks(grant, first.prepared[0]));
    await assertComplete();
  });

  test('go to nobody but Microsoft', async () => {
    const grant = await rig.connect();
    for (const uploadUrl of [
      'https://outlook.office.com.evil.example/upload',
      'http://outlook.office.com/upload',
      'http://localhost:1/upload',
    ]) {
      await rig.order('/sim/faults', {
        match: { path: 'createUploadSession' },
        action: { kind: 'status', status: 201, body: { uploadUrl } },
      });
      assert.match((await failureOf(rig.outlook.send(grant.accessToken, withFiles(), hooks(grant)))).message, /not of Microsoft/);
    }
    assert.deepEqual([rig.requestsTo(/^PUT /), await rig.mail()], [0, []]);
  });

  test('do not leave with the permission to send alone, and nothing leaves without them', async () => {
    const grant = await rig.connect('send');
    const failure = await failureOf(rig.outlook.send(grant.accessToken, withFiles(), hooks(grant)));
    assert.deepEqual([failure.kind, failure.vendorCode, await rig.mail()], ['invalid', 'RequestEntityTooLarge', []]);
  });
});
