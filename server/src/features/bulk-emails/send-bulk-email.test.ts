import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createBulkRig } from '../../../test-support/bulk-rig.ts';
import {
  ACME,
  DANA,
  GLOBEX,
  JO_OPTED_OUT,
  OMAR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';
import { png } from '../../../test-support/pictures.ts';
import { deleteUnusedFiles } from '../files/index.ts';
import { until } from '../../../test-support/until.ts';

const TWO_MINUTES_MS = 2 * 60_000;

describe('An email to many people that is sent', () => {
  let rig: SellingRig;
  let rae: Rep;
  let bulk: ReturnType<typeof createBulkRig>;
  before(async () => {
    rig = await startSellingRig();
    bulk = createBulkRig(rig, () => rae);
  });
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const sql = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(text, values)).rows;
  const asked = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;
  const stateOf = async (id: string): Promise<string> => (await bulk.ask('GET', `/${id}`)).body.state;
  const stop = (id: string) => bulk.ask('POST', `/${id}/stop`);
  const whatBecame = ({ people }: Answered): [string, string | null][] =>
    people.map(({ state, notSentBecause }: Answered) => [state, notSentBecause]);
  /** Until nothing of it waits and no vendor has any of it. */
  const settled = (id: string): Promise<Answered> =>
    until(
      'it is settled',
      async () => {
        await rig.work.sweep();
        const progress = await bulk.progress(id);
        const open = progress.people.filter(({ state }: Answered) => ['queued', 'scheduled', 'sending'].includes(state));
        return open.length === 0 ? progress : null;
      },
      { deadlineMs: 30_000 },
    );

  test('reaches the 187 of 200 who can get it, each with a message of their own, and names the other 13 with the reason', async () => {
    const good = await bulk.addLeads(185);
    const hidden = await bulk.addLeads(3, 300);
    const out = await Promise.all([400, 401, 402].map((number) => bulk.addLead(number, { HasOptedOutOfEmail: true })));
    const addressless = await Promise.all([500, 501].map((number) => bulk.addLead(number, { Email: null })));
    const same = await Promise.all(
      [1, 2, 3].map((number) => bulk.addLead(600 + number, { Email: `LEAD${String(number)}@globex.Example` })),
    );
    const [asking = ''] = await bulk.addLeads(1, 700);
    await rig.hide(RAE, { hiddenRecords: hidden });
    const others = [...hidden, ...out, ...addressless, ...same, asking, JO_OPTED_OUT];
    const draft = await bulk.ready([...good, DANA, OMAR, ...others], { subject: 'Hi {{first_name}}', bodyHtml: '<p>From {{my_name}}</p>' });
    await bulk.ownWords(draft.id, OMAR, { subject: 'Only for {{full name}}', bodyHtml: '<p>{{title}}</p>' });
    await bulk.ownWords(draft.id, asking, { subject: 'x', bodyHtml: '<p>{{! Ask}}</p>' });
    assert.equal((await bulk.check(draft.id)).willGet, 187);

    const { status, body } = await bulk.send(draft);
    assert.deepEqual([status, body.accepted, body.waiting, body.people.length], [202, 187, 187, 200]);
    const left = body.people.filter(({ notSentBecause }: Answered) => notSentBecause);
    const counted = Object.fromEntries(
      Map.groupBy(left, ({ notSentBecause }: Answered) => notSentBecause as string)
        .entries()
        .map(([reason, those]) => [reason, those.length]),
    );
    assert.deepEqual(counted, { not_visible: 3, opted_out: 4, no_email_address: 2, same_address: 3, prompts_left: 1 });
    const rows = await sql<{ person: string; subject: string; body: string; to: string; record: string; origin: string; priority: number }>(
      `select person_id as person, subject, body_html as body, to_address as to, record_id as record, origin, priority from sales_emails`,
    );
    assert.deepEqual([rows.length, new Set(rows.map(({ to }) => to)).size], [187, 187]);
    const of = (person: string) => rows.find((row) => row.person === person);
    assert.deepEqual(of(good[41] ?? ''), {
      person: good[41],
      subject: 'Hi First42',
      body: '<p>From Rae Ortiz</p>',
      to: 'lead42@globex.example',
      record: good[41],
      origin: 'bulk',
      priority: 20,
    });
    assert.match(of(OMAR)?.subject ?? '', /^Only for Omar Reyes$/);
    assert.equal(await stateOf(draft.id), 'accepted');
    const listed = (await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`)).body.salesEmails;
    assert.deepEqual([listed.length, listed[0].subject, listed[0].canUndo], [1, 'Hi Dana', true]);
    const [underWay] = (await bulk.ask('GET', '')).body.bulkEmails;
    assert.deepEqual([underWay.state, underWay.people, underWay.waiting], ['accepted', 200, 187]);
  });

  test('is accepted once: for two presses at once, again after a lost answer, and whatever else is asked of it later', async () => {
    const draft = await bulk.ready([DANA, OMAR, ...(await bulk.addLeads(8))], {}, { recordId: GLOBEX });
    const [first, second] = await Promise.all([bulk.send(draft), bulk.send(draft)]);
    assert.deepEqual([first.status, second.status], [202, 202]);
    const emails = ({ body }: { body: Answered }): string[] => body.people.map(({ salesEmailId }: Answered) => salesEmailId);
    assert.deepEqual(emails(first), emails(second));
    const again = await bulk.send({ ...draft, version: 1 });
    assert.deepEqual([again.status, emails(again), await bulk.kept()], [202, emails(first), 10]);
    const records = await sql<{ record: string }>('select distinct record_id as record from sales_emails');
    assert.deepEqual(records, [{ record: GLOBEX }]);
    for (const [method, path, body] of [
      ['GET', '/check'],
      ['GET', `/people/${DANA}/preview`],
      ['GET', `/people/${DANA}/words`],
      ['PUT', '/words', { subject: 'x', bodyHtml: '' }],
      ['POST', '/people', { personIds: [DANA] }],
      ['DELETE', `/people/${DANA}`],
      ['PUT', `/people/${DANA}/words`, { subject: 'x', bodyHtml: '' }],
      ['PUT', `/people/${DANA}/despite-bounce`, { value: true }],
      ['DELETE', ''],
    ] as const) {
      const answer = await bulk.ask(method, `/${draft.id}${path}`, body);
      assert.deepEqual([answer.status, answer.body.code], [409, 'bulk_email_accepted'], path);
    }
  });

  test('is not sent when it is not what the rep saw: older words, or people and own words that changed while it was sent', async () => {
    const draft = await bulk.ready([DANA, OMAR]);
    await bulk.write(draft.id, { subject: 'Newer' });
    const older = await bulk.send(draft);
    assert.deepEqual([older.status, older.body.code], [409, 'bulk_email_changed']);
    // The send looks at Salesforce, and meanwhile another tab changes it
    rig.clock.advance(TWO_MINUTES_MS);
    await rig.fault('salesforce', { match: { path: '/services/data' }, times: 1, action: { kind: 'delay', ms: 1_000 } });
    const before = await asked();
    const sending = bulk.send({ ...draft, version: 3 });
    await until('it has asked Salesforce', async () => (await asked()) > before);
    await bulk.ownWords(draft.id, DANA, { subject: 'x', bodyHtml: '' });
    const changed = await sending;
    assert.deepEqual([changed.status, changed.body.code, await bulk.kept()], [409, 'bulk_email_changed', 0]);
    assert.equal((await bulk.send({ ...draft, version: 3 })).status, 202);
  });

  test('goes to nobody who said no, or whom Salesforce does not show any more, since people were chosen', async () => {
    const [gone = '', kept = ''] = await bulk.addLeads(2);
    const draft = await bulk.ready([DANA, OMAR, gone, kept]);
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await rig.hide(RAE, { hiddenRecords: [OMAR] });
    await rig.simulator('salesforce', 'DELETE', `/sim/orgs/${ACME}/record/${gone}`);
    rig.clock.advance(TWO_MINUTES_MS);
    const { body } = await bulk.send(draft);
    assert.deepEqual(whatBecame(body), [
      [null, 'opted_out'],
      [null, 'not_visible'],
      [null, 'not_visible'],
      ['queued', null],
    ]);
  });

  test('may be as long as a single email, with pictures: all of it is accepted together, however many statements it takes', async () => {
    const { src } = (await rae.panel.request('POST', '/v1/pictures', { content: png({ width: 4, height: 3 }).toString('base64') })).body;
    const long = `<p><img src="${String(src)}" alt="Plan" /> {{first_name}} ${'word '.repeat(30_000)}</p>`;
    const draft = await bulk.ready([...(await bulk.addLeads(10)), PAT_WITHOUT_ADDRESS], { bodyHtml: long });
    const { body } = await bulk.send(draft);
    assert.deepEqual([body.accepted, body.people.at(-1).notSentBecause], [10, 'no_email_address']);
    const rows = await sql<{ at: Date }>('select distinct created_at as at from sales_emails where length(body_html) > 150000');
    assert.deepEqual([rows.length, await bulk.kept()], [1, 10]);
  });

  test('takes what a record says for words and never for fields', async () => {
    await rig.changeRecord(DANA, { Company: '{{sfdc_account_annual_revenue}}' });
    const draft = await bulk.ready([DANA], { bodyHtml: '<p>{{sfdc_company}}</p>' });
    assert.equal((await bulk.send(draft)).status, 202);
    const [row] = await sql<{ body: string }>('select body_html as body from sales_emails');
    assert.match(row?.body.replaceAll('\u2060', '') ?? '', /\{\{sfdc_account_annual_revenue\}\}/);
    assert.doesNotMatch(row?.body ?? '', /\{\{/);
  });

  test('stays a draft when nobody gets it, without a subject, with a lost picture, or when nothing of the rep can leave', async () => {
    const refused = async (draft: { id: string; version: number }): Promise<[number, string]> => {
      const { status, body } = await bulk.send(draft);
      assert.deepEqual([await stateOf(draft.id), await bulk.kept()], ['draft', 0]);
      return [status, body.code];
    };
    assert.deepEqual(await refused(await bulk.ready([PAT_WITHOUT_ADDRESS, JO_OPTED_OUT])), [409, 'nobody_gets_it']);
    const unnamed = await bulk.ready([DANA, OMAR], { subject: ' ' });
    assert.deepEqual(await refused(unnamed), [400, 'validation_failed']);
    const picture = `<p><img src="https://service.example/pictures/${ACME}.${'a'.repeat(24)}" alt="Plan" /></p>`;
    assert.deepEqual(await refused(await bulk.ready([DANA, OMAR], { bodyHtml: picture })), [422, 'picture_not_sendable']);
    const past = { date: '2020-01-01', time: '09:00', zone: 'UTC' };
    assert.deepEqual(await refused(await bulk.ready([DANA], { schedule: past })), [400, 'validation_failed']);
    await rig.database.ownerPool.query(`update email_connections set state = 'reconnect_required'`);
    const draft = await bulk.ready([DANA, OMAR]);
    assert.deepEqual(await refused(draft), [409, 'mailbox_reconnect_required']);
    await rig.database.ownerPool.query('update orgs set stopped_at = now()');
    assert.deepEqual(await refused(draft), [409, 'org_stopped']);
    await rig.database.ownerPool.query('update orgs set stopped_at = null');
    await rig.database.ownerPool.query('delete from email_connections');
    assert.deepEqual(await refused(draft), [409, 'mailbox_missing']);
    rig.clock.advance(TWO_MINUTES_MS);
    await rig.fault('salesforce', { match: { path: '/services/data' }, times: 1, action: { kind: 'status', status: 503, body: 'x' } });
    assert.deepEqual(await refused(draft), [502, 'salesforce_unavailable']);
  });

  test('that is scheduled waits as a whole, and Stop takes it back with its history and makes no draft of it', async () => {
    const tomorrow = new Date(rig.clock.now().getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
    const schedule = { date: tomorrow, time: '09:00', zone: 'UTC' };
    const draft = await bulk.ready([DANA, OMAR], { schedule });
    const sent = (await bulk.send(draft)).body;
    assert.deepEqual([sent.waiting, sent.lastLeavesAt, sent.schedule], [2, `${tomorrow}T09:00:00.000Z`, schedule]);
    const stopped = (await stop(draft.id)).body;
    assert.deepEqual([stopped.accepted, stopped.waiting, stopped.lastLeavesAt], [2, 0, null]);
    assert.deepEqual(
      stopped.people.map(({ state, reason }: Answered) => [state, reason]),
      [
        ['cancelled', 'cancelled_by_user'],
        ['cancelled', 'cancelled_by_user'],
      ],
    );
    const detail = (await rae.panel.request('GET', `/v1/sales-emails/${stopped.people[0].salesEmailId}`)).body;
    assert.deepEqual(
      detail.history.map(({ state }: Answered) => state),
      ['scheduled', 'cancelled'],
    );
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft, null);
    assert.deepEqual([(await stop(draft.id)).status, (await bulk.ask('POST', `/${draft.id}/stop`)).body.waiting], [200, 0]);
    assert.equal((await stop((await bulk.ready([DANA])).id)).status, 404);
  });

  test('stops while it is being sent: what is cancelled never arrives, what left arrived once, and nothing is lost', async () => {
    const ids = await bulk.addLeads(24);
    const draft = await bulk.ready(ids);
    await bulk.send(draft);
    await rig.startWorker();
    await until('the first have left', async () => (await bulk.progress(draft.id)).people.some(({ state }: Answered) => state === 'sent'));
    await Promise.all([stop(draft.id), stop(draft.id)]);
    const { people } = await settled(draft.id);
    const states = Map.groupBy(people as Answered[], ({ state }) => state as string);
    const [sent, cancelled] = [states.get('sent')?.length ?? 0, states.get('cancelled')?.length ?? 0];
    assert.equal(sent + cancelled, 24, JSON.stringify([...states.keys()]));
    assert.ok(sent > 0 && cancelled > 0, `${String(sent)} left, ${String(cancelled)} were cancelled`);
    for (const { email, state } of people)
      assert.equal((await rig.received(email)).length, state === 'sent' ? 1 : 0, `${String(email)} ${String(state)}`);
  });

  test('brings its files to everybody, keeps them as long as it is a draft, and is refused with what does not fit', async () => {
    const offer = Buffer.from('%PDF-1.7 An offer');
    const add = async (name: string, bytes = offer): Promise<string> => (await rae.panel.upload(name, bytes)).body.id;
    const [id, gone] = [await add('offer.pdf'), await add('gone.pdf')];
    const draft = await bulk.ready([DANA, OMAR], { attachmentIds: [id, gone] });
    await deleteUnusedFiles(
      { pool: rig.database.pool, objects: rig.connections.objects },
      new Date(rig.clock.now().getTime() + 8 * 86_400_000),
    );
    const { body } = await bulk.ask('GET', `/${draft.id}`);
    assert.deepEqual(
      [body.attachmentIds, body.attachments.map(({ name }: Answered) => name), body.sender.attachmentLimitBytes],
      [[id, gone], ['offer.pdf', 'gone.pdf'], 20_000_000],
    );
    await rae.panel.request('DELETE', `/v1/files/${gone}`);
    const refused = async (attachmentIds: string[]) =>
      (await bulk.send({ id: draft.id, version: await bulk.write(draft.id, { attachmentIds }) })).body.code;
    assert.equal(await refused([id, gone]), 'file_gone');
    assert.equal(await refused([id, await add('large.bin', Buffer.alloc(20_000_000, 1))]), 'files_too_large_for_email');
    assert.equal(await bulk.kept(), 0);

    const version = await bulk.write(draft.id, { attachmentIds: [id] });
    assert.equal((await bulk.send({ id: draft.id, version })).status, 202);
    const rows = await sql<{ ids: string[] }>(`select attachment_ids as ids from sales_emails where state <> 'draft'`);
    assert.deepEqual(rows, [{ ids: [id] }, { ids: [id] }]);
  });
});
