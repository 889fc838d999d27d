import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { messageWithPicture } from '../../test-support/message-with-picture.ts';
import { png } from '../../test-support/pictures.ts';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { graphOf, type Graph } from './test-rig.ts';

const FILE = {
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: 'Preis für Dana.csv',
  contentType: 'text/csv',
  contentBytes: 'YTtiCg==',
};
const LARGE = 3_300_000;

describe('Files of a draft at Graph', () => {
  let microsoft: Simulator<MicrosoftState>;
  let graph: Graph;
  let place: string;
  before(async () => {
    microsoft = await startMicrosoft();
  });
  beforeEach(async () => {
    microsoft.reset();
    graph = await graphOf(microsoft.url);
    const raw = messageWithPicture('noor@acme.example', 'dana@globex.example', png());
    // Under an id that stays when it leaves
    const { body } = await graph('POST', '/messages', raw.toString('base64'), { prefer: 'IdType="ImmutableId"' });
    place = `/messages/${encodeURIComponent(body.id)}`;
  });
  after(() => microsoft.close());

  const listed = async () => {
    const { body } = await graph('GET', `${place}/attachments?$select=id,name,size,isInline`);
    return (body.value as unknown as Record<string, unknown>[]).map(({ name, size, isInline, contentBytes }) => [
      name,
      size,
      isInline,
      contentBytes,
    ]);
  };
  const session = (size = LARGE) =>
    graph('POST', `${place}/attachments/createUploadSession`, { AttachmentItem: { attachmentType: 'file', name: 'Offer.pdf', size } });
  const put = (url: string, from: number, bytes: Buffer, headers: Record<string, string> = {}) =>
    fetch(url, {
      method: 'PUT',
      body: new Uint8Array(bytes),
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': `bytes ${String(from)}-${String(from + bytes.length - 1)}/${String(LARGE)}`,
        ...headers,
      },
    });

  test('stand beside its pictures, which are inline; the words stay as they are', async () => {
    const before = (await graph('GET', place)).body;
    assert.equal((await graph('POST', `${place}/attachments`, FILE)).status, 201);
    assert.equal((await graph('POST', `${place}/attachments`, { ...FILE, name: 'second.csv' })).status, 201);
    assert.deepEqual(await listed(), [
      ['photo.png', png().length, true, undefined],
      ['Preis für Dana.csv', 4, false, undefined],
      ['second.csv', 4, false, undefined],
    ]);
    const { body } = await graph('GET', place);
    assert.deepEqual([body.body.content, body.internetMessageId], [before.body.content, before.internetMessageId]);
  });

  test('come in parts at an address that takes them in their order, without a token, and ends with the last', async () => {
    const { status, body } = await session();
    const url = (body as unknown as { uploadUrl: string }).uploadUrl;
    const parts = [Buffer.alloc(3_276_800, 1), Buffer.alloc(LARGE - 3_276_800, 2)] as const;
    assert.equal((await put(url, 3_276_800, parts[1])).status, 416);
    assert.equal((await put(url, 0, parts[0], { authorization: 'Bearer x' })).status, 401);
    assert.deepEqual([status, (await put(url, 0, parts[0])).status, (await put(url, 3_276_800, parts[1])).status], [201, 200, 201]);
    assert.equal((await put(url, 0, parts[0])).status, 404);
    assert.deepEqual((await listed()).at(-1), ['Offer.pdf', LARGE, false, undefined]);
  });

  test('are refused where they belong into one request, and once the draft has left', async () => {
    assert.equal((await session(2_000_000)).body.error.code, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize');
    assert.equal((await graph('POST', `${place}/attachments`, { ...FILE, contentBytes: 'A'.repeat(4_200_000) })).status, 413);
    await graph('POST', `${place}/send`);
    assert.equal((await graph('POST', `${place}/attachments`, FILE)).body.error.code, 'ErrorInvalidOperation');
  });
});
