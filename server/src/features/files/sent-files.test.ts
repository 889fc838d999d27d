import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { png } from '../../../test-support/pictures.ts';
import { ACME, DANA, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';

const OFFER = Buffer.from('%PDF-1.7 An offer');

describe('Files in a sales email', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const add = async (rep: Rep, name: string, bytes: Buffer): Promise<string> => {
    const { status, body } = await rep.panel.upload(name, bytes);
    assert.equal(status, 201, JSON.stringify(body));
    return body.id;
  };
  const letters = async () => {
    const received = await rig.received('dana@globex.example');
    return Promise.all(received.map(({ raw }) => PostalMime.parse(Buffer.from(raw, 'base64'))));
  };
  const arrivedLetters = () =>
    until('it has arrived', async () => {
      const arrived = await letters();
      return arrived.length > 0 ? arrived : null;
    });
  const filesOf = ({ attachments }: { attachments: { filename: string | null; disposition: string | null; content: unknown }[] }) =>
    attachments
      .filter(({ disposition }) => disposition === 'attachment')
      .map(({ filename, content }) => [filename, Buffer.from(content as ArrayBuffer)] as const);
  const sendAndWait = async (rep: Rep, draft: object) => {
    const { status, body } = await rep.send(draft);
    assert.equal(status, 202, JSON.stringify(body));
    await rig.startWorker();
    return rig.inState(rep, body.id, 'sent', 'failed');
  };

  for (const [vendor, size] of [
    ['google', 20_000],
    ['microsoft', 20_000],
    ['microsoft', 3_300_000],
  ] as const)
    test(`arrive from ${vendor} with ${String(size)} bytes, in their order, and stand in the detail and in the Task`, async () => {
      const rep = vendor === 'google' ? rae : await rig.addRep(NOOR, 'microsoft');
      const large = randomBytes(size);
      const attachmentIds = [
        await add(rep, 'Angebot für Dana.pdf', OFFER),
        await add(rep, 'Daten.bin', large),
        await add(rep, 'angebot für dana.pdf', Buffer.from('another')),
      ];
      const { src } = (await rep.panel.request('POST', '/v1/pictures', { content: png({}).toString('base64') })).body;
      const detail = await sendAndWait(rep, { bodyHtml: `<p>See <img src="${src}" alt="" /></p>`, attachmentIds });
      assert.deepEqual(
        detail.attachments.map(({ id, name }: { id: string; name: string }) => [id, name]),
        [
          [attachmentIds[0], 'Angebot für Dana.pdf'],
          [attachmentIds[1], 'Daten.bin'],
          [attachmentIds[2], 'angebot für dana.pdf'],
        ],
      );
      const [letter, ...others] = await arrivedLetters();
      assert.ok(letter && others.length === 0);
      assert.deepEqual(
        filesOf(letter).map(([name]) => name),
        ['Angebot für Dana.pdf', 'Daten.bin', 'angebot für dana (2).pdf'],
      );
      assert.ok(filesOf(letter).every(([, bytes], index) => bytes.equals([OFFER, large, Buffer.from('another')][index] as Buffer)));
      assert.match(letter.html ?? '', /<img src="cid:/);
      await rig.writeToSalesforce(rep);
      const [task] = await rig.tasks();
      assert.match(String(task?.['Description']), /\n\nAttachments: Angebot für Dana\.pdf, Daten\.bin, angebot für dana\.pdf$/);
    });

  test('stay in a draft, in one that an email becomes again, and are no part of what follows', async () => {
    const attachmentIds = [await add(rae, 'a.pdf', OFFER), await add(rae, 'b.pdf', OFFER)];
    const draft = { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml: '<p>Hi</p>', attachmentIds };
    const { body: saved } = await rae.panel.request('PUT', '/v1/drafts', draft);
    assert.deepEqual(
      saved.attachments.map(({ name, size }: { name: string; size: number }) => [name, size]),
      [
        ['a.pdf', OFFER.length],
        ['b.pdf', OFFER.length],
      ],
    );
    await rig.setUndo(10);
    const { body: row } = await rae.send(draft);
    await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    const { body: compose } = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.deepEqual(
      [compose.draft.attachmentIds, compose.attachmentLimitBytes, compose.attachmentLimitReason],
      [attachmentIds, 20_000_000, 'mail_servers'],
    );
  });

  test('are told apart under one idempotency key', async () => {
    const key = randomUUID();
    const attachmentIds = [await add(rae, 'a.pdf', OFFER)];
    const first = await rae.send({ attachmentIds }, key);
    assert.equal((await rae.send({ attachmentIds }, key)).body.id, first.body.id);
    assert.equal((await rae.send({}, key)).body.code, 'idempotency_key_reused');
  });

  test('of a colleague or more than 20 MB together are refused before anything is accepted', async () => {
    const noor = await rig.addRep(NOOR);
    assert.equal((await rae.send({ attachmentIds: [await add(noor, 'a.pdf', OFFER)] })).body.code, 'file_gone');
    const large = [await add(rae, 'a.bin', OFFER), await add(rae, 'b.bin', OFFER)];
    await rig.database.ownerPool.query('update files set size = 10050000');
    const { status, body } = await rae.send({ attachmentIds: large });
    assert.deepEqual([status, body.code], [413, 'files_too_large_for_email']);
    assert.match(body.title, /^The files of this email have 20\.1 MB together, and 20 MB fit\./);
  });

  test('have 2 MB at most from Outlook without drafts, beside what pictures and words take; the window says so', async () => {
    const noor = await rig.addRep(NOOR, 'microsoft', 'send');
    const { body: compose } = await noor.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.deepEqual([compose.attachmentLimitBytes, compose.attachmentLimitReason], [2_000_000, 'mailbox_permission']);
    const attachmentIds = [await add(noor, 'a.bin', randomBytes(1_900_000))];
    const { src } = (await noor.panel.request('POST', '/v1/pictures', { content: png({ extra: 500_000 }).toString('base64') })).body;
    const refused = await noor.send({ attachmentIds, bodyHtml: `<img src="${src}" alt="" />` });
    assert.deepEqual([refused.status, refused.body.code], [413, 'files_too_large_for_email']);
    assert.match(refused.body.title, /have 1\.9 MB together, and 1\.4 MB fit: MSI Actions may send from your Outlook mailbox/);
    assert.equal((await sendAndWait(noor, { attachmentIds })).state, 'sent');
    assert.equal((await arrivedLetters()).length, 1);
  });

  test('whose store does not answer keep their email for a minute, and others leave; then it leaves once', async () => {
    const attachmentIds = [await add(rae, 'a.pdf', OFFER)];
    const { objects } = rig.connections;
    const get = objects.get.bind(objects);
    objects.get = () => Promise.reject(new Error('The store is down'));
    const { body: waiting } = await rae.send({ attachmentIds });
    const { body: other } = await rae.send({ personId: OMAR, recordId: OMAR });
    await rig.startWorker();
    await rig.inState(rae, other.id, 'sent');
    const detail = await until('the email waits', async () => {
      const { body } = await rae.panel.request('GET', `/v1/sales-emails/${waiting.id}`);
      return body.reason === 'sending_delayed' ? body : null;
    });
    assert.ok(Date.parse(detail.waitsUntil) > rig.clock.now().getTime());
    objects.get = get;
    rig.clock.advance(61_000);
    await rig.inState(rae, waiting.id, 'sent');
    assert.equal((await arrivedLetters()).length, 1);
  });

  test('that somebody takes out of the store or the database keep their email from leaving, and Retry says so', async () => {
    const attachmentIds = [await add(rae, 'a.pdf', OFFER)];
    await rig.connections.objects.delete({ orgId: ACME, id: attachmentIds[0] ?? '' });
    const { id, state } = await sendAndWait(rae, { attachmentIds });
    assert.deepEqual([state, await letters()], ['failed', []]);
    await rig.database.ownerPool.query('delete from files');
    const { status, body } = await rae.panel.request('POST', `/v1/sales-emails/${id}/retry`);
    assert.deepEqual([status, body.code], [409, 'file_gone']);
  });
});
