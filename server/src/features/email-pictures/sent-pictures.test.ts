import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { jpegHead, png } from '../../../test-support/pictures.ts';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const PHOTO = png({ width: 40, height: 30 });
const CHART = jpegHead(640, 480);

describe('A picture in a sales email', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const insert = async (rep: Rep, bytes: Buffer): Promise<string> =>
    (await rep.panel.request('POST', '/v1/pictures', { content: bytes.toString('base64') })).body.src;
  const letters = async () => {
    const received = await rig.received('dana@globex.example');
    return Promise.all(received.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'base64'))));
  };
  const sendAndWait = async (rep: Rep, bodyHtml: string): Promise<string> => {
    const { status, body } = await rep.send({ bodyHtml });
    assert.equal(status, 202, JSON.stringify(body));
    await rig.startWorker();
    await rig.inState(rep, body.id, 'sent');
    return body.id;
  };
  const draft = async (rep: Rep, bodyHtml: string) =>
    (await rep.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml, cc: [], bcc: [] })).body;

  for (const vendor of ['google', 'microsoft'] as const)
    test(`arrives from ${vendor} inside the message, once however often it is used`, async () => {
      const rep = vendor === 'google' ? rae : await rig.addRep(NOOR, 'microsoft');
      const [photo, chart] = [await insert(rep, PHOTO), await insert(rep, CHART)];
      await sendAndWait(
        rep,
        `<p>Look: <img src="${photo}" alt="Team photo" width="40" height="30" /> and <img src="${chart}" alt="" /></p>` +
          `<p>Again: <img src="${photo}" alt="Team photo" /></p>`,
      );
      const [letter] = await letters();
      assert.ok(letter);
      assert.deepEqual(
        letter.attachments.map(({ mimeType, filename, disposition, related }) => [mimeType, filename, disposition, related]),
        [
          ['image/png', 'picture-1.png', 'inline', true],
          ['image/jpeg', 'picture-2.jpg', 'inline', true],
        ],
      );
      assert.deepEqual(
        letter.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer)),
        [PHOTO, CHART],
      );
      const [first, second] = letter.attachments.map(({ contentId }) => `cid:${contentId?.slice(1, -1) ?? ''}`);
      const sources = [...(letter.html ?? '').matchAll(/<img src="([^"]*)"/g)].map(([, source]) => source);
      assert.deepEqual(sources, [first, second, first]);
      assert.doesNotMatch(letter.html ?? '', /http/);
      assert.equal(letter.text?.trim(), 'Look: [Team photo] and\nAgain: [Team photo]');
    });

  test('is shown in the preview before and after it has left, and nothing else is loaded there', async () => {
    await rig.setUndo(10);
    const photo = await insert(rae, PHOTO);
    const { body: row } = await rae.send({ bodyHtml: `<p><img src="${photo}" alt="Photo" /><img src="https://x.example/p.png" /></p>` });
    const preview = async (): Promise<string> => {
      const { previewUrl } = (await rae.panel.request('GET', `/v1/sales-emails/${row.id}`)).body;
      return (await rig.service.app.inject({ method: 'GET', url: new URL(previewUrl).pathname })).body;
    };
    const waiting = await preview();
    assert.ok(waiting.includes(`<img src="data:image/png;base64,${PHOTO.toString('base64')}" alt="Photo" />`));
    rig.clock.advance(60_000);
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    assert.equal(await preview(), waiting);
  });

  test('stays in a draft, and in the one that an email becomes when it is taken back', async () => {
    const photo = await insert(rae, PHOTO);
    const bodyHtml = `<p>Hi</p><img src="${photo}" alt="Photo" width="40" height="30" />`;
    const saved = await draft(rae, bodyHtml);
    assert.deepEqual([saved.bodyHtml, saved.lostPictures], [bodyHtml, []]);
    await rig.setUndo(10);
    const { body: row } = await rae.send({ bodyHtml });
    await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    const { draft: again } = (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body;
    assert.deepEqual([again.bodyHtml, again.lostPictures], [bodyHtml, []]);
  });

  test('that is gone, of a colleague or of another org is named as lost, and nothing is sent', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    const [gone, foreign] = [await insert(rae, PHOTO), await insert(noor, CHART)];
    await rig.database.ownerPool.query('delete from email_pictures where user_id = $1', [rae.user.id]);
    const ofAnother = gone.replace(ACME, '00D000000000009EAA');
    const lost = [gone, foreign, ofAnother].map((src, index) => `<img src="${src}" alt="Picture ${String(index + 1)}" />`);
    const bodyHtml = `<p>Hi</p>${lost.join('')}<img src="https://x.example/p.png" alt="Fine" />`;
    const names = ['Picture 1', 'Picture 2', 'Picture 3'];
    assert.deepEqual((await draft(rae, bodyHtml)).lostPictures, names);
    const { status, body } = await rae.send({ bodyHtml });
    assert.deepEqual([status, body.code, body.pictures], [422, 'picture_not_sendable', names]);
    assert.match(body.title, /^3 pictures cannot be sent \(Picture 1, Picture 2, Picture 3\)/);
  });

  test('that somebody takes out of the database while the email waits keeps it from leaving, and Retry names it', async () => {
    await rig.setUndo(10);
    const { body: row } = await rae.send({ bodyHtml: `<img src="${await insert(rae, PHOTO)}" alt="Team photo" />` });
    await rig.database.ownerPool.query('delete from email_pictures');
    rig.clock.advance(60_000);
    await rig.startWorker();
    const failed = await rig.inState(rae, row.id, 'failed');
    assert.equal(failed.reason, null);
    const { status, body } = await rae.panel.request('POST', `/v1/sales-emails/${row.id}/retry`);
    assert.deepEqual([status, body.code, body.pictures], [422, 'picture_not_sendable', ['Team photo']]);
    assert.deepEqual(await letters(), []);
  });

  test('is too much with others when the message would be larger than every vendor takes: the size and the room are said', async () => {
    const large = await Promise.all([1, 2].map((shade) => insert(rae, png({ shade, extra: 1_100_000 }))));
    const bodyHtml = large.map((src) => `<img src="${src}" alt="" />`).join('');
    const { status, body } = await rae.send({ bodyHtml });
    assert.deepEqual([status, body.code], [413, 'pictures_too_large']);
    assert.equal(body.title, 'The pictures of this email have 2.3 MB together, and 2 MB fit. Take one out, or make them smaller.');
    const besideWords = await rae.send({ bodyHtml: `<p>${'語'.repeat(100_000)}</p><img src="${large[0] ?? ''}" alt="" />` });
    assert.match(besideWords.body.title, /have 1\.2 MB together, and 0\.8 MB fit/);
  });
});
