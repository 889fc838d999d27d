import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createBulkRig } from '../../../test-support/bulk-rig.ts';
import {
  DANA,
  GLOBEX,
  GLOBEX_DEAL,
  JO_OPTED_OUT,
  NOOR,
  OMAR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

describe('A draft of an email to many people', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  let bulk: ReturnType<typeof createBulkRig>;
  before(() => void (bulk = createBulkRig(rig, () => rae)));
  const people = async (id: string): Promise<Answered[]> => (await bulk.ask('GET', `/${id}`)).body.people;
  const names = async (id: string): Promise<string[]> => (await people(id)).map(({ personName }) => personName);
  const reasons = async (id: string): Promise<(string | null)[]> => (await bulk.check(id)).people.map(({ reason }: Answered) => reason);
  const open = (url: string) => rig.service.app.inject({ method: 'GET', url: new URL(url).pathname });
  const asked = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;

  test('keeps people in the order chosen, each once, and says whom Salesforce does not show', async () => {
    await rig.hide(RAE, { hiddenRecords: [JO_OPTED_OUT] });
    const begun = await bulk.begin([OMAR, DANA, OMAR.slice(0, 15), JO_OPTED_OUT]);
    assert.deepEqual(
      begun.people.map(({ personId, personName }: Answered) => [personId, personName]),
      [
        [OMAR, 'Omar Reyes'],
        [DANA, 'Dana Whitfield'],
        [JO_OPTED_OUT, null],
      ],
    );
    assert.deepEqual([begun.state, begun.subject, begun.recordId, begun.sender.from.address], ['draft', '', null, 'rae@acme.example']);
    await bulk.ask('POST', `/${begun.id}/people`, { personIds: [DANA, PAT_WITHOUT_ADDRESS] });
    await bulk.ask('DELETE', `/${begun.id}/people/${OMAR}`);
    assert.deepEqual(await names(begun.id), ['Dana Whitfield', null, 'Pat Moreno']);
  });

  test('stands at an Account or Opportunity that the rep may see, and at nothing else', async () => {
    const onDeal = await bulk.begin([OMAR], { recordId: GLOBEX_DEAL });
    assert.deepEqual([onDeal.recordId, onDeal.recordName], [GLOBEX_DEAL, 'Globex - 40 seats']);
    assert.equal((await bulk.begin([OMAR], { recordId: DANA })).recordId, null);
    await rig.hide(RAE, { hiddenRecords: [GLOBEX] });
    assert.equal((await bulk.ask('POST', '', { personIds: [OMAR], recordId: GLOBEX })).status, 404);
    const wrong = await bulk.ask('POST', '', { personIds: [OMAR, GLOBEX_DEAL] });
    assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [400, '/personIds/1']);
  });

  test('takes 200 people and no more', async () => {
    const ids = Array.from({ length: 200 }, (_, number) => `00Q${String(500_000 + number).padStart(12, '0')}`);
    const { id } = await bulk.begin(ids);
    const { status, body } = await bulk.ask('POST', `/${id}/people`, { personIds: [DANA] });
    assert.deepEqual([status, body.errors[0].detail], [400, 'One email goes to 200 people at most. Choose fewer.']);
    assert.equal((await people(id)).length, 200);
    assert.equal((await bulk.ask('POST', '', { personIds: [...ids, DANA] })).status, 400);
  });

  test('keeps own words when those for all change, and gives them back one by one or all at once', async () => {
    const { id } = await bulk.begin([DANA, OMAR]);
    const wordsOf = async (personId: string): Promise<string> => (await bulk.ask('GET', `/${id}/people/${personId}/words`)).body.subject;
    assert.equal(await bulk.write(id, { subject: 'H', bodyHtml: '<p onclick="x()">a</p>' }), 2);
    assert.equal((await bulk.ask('GET', `/${id}`)).body.bodyHtml, '<p>a</p>');
    const late = { subject: 'Late', bodyHtml: '', version: 1 };
    assert.equal((await bulk.ask('PUT', `/${id}/words`, late)).body.code, 'bulk_email_changed');
    const lost = await bulk.ask('PUT', `/${id}/words`, { subject: 'H', bodyHtml: '<p>a</p>', version: 1 });
    assert.deepEqual([lost.status, lost.body.version], [200, 2]);
    assert.equal((await bulk.ownWords(id, DANA, { subject: 'For Dana', bodyHtml: '<p>b</p>' })).status, 204);
    assert.equal(await bulk.write(id, { subject: 'For all' }), 3);
    assert.deepEqual([await wordsOf(DANA), await wordsOf(OMAR)], ['For Dana', 'For all']);
    assert.deepEqual(
      (await people(id)).map(({ hasOwnWords }) => hasOwnWords),
      [true, false],
    );
    await bulk.ask('DELETE', `/${id}/people/${DANA}/words`);
    assert.equal(await wordsOf(DANA), 'For all');
    await bulk.ownWords(id, OMAR, { subject: 'For Omar', bodyHtml: '' });
    await bulk.ask('DELETE', `/${id}/own-words`);
    assert.equal(await wordsOf(OMAR), 'For all');
    assert.equal((await bulk.ownWords(id, JO_OPTED_OUT, { subject: 'x', bodyHtml: '' })).status, 404);
  });

  test('is nobody else’s: a colleague reaches neither it nor its people, and it is listed for its rep alone', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    const { id } = await bulk.ready([DANA]);
    const { previewUrl } = (await bulk.ask('GET', `/${id}/people/${DANA}/preview`)).body;
    const doors = [
      ['GET', ''],
      ['DELETE', ''],
      ['PUT', '/words', { subject: 'x', bodyHtml: '' }],
      ['POST', '/people', { personIds: [OMAR] }],
      ['DELETE', `/people/${DANA}`],
      ['GET', `/people/${DANA}/words`],
      ['PUT', `/people/${DANA}/words`, { subject: 'x', bodyHtml: '' }],
      ['DELETE', `/people/${DANA}/words`],
      ['PUT', `/people/${DANA}/despite-bounce`, { value: true }],
      ['DELETE', '/own-words'],
      ['GET', '/check'],
      ['GET', `/people/${DANA}/preview`],
      ['POST', '/send', { version: 2 }],
      ['GET', '/progress'],
      ['POST', '/stop'],
    ] as const;
    for (const [method, path, body] of doors)
      assert.equal((await bulk.ask(method, `/${id}${path}`, body, noor)).status, 404, `${method} ${path}`);
    assert.deepEqual((await bulk.ask('GET', '', undefined, noor)).body, { bulkEmails: [] });
    const [listed] = (await bulk.ask('GET', '')).body.bulkEmails;
    assert.deepEqual([listed.id, listed.state, listed.people, listed.waiting], [id, 'draft', 1, 0]);
    assert.equal((await open(previewUrl)).statusCode, 200);
    assert.equal((await bulk.ask('DELETE', `/${id}`)).status, 204);
    assert.deepEqual([(await open(previewUrl)).statusCode, (await bulk.ask('GET', `/${id}`)).status], [404, 404]);
    const rubbish = await bulk.ask('GET', '/rubbish');
    assert.deepEqual([rubbish.status, rubbish.body.errors[0].detail], [400, (await bulk.ask('GET', `/${id}`)).body.title]);
  });

  test('is shown for each of its people as it leaves, and for nobody else', async () => {
    const { id } = await bulk.ready([DANA, OMAR], { bodyHtml: '<p>{{company}} {{my_name}}</p>' });
    await bulk.ownWords(id, OMAR, { subject: 'Dear {{first_name}}', bodyHtml: '<p>{{! Say why}}</p>' });
    const preview = async (personId: string) => (await bulk.ask('GET', `/${id}/people/${personId}/preview`)).body;
    const dana = await preview(DANA);
    assert.deepEqual([dana.subject, dana.text, dana.prompts], ['Hi Dana', 'Globex Rae Ortiz', []]);
    assert.match((await open(dana.previewUrl)).body, />Globex Rae Ortiz</);
    const omar = await preview(OMAR);
    assert.deepEqual([omar.subject, omar.prompts], ['Dear Omar', ['Say why']]);
    assert.equal((await bulk.ask('GET', `/${id}/people/${PAT_WITHOUT_ADDRESS}/preview`)).status, 404);
    await rig.hide(RAE, { hiddenRecords: [DANA] });
    assert.deepEqual([(await open(dana.previewUrl)).statusCode, (await open(omar.previewUrl)).statusCode], [404, 200]);
  });

  test('says of each person why nothing goes there, the first reason of several', async () => {
    const spelled = await bulk.addLead(1, { Email: 'DANA@Globex.example' });
    const untitled = await bulk.addLead(2, { Title: null });
    const prompted = await bulk.addLead(3);
    const long = await bulk.addLead(4);
    const without = await bulk.addLead(5);
    const shared = await bulk.addLead(6, { Email: 'jo@umbrella.example' });
    await rae.panel.request('GET', `/v1/people?recordId=${JO_OPTED_OUT}`);
    const { id } = await bulk.ready([PAT_WITHOUT_ADDRESS, DANA, spelled, shared, untitled, prompted, long, without, OMAR]);
    await bulk.ownWords(id, untitled, { subject: 'x', bodyHtml: '<p>{{sfdc_title}}</p>' });
    await bulk.ownWords(id, prompted, { subject: 'x', bodyHtml: '<p>{{! Say why}} {{sfdc_nothing}}</p>' });
    await bulk.ownWords(id, long, { subject: '{{company}}'.repeat(90), bodyHtml: `<p>${'{{company}} '.repeat(16_000)}</p>` });
    await rig.changeRecord(long, { Company: 'A company with a name that is long' });
    await bulk.ownWords(id, without, { subject: '{{title}} ', bodyHtml: '<p>a</p>' });
    await rig.changeRecord(without, { Title: null });
    await rig.hide(RAE, { hiddenRecords: [OMAR] });
    rig.clock.advance(2 * 60_000);
    const check = await bulk.check(id);
    assert.deepEqual(
      check.people.map(({ reason }: Answered) => reason),
      [
        'no_email_address',
        null,
        'same_address',
        'address_opted_out',
        'fields_unresolved',
        'prompts_left',
        'too_large',
        'no_subject',
        'not_visible',
      ],
    );
    assert.deepEqual([check.willGet, check.people[2].sameAddressAs], [1, 'Dana Whitfield']);
    assert.deepEqual(check.people[4].unresolved, [{ field: 'sfdc_title', reason: 'empty' }]);
    assert.deepEqual(check.people[5].prompts, ['Say why']);
    assert.deepEqual((await people(id)).at(-1)?.personName, null);
    // Corrected, and seen when the rep comes back
    await rig.changeRecord(PAT_WITHOUT_ADDRESS, { Email: 'pat@soylent.example' });
    rig.clock.advance(6_000);
    assert.deepEqual((await reasons(id)).slice(0, 2), [null, null]);
  });

  test('warns of an address that an email came back from, and sends despite of it where the rep says so', async () => {
    await rae.panel.request('GET', `/v1/people?recordId=${DANA}`);
    const { body: sent } = await rae.send();
    await rig.database.ownerPool.query(
      `insert into responses (org_id, sales_email_id, connection_id, provider_message_id, kind, received_at, noticed_at, noticed_by,
         bounce_kind, bounce_reason, bounced_address)
       select org_id, id, email_connection_id, 'x', 'bounce', now(), now(), 'poll', 'hard', 'unknown_address', 'dana@globex.example'
         from sales_emails where id = $1`,
      [sent.id],
    );
    const { id } = await bulk.ready([DANA, OMAR]);
    const [dana] = (await bulk.check(id)).people;
    assert.deepEqual([dana.reason, typeof dana.bouncedAt], ['bounced', 'string']);
    await bulk.ask('PUT', `/${id}/people/${DANA}/despite-bounce`, { value: true });
    assert.deepEqual(await reasons(id), [null, null]);
    assert.equal((await people(id))[0].sendsDespiteBounce, true);
  });

  test('looks at Salesforce as often for 100 people as for two, also where each has words of their own with fields', async () => {
    const ids = await bulk.addLeads(100);
    const looks = async (personIds: string[]): Promise<{ calls: number; transactions: number }> => {
      const { id } = await bulk.ready(personIds);
      for (const personId of personIds.slice(0, 30))
        await bulk.ownWords(id, personId, { subject: '{{title}}', bodyHtml: '<p>{{sfdc_city}} {{last_name}}</p>' });
      rig.clock.advance(2 * 60_000);
      let transactions = 0;
      const count = (): void => void (transactions += 1);
      rig.database.pool.on('acquire', count);
      const before = await asked();
      await bulk.check(id);
      rig.database.pool.off('acquire', count);
      return { calls: (await asked()) - before, transactions };
    };
    await looks(ids.slice(0, 2));
    const [many, few] = [await looks(ids), await looks(ids.slice(0, 2))];
    assert.equal(many.calls, few.calls);
    // A session may be renewed beside
    assert.ok(many.transactions <= few.transactions + 2, JSON.stringify({ many, few }));
  });

  test('without anybody, or with an identity that is gone, is what the page shows', async () => {
    const { id, version } = await bulk.ready([DANA]);
    await bulk.ask('DELETE', `/${id}/people/${DANA}`);
    const check = await bulk.check(id);
    assert.deepEqual([check.people, check.willGet, check.firstLeavesAt], [[], 0, null]);
    assert.equal((await bulk.send({ id, version })).body.code, 'nobody_gets_it');
    await bulk.ask('POST', `/${id}/people`, { personIds: [DANA] });
    const asGone = await bulk.write(id, { identityId: randomUUID() });
    assert.equal((await bulk.send({ id, version: asGone })).body.code, 'identity_not_verified');
    const shown = (await bulk.ask('GET', `/${id}`)).body;
    assert.deepEqual([shown.identityId, (await bulk.send(shown)).status], [null, 202]);
  });

  test('tells when the first and the last of it leave, also where it is scheduled', async () => {
    const { id } = await bulk.ready([DANA, OMAR]);
    await rig.setUndo(10);
    const now = rig.clock.now().getTime();
    const check = await bulk.check(id);
    assert.ok(Date.parse(check.firstLeavesAt) - now >= 10_000, check.firstLeavesAt);
    assert.ok(check.lastLeavesAt >= check.firstLeavesAt);
    const tomorrow = new Date(now + 24 * 3_600_000).toISOString().slice(0, 10);
    await bulk.write(id, { schedule: { date: tomorrow, time: '09:00', zone: 'UTC' } });
    assert.equal((await bulk.check(id)).firstLeavesAt, `${tomorrow}T09:00:00.000Z`);
    assert.equal((await bulk.ask('GET', `/${randomUUID()}/check`)).status, 404);
  });
});
