import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { headerOf } from '../../../simulators/mail/raw-message.ts';
import { until } from '../../../test-support/until.ts';
import {
  ACME,
  DANA,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

const DANA_ADDRESS = 'dana@globex.example';

describe('The window of a follow-up and of a reply', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    await rows('delete from mailbox_policies');
  });
  after(() => rig.close());

  const rows = async (sql: string, values: unknown[] = []): Promise<Record<string, string>[]> =>
    (await rig.database.ownerPool.query<Record<string, string>>(sql, values)).rows;
  const allowBodies = ({ user }: Rep) =>
    rows(
      `insert into mailbox_policies (org_id, google_tier, microsoft_tier, updated_at, updated_by)
       values ($1, 'bodies', 'bodies', now(), $2)`,
      [ACME, user.id],
    );
  const leaves = async (rep: Rep, draft: object = {}): Promise<string> => {
    const { body } = await rep.send(draft);
    await rig.inState(rep, body.id, 'sent');
    return body.id;
  };
  const opened = ({ panel }: Rep, id: string, more = '', recordId = DANA) =>
    panel.request('GET', `/v1/compose?recordId=${recordId}&followsEmailId=${id}${more}`);
  const begun = async (rep: Rep, id: string, more = ''): Promise<Answered> => (await opened(rep, id, more)).body.followUp;
  const rowOf = async ({ panel }: Rep, id: string): Promise<Answered> =>
    (await panel.request('GET', `/v1/sales-emails?recordId=${DANA}`)).body.salesEmails.find((row: Answered) => row.id === id);
  const isAnswered = (rep: Rep, id: string): Promise<Answered> =>
    until('the reply is noticed', async () => {
      await rows('update mailbox_watches set next_check_at = $1 where checker_lease_until is null', [rig.clock.now()]);
      await rig.work.sweep();
      const row = await rowOf(rep, id);
      return row.responses?.repliedAt ? row : null;
    });

  test('begins with the person, the subject once answered, and what was sent, in the words and the time of the rep', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rows(`update users set chosen_language = 'de', chosen_locale = 'de-DE', chosen_time_zone = 'Europe/Berlin'`);
    await rig.startWorker();
    const id = await leaves(rae, { subject: 'RE: re[2]: Pricing', cc: ['omar@globex.example'], bodyHtml: '<p>Hi <b>Dana</b></p>' });
    await rows(`update sales_emails set sent_at = '2026-11-12T08:12:00Z', from_name = 'Rae <Ortiz>' where id = $1`, [id]);
    const { person, subject, cc, quoteHtml, ...others } = await begun(rae, id);
    assert.deepEqual([person.id, person.email, subject, cc], [DANA, DANA_ADDRESS, 'Re: Pricing', ['omar@globex.example']]);
    assert.equal(
      quoteHtml,
      '<p>Am 12. November 2026 um 09:12 MEZ schrieb Rae &lt;Ortiz&gt;:</p><blockquote><p>Hi <b>Dana</b></p></blockquote>',
    );
    assert.deepEqual(others, { followsEmailId: id, answersResponseId: null, identityId: null, quoteProblem: null });
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.followUp, null);
    assert.deepEqual(await rowOf(rae, id).then((row) => [row.canFollowUp, row.canReply, row.threadId]), [true, false, null]);
    const second = await leaves(rae, { followsEmailId: id });
    const third = await leaves(rae, { followsEmailId: second });
    assert.deepEqual([(await rowOf(rae, second)).threadId, (await rowOf(rae, third)).threadId], [id, id]);
  });

  test('leaves a quote out that would leave no room for new words, and says so', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const id = await leaves(rae, { bodyHtml: `<p>${'x'.repeat(120_000)}</p>` });
    assert.deepEqual(await begun(rae, id).then((it) => [it.quoteHtml, it.quoteProblem]), ['', 'too_large']);
  });

  test('is for the sender alone, and for what has left', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const noor = await rig.addRep(NOOR, 'microsoft');
    await noor.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    await rig.setUndo(30);
    const waiting = (await rae.send()).body.id;
    await rig.setUndo(0);
    await rig.startWorker();
    const id = await leaves(rae);
    assert.deepEqual([(await opened(noor, id)).body.code, (await opened(rae, waiting)).body.code], ['not_found', 'not_followable']);
    assert.equal((await opened(rae, id, '&reply=true')).body.code, 'not_followable');
    const seen = await rowOf(noor, id);
    assert.deepEqual([seen.canFollowUp, seen.canReply], [false, false]);
  });

  test('in the panel of somebody who got a copy nothing is offered', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const id = await leaves(rae, { cc: ['omar@globex.example'] });
    await rae.panel.request('GET', `/v1/panel?recordId=${OMAR}`);
    const { body } = await rae.panel.request('GET', `/v1/sales-emails?recordId=${OMAR}`);
    const row = body.salesEmails.find((one: Answered) => one.id === id);
    assert.deepEqual([row.copiedTo.field, row.canFollowUp], ['cc', false]);
  });

  for (const vendor of ['google', 'microsoft'] as const)
    test(`from ${vendor}: a reply is quoted, answered in its thread, and what answers it counts for the answer`, async () => {
      const rae = await rig.addRep(vendor === 'google' ? RAE : NOOR, vendor, 'bodies');
      await allowBodies(rae);
      await rig.startWorker();
      const id = await leaves(rae);
      await rig.prospectDoes(DANA_ADDRESS, 'reply', { text: 'Which price? <script>alert(1)</script>' });
      assert.equal((await isAnswered(rae, id)).canReply, true);
      const { answersResponseId, quoteHtml, quoteProblem, cc, subject } = await begun(rae, id, '&reply=true');
      assert.deepEqual([typeof answersResponseId, quoteProblem, cc, subject], ['string', null, [], 'Re: Pricing for 40 seats']);
      assert.match(quoteHtml, /^<p>On .* wrote:<\/p><blockquote>.*Which price\? &lt;script&gt;/s);
      const answer = await leaves(rae, { subject, followsEmailId: id, answersResponseId });
      const [second, first] = (await rig.received(DANA_ADDRESS)).map(({ raw }) => Buffer.from(raw, 'base64'));
      const [{ message_id: replyId = '' } = {}] = await rows('select message_id from responses');
      const words = (name: string) => headerOf(second ?? Buffer.alloc(0), name)?.replace(/\s+/g, ' ');
      assert.ok(first && replyId);
      assert.deepEqual([words('In-Reply-To'), words('References')], [replyId, `${headerOf(first, 'Message-ID')} ${replyId}`]);
      const threads = await rows('select distinct provider_thread_id from sales_emails');
      assert.equal(threads.length, 1);
      await rig.prospectDoes(DANA_ADDRESS, 'reply', { text: 'I see.' });
      await isAnswered(rae, answer);
      const counts = await rows('select sales_email_id as id, count(*)::int as n from responses group by 1');
      assert.deepEqual(
        new Map(counts.map((row) => [row['id'], row['n']])),
        new Map<unknown, unknown>([
          [id, 1],
          [answer, 1],
        ]),
      );
    });

  test('an answer to the first email counts for the first, although another has followed it', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.startWorker();
    const id = await leaves(rae);
    await rig.prospectDoes(DANA_ADDRESS, 'reply', { text: 'Yes' });
    const second = await leaves(rae, { followsEmailId: id });
    assert.ok((await isAnswered(rae, id)).responses.repliedAt);
    assert.equal((await rowOf(rae, second)).responses, null);
  });

  test('no reply is offered or read while the admin allows headers only', async () => {
    const rae = await rig.addRep(NOOR, 'microsoft');
    await rig.startWorker();
    const id = await leaves(rae);
    await rig.prospectDoes(DANA_ADDRESS, 'reply', { text: 'A secret' });
    assert.equal((await isAnswered(rae, id)).canReply, false);
    assert.deepEqual(await begun(rae, id, '&reply=true').then((it) => [it.quoteHtml, it.quoteProblem]), ['', 'not_readable']);
    const { requests } = await rig.simulator('microsoft', 'GET', '/sim/requests?path=/v1.0/me/messages');
    assert.deepEqual(
      requests.filter(({ path }: { path: string }) => path.endsWith('/$value')),
      [],
    );
  });

  test('without the reply at its vendor the window opens all the same', async () => {
    const rae = await rig.addRep(NOOR, 'microsoft');
    await allowBodies(rae);
    await rig.startWorker();
    const id = await leaves(rae);
    await rig.prospectDoes(DANA_ADDRESS, 'reply', { text: 'Yes' });
    await isAnswered(rae, id);
    await rig.fault('microsoft', {
      match: { path: '/v1.0/me/messages/.+/\\$value' },
      times: -1,
      action: { kind: 'status', status: 503, body: '' },
    });
    const { quoteProblem, answersResponseId } = await begun(rae, id, '&reply=true');
    assert.deepEqual([quoteProblem, typeof answersResponseId], ['not_readable', 'string']);
  });
});
