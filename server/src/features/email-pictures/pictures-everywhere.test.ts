import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import { png } from '../../../test-support/pictures.ts';
import { DANA, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { MOST_BYTES } from './limits.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;
const PHOTO = png({ width: 40, height: 30 });
/** What a PNG has besides: header, one pixel and the frames of its chunks. */
const FRAME_BYTES = png({ width: 1, height: 1, extra: 1 }).length - 1;
/** As large as all pictures of an email may be. */
const LARGEST = png({ width: 1, height: 1, extra: MOST_BYTES - FRAME_BYTES });

/** To compare megabytes without a difference that takes minutes to print. */
function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('Pictures leave alike by every way', () => {
  let rig: SellingRig;
  let server: MailServer;
  before(async () => {
    rig = await startSellingRig();
    server = await startMailServer({ user: 'team' });
  });
  beforeEach(async () => {
    await rig.reset();
    await rig.database.ownerPool.query('delete from team_smtp_servers');
    Object.assign(server, { received: [], fault: null });
  });
  after(async () => {
    await rig.close();
    await server.close();
  });

  const insert = async (rep: Rep, bytes: Buffer): Promise<string> =>
    (await rep.panel.request('POST', '/v1/pictures', { content: bytes.toString('base64') })).body.src;
  const sendPicture = async (rep: Rep, bytes: Buffer): Promise<string> => {
    const { status, body } = await rep.send({ bodyHtml: `<p>Look</p><img src="${await insert(rep, bytes)}" alt="Photo" />` });
    assert.equal(status, 202, JSON.stringify(body));
    return body.id;
  };
  const received = async () => (await rig.received('dana@globex.example')).map(({ raw }) => Buffer.from(raw, 'base64'));
  const picturesIn = async (raw: Buffer | string): Promise<string[]> =>
    (await PostalMime.parse(raw)).attachments.map(({ content }) => hashOf(Buffer.from(content as ArrayBuffer)));

  for (const [vendor, person] of [
    ['google', RAE],
    ['microsoft', NOOR],
  ] as const)
    test(`the most that an email may have leaves through ${vendor}`, async () => {
      assert.equal(LARGEST.length, MOST_BYTES);
      const rep = await rig.addRep(person, vendor);
      const id = await sendPicture(rep, LARGEST);
      await rig.startWorker();
      await rig.inState(rep, id, 'sent');
      const [raw] = await received();
      assert.deepEqual(await picturesIn(raw ?? ''), [hashOf(LARGEST)]);
    });

  test('through the mail server of the team they arrive too', async () => {
    await rig.org.addUser(AVERY);
    const admin = await rig.service.openPanel(rig.org, AVERY);
    const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'team', password: 'right' };
    assert.equal((await admin.request('PUT', '/v1/team-smtp', settings)).status, 200);
    const rae = await rig.addRep(RAE);
    const { body } = await rae.panel.request('POST', '/v1/identities', { address: 'rae@brand.example', name: 'Rae' });
    await rig.database.ownerPool.query(`update identities set verified_at = now(), verified_how = 'email' where id = $1`, [body.id]);
    await rae.panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true });
    const id = await sendPicture(rae, PHOTO);
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
    assert.equal(server.received.length, 1);
    assert.deepEqual(await picturesIn(server.received[0]?.raw ?? ''), [hashOf(PHOTO)]);
  });

  for (const [when, path, effect] of [
    ['the answer about its draft is lost', '/v1\\.0/me/messages', 'after'],
    ['the draft is not made', '/v1\\.0/me/messages', 'before'],
    ['the answer about its sending is lost', '/v1\\.0/me/messages/[^/]+/send', 'after'],
  ] as const)
    test(`from Outlook they arrive once when ${when}`, async () => {
      const noor = await rig.addRep(NOOR, 'microsoft');
      await rig.fault('microsoft', { match: { method: 'POST', path: `${path}$` }, times: 1, effect, action: { kind: 'cut' } });
      const id = await sendPicture(noor, PHOTO);
      await rig.startWorker();
      await rig.inState(noor, id, 'sent');
      const letters = await received();
      assert.deepEqual(await Promise.all(letters.map(picturesIn)), [[hashOf(PHOTO)]]);
    });

  test('what quotes an email has its pictures too, and they are embedded again', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const id = await sendPicture(rae, PHOTO);
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
    const { followUp } = (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}&followsEmailId=${id}`)).body;
    const next = await rae.send({ bodyHtml: `<p>Well?</p>${String(followUp.quoteHtml)}`, followsEmailId: id, subject: followUp.subject });
    assert.equal(next.status, 202, JSON.stringify(next.body));
    await rig.inState(rae, next.body.id, 'sent');
    const letters = await received();
    assert.deepEqual(await Promise.all(letters.map(picturesIn)), [[hashOf(PHOTO)], [hashOf(PHOTO)]]);
  });
});
