import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { DANA, OMAR, PAT_WITHOUT_ADDRESS, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('An email with dynamic fields', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const asked = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;
  const kept = async (): Promise<number> =>
    (await rig.database.ownerPool.query(`select 1 from sales_emails where state <> 'draft'`)).rows.length;
  const saved = async (draft: object): Promise<string> => {
    const whole = { recordId: DANA, personId: DANA, subject: 'Hi {{first_name}}', bodyHtml: '<p>{{title}}</p>', cc: [], bcc: [], ...draft };
    return (await rae.panel.request('PUT', '/v1/drafts', whole)).body.id;
  };
  const preview = (id: string, personId?: string) =>
    rae.panel.request('GET', `/v1/drafts/${id}/preview${personId ? `?personId=${personId}` : ''}`);
  const open = (url: string) => rig.service.app.inject({ method: 'GET', url: new URL(url).pathname });

  test('leaves with their values, in its text, its links and its subject, and asks Salesforce once', async () => {
    await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    const before = await asked();
    const accepted = await rae.send({
      subject: '{{First Name}}, {{company}}?',
      bodyHtml: '<p>Hi {{<b>first</b>_name}}, {{my_name}}</p><p><a href="https://x.example/?c={{company}}">{{title}}</a></p>',
    });
    assert.deepEqual([accepted.status, accepted.body.subject], [202, 'Dana, Globex?']);
    assert.equal(await asked(), before + 1);
    await rig.startWorker();
    await rig.inState(rae, accepted.body.id, 'sent');
    const letter = await PostalMime.parse(Buffer.from((await rig.received('dana@globex.example'))[0]?.raw ?? '', 'base64'));
    assert.equal(letter.subject, 'Dana, Globex?');
    assert.match(letter.html ?? '', /Hi <b>Dana<\/b>, Rae Ortiz.*<a href="https:\/\/x\.example\/\?c=Globex">Director of Operations<\/a>/s);
  });

  test('that asks for nothing of Salesforce costs no look there, and one without fields nothing at all', async () => {
    await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    const before = await asked();
    let queries = 0;
    const { pool } = rig.database;
    const counting = (): void => void (queries += 1);
    pool.on('acquire', counting);
    await rae.send();
    const plain = queries;
    assert.equal((await rae.send({ bodyHtml: '<p>{{"{{first_name}}"}} {{my_email}}</p>' })).status, 202);
    pool.off('acquire', counting);
    assert.equal(await asked(), before);
    assert.equal(plain, 1, 'only the statement that accepts it');
    assert.ok(queries > 2);
  });

  test('is not accepted while something has to be replaced or has no value, and names both', async () => {
    const prompts = await rae.send({ bodyHtml: '<p>{{! Say why}} {{email}}</p>' });
    assert.deepEqual([prompts.status, prompts.body.code, prompts.body.prompts], [409, 'prompts_left', ['Say why']]);
    const unresolved = await rae.send({
      subject: '{{sfdc_city}}',
      bodyHtml: '<p>{{email}}</p>',
      recordId: PAT_WITHOUT_ADDRESS,
      personId: PAT_WITHOUT_ADDRESS,
    });
    assert.deepEqual(
      [unresolved.status, unresolved.body.code, unresolved.body.title],
      [409, 'fields_unresolved', 'There is no value for Pat Moreno: sfdc_city, email'],
    );
    const fields = [
      { field: 'sfdc_city', reason: 'empty' },
      { field: 'email', reason: 'empty' },
    ];
    assert.deepEqual(unresolved.body.people, [{ personId: PAT_WITHOUT_ADDRESS, personName: 'Pat Moreno', fields }]);
    assert.equal(await kept(), 0);
  });

  test('makes no header of a value, and no subject that is empty or too long', async () => {
    await rig.changeRecord(DANA, { Description: 'one\r\nBcc: evil@x.example', Title: null });
    const { body } = await rae.send({ subject: 'About {{sfdc_description}}' });
    assert.equal(body.subject, 'About one Bcc: evil@x.example');
    const empty = await rae.send({ subject: '{{title}}' });
    assert.deepEqual([empty.status, empty.body.errors?.[0]?.pointer], [400, '/subject']);
    await rig.changeRecord(DANA, { Description: 'x'.repeat(2_000) });
    const long = await rae.send({ subject: '{{sfdc_description}}' });
    assert.deepEqual([long.status, long.body.errors?.[0]?.pointer], [400, '/subject']);
  });

  test('is the same email when Send is pressed again, whatever has become of the values', async () => {
    const key = randomUUID();
    const draft = { bodyHtml: '<p>{{title}}</p>' };
    const first = await rae.send(draft, key);
    await rig.changeRecord(DANA, { Title: 'Somebody else' });
    const before = await asked();
    const again = await rae.send(draft, key);
    assert.deepEqual([again.status, again.body.id, await asked()], [202, first.body.id, before]);
    const other = await rae.send({ bodyHtml: '<p>{{company}}</p>' }, key);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused']);
  });

  test('is not accepted while Salesforce does not answer, and its draft stays', async () => {
    const id = await saved({});
    await rig.fault('salesforce', { match: { path: '/services/data' }, times: 1, action: { kind: 'status', status: 503, body: 'x' } });
    const answer = await rae.send({ subject: 'Hi {{first_name}}' });
    assert.deepEqual([answer.status, answer.body.code], [502, 'salesforce_unavailable']);
    assert.deepEqual([await kept(), (await preview(id)).status], [0, 200]);
  });

  test('is shown before, exactly as it leaves, for the person in To and for another', async () => {
    const id = await saved({ bodyHtml: '<p>Hi {{first_name}}</p><ul><li>{{email}}</li></ul>' });
    const shown = (await preview(id)).body;
    assert.deepEqual([shown.personName, shown.subject, shown.unresolved, shown.prompts], ['Dana Whitfield', 'Hi Dana', [], []]);
    const frame = await open(shown.previewUrl);
    const { body: row } = await rae.send({ subject: 'Hi {{first_name}}', bodyHtml: '<p>Hi {{first_name}}</p><ul><li>{{email}}</li></ul>' });
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    const { rows } = await rig.database.ownerPool.query<{ html: string; text: string }>(
      'select sent_html as html, sent_text as text from sales_emails where id = $1',
      [row.id],
    );
    assert.deepEqual([frame.statusCode, frame.body, shown.text], [200, rows[0]?.html, rows[0]?.text]);
    const again = await saved({ bodyHtml: '<p>{{first_name}} {{sfdc_lead_rating}}</p>' });
    const other = (await preview(again, OMAR)).body;
    assert.deepEqual([other.personId, other.subject, other.text], [OMAR, 'Hi Omar', 'Omar {{sfdc_lead_rating}}']);
    assert.match((await open(other.previewUrl)).body, />Omar \{\{sfdc_lead_rating\}\}</);
  });

  test('is shown to nobody else, and not for somebody whom the rep may not see', async () => {
    const id = await saved({});
    const { previewUrl } = (await preview(id)).body;
    await rig.hide(RAE, { hiddenRecords: [DANA] });
    assert.deepEqual([(await preview(id)).status, (await open(previewUrl)).statusCode], [404, 404]);
    assert.equal((await preview(randomUUID())).status, 404);
  });
});
