import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import {
  DANA,
  GLOBEX_DEAL,
  JO_OPTED_OUT,
  NOOR,
  OMAR,
  PAT_WITHOUT_ADDRESS,
  RAE,
  startSellingRig,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

describe('Send Sales Email', () => {
  let rig: SellingRig;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  test('an accepted email reaches the person once, from the rep, with what the rep wrote', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const accepted = await rae.send({ bodyHtml: '<p>Hi <b>Dana</b></p>', cc: ['omar@globex.example'], bcc: ['lin@globex.example'] });
    assert.equal(accepted.status, 202);
    assert.deepEqual([accepted.body.state, accepted.body.personName, accepted.body.sentByMe], ['queued', 'Dana Whitfield', true]);
    await rig.startWorker();
    const sent = await rig.inState(rae, accepted.body.id, 'sent');
    const letters = await rig.received('dana@globex.example');
    assert.equal(letters.length, 1);
    const letter = await PostalMime.parse(Buffer.from(letters[0]?.raw ?? '', 'base64'));
    assert.deepEqual([letter.from?.address, letter.from?.name, letter.subject], ['rae@acme.example', 'Rae Ortiz', 'Pricing for 40 seats']);
    assert.match(letter.html ?? '', /Hi <b>Dana<\/b>/);
    assert.match(letter.text ?? '', /Hi Dana/);
    assert.equal(letter.bcc, undefined);
    assert.equal((await rig.received('lin@globex.example')).length, 1);
    assert.deepEqual([sent.to, sent.fromAddress, sent.bcc], ['dana@globex.example', 'rae@acme.example', ['lin@globex.example']]);
    assert.deepEqual(
      sent.history.map(({ state }: { state: string }) => state),
      ['queued', 'sending', 'sent'],
    );
  });

  test('the address is the one in Salesforce: the browser cannot choose another', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { body } = await rae.send({ to: 'somebody@else.example', toAddress: 'somebody@else.example' });
    const detail = await rae.panel.request('GET', `/v1/sales-emails/${body.id}`);
    assert.equal(detail.body.to, 'dana@globex.example');
  });

  test('a send within ten minutes of a look at the person asks Salesforce nothing', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    const calls = async (): Promise<number> =>
      (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;
    const before = await calls();
    assert.equal((await rae.send()).status, 202);
    assert.equal(await calls(), before);
    rig.clock.advance(11 * 60_000);
    assert.equal((await rae.send()).status, 202);
    assert.equal(await calls(), before + 1);
  });

  test('a rep who has opted-out or addressless people in front is told so, and nothing is accepted', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const optedOut = await rae.send({ recordId: JO_OPTED_OUT, personId: JO_OPTED_OUT });
    assert.deepEqual([optedOut.status, optedOut.body.code], [409, 'recipient_opted_out']);
    const noAddress = await rae.send({ recordId: PAT_WITHOUT_ADDRESS, personId: PAT_WITHOUT_ADDRESS });
    assert.deepEqual([noAddress.status, noAddress.body.code], [409, 'no_email_address']);
    const { rows } = await rig.database.ownerPool.query('select 1 from sales_emails');
    assert.equal(rows.length, 0);
  });

  test('without a mailbox nothing is accepted', async () => {
    const rae = await rig.addRep(RAE);
    const answer = await rae.send();
    assert.deepEqual([answer.status, answer.body.code], [409, 'mailbox_missing']);
    const noor = await rig.addRep(NOOR, 'microsoft');
    await rig.database.ownerPool.query(`update email_connections set state = 'reconnect_required'`);
    const ended = await noor.send();
    assert.deepEqual([ended.status, ended.body.code], [409, 'mailbox_reconnect_required']);
  });

  test('a person whom the rep may not see in Salesforce cannot be written to', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const answer = await rae.send({ personId: '00Q000000000021EAA' });
    assert.deepEqual([answer.status, answer.body.code], [404, 'not_found']);
  });

  test('bad input is refused with the field that is wrong', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const cases: [object, string][] = [
      [{ subject: '   ' }, '/subject'],
      [{ subject: '\r\n\r\n' }, '/subject'],
      [{ cc: ['not an address'] }, '/cc/0'],
      [{ cc: ['a@b.example\r\nBcc: evil@x.example'] }, '/cc/0'],
      [{ personId: '001000000000001AAA' }, '/personId'],
      [{ recordId: '005000000000001AAA' }, '/recordId'],
    ];
    for (const [change, pointer] of cases) {
      const answer = await rae.send(change);
      assert.deepEqual(
        [answer.status, answer.body.code, answer.body.errors?.[0]?.pointer],
        [400, 'validation_failed', pointer],
        JSON.stringify(change),
      );
    }
    const noKey = await rae.panel.request('POST', '/v1/sales-emails', { recordId: DANA, personId: DANA, subject: 'x', bodyHtml: '' });
    assert.equal(noKey.status, 400);
  });

  test('line breaks in the subject do not become headers', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { body } = await rae.send({ subject: 'Hello\r\nBcc: evil@x.example\r\n\r\nbody' });
    assert.equal(body.subject, 'Hello Bcc: evil@x.example body');
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    assert.equal((await rig.received('evil@x.example')).length, 0);
    const letter = await PostalMime.parse(Buffer.from((await rig.received('dana@globex.example'))[0]?.raw ?? '', 'base64'));
    assert.equal(letter.subject, 'Hello Bcc: evil@x.example body');
  });

  test('pressing Send twice makes one email; the same key for other words is refused', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rae.panel.request('GET', `/v1/panel?recordId=${DANA}`);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => rae.send({}, key)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    const other = await rae.send({ subject: 'Other words' }, key);
    assert.deepEqual([other.status, other.body.code], [422, 'idempotency_key_reused']);
    await rig.startWorker();
    await rig.inState(rae, answers[0]?.body.id, 'sent');
    assert.equal((await rig.received('dana@globex.example')).length, 1);
  });

  test('an email from an opportunity goes to the contact that was chosen', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const { status, body } = await rae.send({ recordId: GLOBEX_DEAL, personId: OMAR });
    assert.deepEqual([status, body.personName], [202, 'Omar Reyes']);
    const list = await rae.panel.request('GET', `/v1/sales-emails?recordId=${GLOBEX_DEAL}`);
    assert.deepEqual(
      list.body.salesEmails.map(({ id }: { id: string }) => id),
      [body.id],
    );
  });

  test('before activation nothing is accepted, and without a session nothing is answered', async () => {
    const rae = await rig.addRep(RAE, 'google');
    await rig.database.ownerPool.query(`update users set state = 'deactivated'`);
    const answer = await rae.send();
    assert.ok([401, 403].includes(answer.status), String(answer.status));
    const anonymous = await rig.service.app.inject({ method: 'POST', url: '/v1/sales-emails', payload: {} });
    assert.equal(anonymous.statusCode, 401);
  });
});
