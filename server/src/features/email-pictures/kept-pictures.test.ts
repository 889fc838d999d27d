import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { GIF, png } from '../../../test-support/pictures.ts';
import { DANA, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { deleteUnusedPictures } from './index.ts';

const DAY_MS = 24 * 3_600_000;
const PHOTO = png({ width: 40, height: 30 });

describe('A picture that a rep inserts', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const insert = (bytes: Buffer, rep = rae) => rep.panel.request('POST', '/v1/pictures', { content: bytes.toString('base64') });
  /** As the editor asks: without any header of ours. */
  const open = (src: string) => rig.service.app.inject({ method: 'GET', url: new URL(src).pathname });
  const draftWith = (src: string) => {
    return { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml: `<img src="${src}" alt="" />`, cc: [], bcc: [] };
  };
  const count = async (): Promise<number> => (await rig.database.ownerPool.query('select from email_pictures')).rowCount ?? 0;
  /** As it is so many days from now: the session and the mailbox of the rep would not live that long. */
  const cleanIn = (days: number) => deleteUnusedPictures(rig.database.pool, new Date(rig.clock.now().getTime() + days * DAY_MS));

  test('has an address that shows it to whoever has it, byte for byte, and can do nothing else', async () => {
    const { status, body } = await insert(PHOTO);
    assert.deepEqual([status, body.width, body.height], [201, 40, 30]);
    assert.match(body.src, /^http:\/\/localhost:\d+\/pictures\/00D000000000001EAA\.[\w-]{24}$/);
    const { statusCode, headers, rawPayload } = await open(body.src);
    assert.deepEqual([statusCode, rawPayload], [200, PHOTO]);
    assert.deepEqual(
      ['content-type', 'x-content-type-options', 'content-security-policy', 'cross-origin-resource-policy', 'cache-control'].map(
        (name) => headers[name],
      ),
      ['image/png', 'nosniff', "default-src 'none'", 'cross-origin', 'private, max-age=31536000, immutable'],
    );
  });

  test('cannot be found by guessing, nor in another org, nor while its org is stopped', async () => {
    const { src } = (await insert(PHOTO)).body;
    const others = [
      src.replace(/.$/, (last: string) => (last === 'A' ? 'B' : 'A')),
      src.replace('00D000000000001EAA', '00D000000000002EAA'),
      `${new URL(src).origin}/pictures/x`,
    ];
    for (const other of others) assert.equal((await open(other)).statusCode, 404, other);
    await rig.database.ownerPool.query('update orgs set stopped_at = now()');
    assert.equal((await open(src)).statusCode, 404);
    await rig.database.ownerPool.query('update orgs set stopped_at = null');
    assert.equal((await open(src)).statusCode, 200);
  });

  test('is one, however often it is inserted; that of a colleague is another', async () => {
    const noor = await rig.addRep(NOOR);
    const [first, again] = await Promise.all([insert(PHOTO), insert(PHOTO)]);
    assert.equal(again.body.src, first.body.src);
    assert.notEqual((await insert(PHOTO, noor)).body.src, first.body.src);
    assert.equal(await count(), 2);
  });

  test('is refused with a sentence when it is too large, or when mail programs do not all show it', async () => {
    const large = await insert(png({ extra: 2_000_000 }));
    assert.deepEqual([large.status, large.body.code], [413, 'picture_too_large']);
    assert.equal(large.body.title, 'This picture has 2.1 MB, and one picture may have 2 MB. Make it smaller, then insert it again.');
    const wide = await insert(png({ width: 10_001, height: 1 }));
    assert.deepEqual([wide.status, wide.body.code], [413, 'picture_too_large']);
    assert.match(wide.body.title, /^This picture is 10,001 pixels wide and 1 high, and each side may have 10,000\./);
    const svg = await insert(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    assert.deepEqual([svg.status, svg.body.code], [415, 'picture_type_refused']);
    assert.equal(await count(), 0);
  });

  test('is forgotten after seven days when no email has it', async () => {
    await insert(PHOTO);
    await cleanIn(6);
    assert.equal(await count(), 1);
    await cleanIn(8);
    assert.equal(await count(), 0);
  });

  test('is kept while a draft has it, and forgotten seven days after that was last looked at', async () => {
    const { src } = (await insert(GIF)).body;
    const { body: saved } = await rae.panel.request('PUT', '/v1/drafts', draftWith(src));
    await cleanIn(30);
    assert.equal(await count(), 1);
    await rae.panel.request('DELETE', `/v1/drafts/${saved.id}`);
    await cleanIn(36);
    assert.equal(await count(), 1);
    await cleanIn(38);
    assert.equal(await count(), 0);
  });

  test('is kept while a draft to many people has it, in the words for all or in those for one of them', async () => {
    const [forAll, forDana] = [(await insert(GIF)).body.src, (await insert(PHOTO)).body.src];
    const { id } = (await rae.panel.request('POST', '/v1/bulk-emails', { personIds: [DANA] })).body;
    const words = (src: string) => ({ subject: 'Hello', bodyHtml: `<img src="${src}" alt="" />` });
    await rae.panel.request('PUT', `/v1/bulk-emails/${id}/words`, words(forAll));
    await rae.panel.request('PUT', `/v1/bulk-emails/${id}/people/${DANA}/words`, words(forDana));
    await cleanIn(30);
    assert.equal(await count(), 2);
    await rae.panel.request('DELETE', `/v1/bulk-emails/${id}`);
    await cleanIn(38);
    assert.equal(await count(), 0);
  });

  test('is kept for good once it is in an email that was sent', async () => {
    const { src } = (await insert(PHOTO)).body;
    assert.equal((await rae.send({ bodyHtml: `<img src="${src}" alt="" />` })).status, 202);
    await cleanIn(30);
    await cleanIn(300);
    assert.equal((await open(src)).statusCode, 200);
  });

  test('that somebody inserts or sends again is not forgotten in that moment', async () => {
    const { src } = (await insert(PHOTO)).body;
    const past = new Date(rig.clock.now().getTime() - 30 * DAY_MS);
    const forgetUse = () => rig.database.ownerPool.query('update email_pictures set unused_since = $1', [past]);
    await forgetUse();
    assert.equal((await insert(PHOTO)).body.src, src);
    await cleanIn(0);
    await forgetUse();
    await rae.panel.request('PUT', '/v1/drafts', draftWith(src));
    await cleanIn(0);
    assert.equal(await count(), 1);
  });

  test('is refused when the rep has inserted 50 MB within a day, and taken again a day later', async () => {
    const first = rig.clock.now().getTime();
    for (let shade = 0; shade < 25; shade += 1) assert.equal((await insert(png({ shade, extra: 1_999_000 }))).status, 201);
    const { status, body } = await insert(png({ shade: 25, extra: 1_999_000 }));
    assert.deepEqual([status, body.code], [429, 'picture_quota_reached']);
    assert.match(body.title, /50 MB/);
    assert.ok(Math.abs(Date.parse(body.retryAt) - first - DAY_MS) < 60_000, body.retryAt);
    assert.equal((await insert(png({ shade: 0, extra: 1_999_000 }))).status, 201, 'one that is here already');
    rig.clock.advance(DAY_MS + 60_000);
    rae = { ...rae, panel: await rig.service.openPanel(rig.org, RAE) };
    assert.equal((await insert(png({ shade: 25, extra: 1_999_000 }))).status, 201);
  });
});
