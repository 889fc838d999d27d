import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { headersOf } from '../../../simulators/mail/raw-message.ts';
import { startMailServer, type MailServer } from '../../../test-support/mail-server.ts';
import { DANA, JO_OPTED_OUT, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const DANA_ADDRESS = 'dana@globex.example';
const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone', role: 'admin' } as const;

describe('A follow-up', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, string>[]> =>
    (await rig.database.ownerPool.query<Record<string, string>>(sql, values)).rows;
  /** Sends and waits until it has left. */
  const leaves = async (rep: Rep, draft: object = {}): Promise<string> => {
    const { status, body } = await rep.send(draft);
    assert.equal(status, 202, JSON.stringify(body));
    await rig.inState(rep, body.id, 'sent');
    return body.id;
  };
  const followUp = (rep: Rep, followsEmailId: string, draft: object = {}) =>
    leaves(rep, { subject: 'Re: Pricing for 40 seats', bodyHtml: '<p>And?</p>', followsEmailId, ...draft });
  /** The headers of what reached an address, oldest first. */
  const headersAt = async (address: string): Promise<Record<string, string>[]> =>
    (await rig.received(address)).reverse().map(({ raw }) => fieldsOf(Buffer.from(raw, 'base64')));
  const threadsOf = async (...ids: string[]): Promise<unknown[]> => {
    const found = await rows('select id, provider_thread_id as thread from sales_emails');
    return ids.map((id) => found.find((row) => row['id'] === id)?.['thread']);
  };

  for (const vendor of ['google', 'microsoft'] as const)
    test(`from ${vendor} stands in the thread of the first, at the recipient and in the mailbox`, async () => {
      await rig.simulator(vendor, 'POST', '/sim/settings', { rewriteMessageId: true });
      const rae = await rig.addRep(RAE, vendor);
      await rig.startWorker();
      const first = await leaves(rae);
      const second = await followUp(rae, first);
      const third = await followUp(rae, second);
      const [one, two, three] = await headersAt(DANA_ADDRESS);
      assert.ok(one?.['message-id'] && two?.['message-id']);
      assert.deepEqual([one['in-reply-to'], one['references']], [undefined, undefined]);
      assert.deepEqual([two['in-reply-to'], two['references']], [one['message-id'], one['message-id']]);
      assert.deepEqual([three?.['in-reply-to'], three?.['references']], [two['message-id'], `${one['message-id']} ${two['message-id']}`]);
      const threads = await threadsOf(first, second, third);
      assert.deepEqual([threads.every(Boolean), new Set(threads).size], [true, 1]);
    });

  test('of a long thread names the first and the last ones, on lines that every mail server takes', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const first = await leaves(rae);
    const [{ 'message-id': root = '' } = {}] = await headersAt(DANA_ADDRESS);
    await rows(
      `insert into sales_emails (org_id, id, user_id, record_id, record_object, person_id, person_object, subject, message_id, state,
         follows_email_id, first_email_id, created_at, updated_at)
       select e.org_id, ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, e.user_id, e.record_id, e.record_object, e.person_id,
              e.person_object, e.subject, '<' || n || repeat('x', 100) || '@acme.example>', 'sent',
              case n when 1 then e.id else ('00000000-0000-4000-8000-' || lpad((n - 1)::text, 12, '0'))::uuid end, e.id, now(), now()
         from sales_emails e cross join generate_series(1, 60) n where e.id = $1`,
      [first],
    );
    await rows(`update sales_emails set message_id = E'<60>\r\nBcc: eve@evil.example' where message_id like '<58x%'`);
    await followUp(rae, '00000000-0000-4000-8000-000000000060');
    const raw = Buffer.from((await rig.received(DANA_ADDRESS))[0]?.raw ?? '', 'base64').toString();
    const { references = '', 'in-reply-to': inReplyTo, bcc } = fieldsOf(Buffer.from(raw));
    const ids = references.split(' ');
    assert.deepEqual([ids[0], ids.length, ids.at(-1), bcc], [root, 20, inReplyTo, undefined]);
    assert.ok(inReplyTo?.startsWith('<60x'));
    assert.ok(raw.split('\r\n').every((line) => line.length < 998));
  });

  test('with another From leaves with its headers alone, through whatever channel', async () => {
    const server: MailServer = await startMailServer({ user: 'team' });
    try {
      await rig.org.addUser(AVERY);
      const admin = await rig.service.openPanel(rig.org, AVERY);
      const settings = { host: '127.0.0.1', port: server.port, security: 'none', username: 'team', password: server.password };
      assert.equal((await admin.request('PUT', '/v1/team-smtp', settings)).status, 200);
      const rae = await rig.addRep(RAE, 'google');
      const { body } = await rae.panel.request('POST', '/v1/identities', { address: 'rae@brand.example', name: 'Rae of Brand' });
      await rows(`update identities set verified_at = now(), verified_how = 'email' where id = $1`, [body.id]);
      await rig.startWorker();
      const first = await leaves(rae);
      const second = await followUp(rae, first, { identityId: body.id });
      await followUp(rae, second, { identityId: body.id });
      const [sent] = await headersAt(DANA_ADDRESS);
      const [two, three] = server.received.map(({ raw }) => fieldsOf(Buffer.from(raw)));
      assert.deepEqual([two?.['in-reply-to'], two?.['references']], [sent?.['message-id'], sent?.['message-id']]);
      assert.deepEqual(
        [three?.['in-reply-to'], three?.['references']],
        [two?.['message-id'], `${sent?.['message-id']} ${two?.['message-id']}`],
      );
      await followUp(rae, second, { identityId: null });
      assert.equal((await headersAt(DANA_ADDRESS)).at(-1)?.['in-reply-to'], two?.['message-id']);
    } finally {
      await rows('delete from team_smtp_servers');
      await server.close();
    }
  });

  test('is refused after anything but an own email to this person that has left, and nothing leaves', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const noor = await rig.addRep(NOOR, 'microsoft');
    await rig.setUndo(30);
    const waiting = (await rae.send()).body.id as string;
    await rig.setUndo(0);
    await rig.startWorker();
    const mine = await leaves(rae, { subject: 'Mine' });
    const hers = await leaves(noor, { subject: 'Hers' });
    const count = async () => (await rows('select 1 from sales_emails')).length;
    const before = await count();
    for (const draft of [
      { followsEmailId: hers },
      { followsEmailId: waiting },
      { followsEmailId: randomUUID() },
      { followsEmailId: mine, recordId: OMAR, personId: OMAR },
      { followsEmailId: mine, answersResponseId: randomUUID() },
    ]) {
      const { status, body } = await rae.send(draft);
      assert.deepEqual([status, body.code], [409, 'not_followable'], JSON.stringify(draft));
    }
    assert.equal(await count(), before);
  });

  test('to somebody who said no meanwhile is refused as every email', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const first = await leaves(rae);
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await rows(`update people set read_at = read_at - interval '1 hour'`);
    const { status, body } = await rae.send({ followsEmailId: first });
    assert.deepEqual([status, body.code], [409, 'recipient_opted_out']);
    assert.equal((await rae.send({ recordId: JO_OPTED_OUT, personId: JO_OPTED_OUT, followsEmailId: first })).body.code, 'not_followable');
  });

  test('keeps what it follows as a draft, and as the draft that an undone one becomes', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const followsEmailId = await leaves(rae);
    const draft = { recordId: DANA, personId: DANA, subject: 'Re: Pricing', bodyHtml: '<p>And?</p>', followsEmailId };
    const kept = async () => (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft;
    assert.equal((await rae.panel.request('PUT', '/v1/drafts', draft)).body.followsEmailId, followsEmailId);
    assert.equal((await kept()).followsEmailId, followsEmailId);
    await rig.setUndo(30);
    const { body } = await rae.send(draft);
    assert.equal(await kept(), null);
    assert.equal((await rae.panel.request('POST', `/v1/sales-emails/${body.id}/cancel`)).body.state, 'draft');
    assert.equal((await kept()).followsEmailId, followsEmailId);
    await rae.panel.request('PUT', '/v1/drafts', { ...draft, followsEmailId: null });
    assert.equal((await kept()).followsEmailId, null);
  });

  test('the same press twice follows once', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const followsEmailId = await leaves(rae);
    const key = randomUUID();
    const answers = await Promise.all([rae.send({ followsEmailId }, key), rae.send({ followsEmailId }, key)]);
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal((await rae.send({ followsEmailId: null }, key)).body.code, 'idempotency_key_reused');
  });
});

function fieldsOf(raw: Buffer): Record<string, string> {
  return Object.fromEntries(headersOf(raw).map(({ name, value }) => [name.toLowerCase(), value.replace(/\s+/g, ' ')]));
}
