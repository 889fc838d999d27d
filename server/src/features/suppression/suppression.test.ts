import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestAnswer, TestPanel } from '../../../test-support/app.ts';
import { inOrg } from '../../platform/postgres.ts';
import {
  ACME,
  DANA,
  JO_OPTED_OUT,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';
import { rememberWishes } from './index.ts';

const GLOBEX = '001000000000001AAA';
const GAIL_OPTED_OUT = '003000000000003AAA';
const OPT_OUT_FIELDS = ['Lead.HasOptedOutOfEmail', 'Contact.HasOptedOutOfEmail'];
const MINUTE_MS = 60_000;

describe('Nobody gets an email who said no', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    noor = await rig.addRep(NOOR, 'microsoft');
  });
  after(() => rig.close());

  const open = async ({ panel }: Rep, recordId: string) => (await panel.request('GET', `/v1/panel?recordId=${recordId}`)).body;
  const blind = (person: typeof RAE) => rig.hide(person, { hiddenFields: OPT_OUT_FIELDS });
  const codeOf = ({ status, body }: TestAnswer) => [status, body.code];
  const admin = async (): Promise<TestPanel> => {
    const avery = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example' };
    await rig.org.addUser({ ...avery, name: 'Avery Stone', role: 'admin' });
    return rig.service.openPanel(rig.org, avery);
  };
  const addContact = (fields: object): Promise<Answered> =>
    rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Contact`, { AccountId: GLOBEX, ...fields });

  test('a yes that one rep saw holds for a rep whose rights do not show it, until somebody who can see it sees a no', async () => {
    await blind(NOOR);
    await open(rae, JO_OPTED_OUT);
    const { person, actions } = await open(noor, JO_OPTED_OUT);
    assert.deepEqual([person.optedOut, person.refusal, actions[0].reason], [true, 'opted_out', 'opted_out']);
    const send = () => noor.send({ recordId: JO_OPTED_OUT, personId: JO_OPTED_OUT });
    assert.deepEqual(codeOf(await send()), [409, 'recipient_opted_out']);

    await rig.changeRecord(JO_OPTED_OUT, { HasOptedOutOfEmail: false });
    await open(noor, JO_OPTED_OUT);
    assert.deepEqual(codeOf(await send()), [409, 'recipient_opted_out']);
    await open(rae, JO_OPTED_OUT);
    assert.equal((await open(noor, JO_OPTED_OUT)).person.optedOut, false);
    assert.equal((await send()).status, 202);
  });

  test('where nobody can see it, nothing is sent until the admin decides otherwise, and the rep is told whom to ask', async () => {
    await blind(NOOR);
    const { person, actions } = await open(noor, DANA);
    assert.deepEqual([person.optedOut, person.refusal], [null, 'opt_out_unknown']);
    assert.deepEqual([actions[0].enabled, actions[0].reason], [false, 'opt_out_unknown']);
    const refused = await noor.send();
    assert.deepEqual(codeOf(refused), [409, 'opt_out_unknown']);
    assert.match(refused.body.title, /do not show whether Dana Whitfield said no to email\. Ask your admin/);

    const avery = await admin();
    assert.deepEqual((await avery.request('GET', '/v1/opt-out-policy')).body, { whenUnknown: 'refuse', updatedAt: null, updatedBy: null });
    for (const method of ['GET', 'PUT'] as const)
      assert.deepEqual(
        codeOf(await noor.panel.request(method, '/v1/opt-out-policy', method === 'PUT' ? { whenUnknown: 'allow' } : undefined)),
        [403, 'admins_only'],
      );
    const { body: policy } = await avery.request('PUT', '/v1/opt-out-policy', { whenUnknown: 'allow' });
    assert.deepEqual([policy.whenUnknown, policy.updatedBy], ['allow', 'Avery Stone']);
    const { rows } = await rig.database.ownerPool.query(
      `select actor_name, outcome, details from security_events where kind = 'opt_out_policy_changed'`,
    );
    assert.deepEqual(rows, [{ actor_name: 'avery@acme.example', outcome: 'done', details: { before: 'refuse', after: 'allow' } }]);

    assert.deepEqual((await open(noor, DANA)).actions[0].enabled, true);
    const { body } = await noor.send();
    await rig.startWorker();
    await rig.inState(noor, body.id, 'sent');
  });

  test('an address that said no gets no copy either, open or blind, from whoever has not even seen that person', async () => {
    await open(rae, GLOBEX);
    const refused = await noor.send({
      cc: ['omar@globex.example', 'GAIL@globex.example'],
      bcc: ['gail@Globex.Example', 'someone@else.example'],
    });
    assert.deepEqual(codeOf(refused), [409, 'recipient_opted_out']);
    assert.deepEqual(
      refused.body.errors.map(({ pointer, code }: Answered) => [pointer, code]),
      [
        ['/cc/1', 'recipient_opted_out'],
        ['/bcc/0', 'recipient_opted_out'],
      ],
    );
    assert.match(refused.body.errors[0].detail, /GAIL@globex\.example has opted out/);
    const blindCopy = await noor.send({ bcc: ['someone@else.example', 'gail@globex.example'] });
    assert.equal(blindCopy.body.errors[0].pointer, '/bcc/1');
    assert.equal((await noor.send({ cc: ['omar@globex.example', 'someone@else.example'] })).status, 202);
  });

  test('a no on one record holds for every record with that address', async () => {
    await addContact({ FirstName: 'Dana', LastName: 'Whitfield', Email: 'Dana@Globex.example', HasOptedOutOfEmail: true });
    await open(rae, GLOBEX);
    const { person, actions } = await open(noor, DANA);
    assert.deepEqual([person.optedOut, person.refusal, actions[0].reason], [false, 'address_opted_out', 'address_opted_out']);
    assert.deepEqual(codeOf(await noor.send()), [409, 'recipient_opted_out']);
  });

  test('an address is the same in Unicode and in the letters of the domain name system', async () => {
    const { Id } = await addContact({ FirstName: 'Ida', LastName: 'Buch', Email: 'ida@bücher.example', HasOptedOutOfEmail: true });
    await open(rae, Id);
    assert.deepEqual(codeOf(await noor.send({ cc: ['ida@xn--bcher-kva.example'] })), [409, 'recipient_opted_out']);
  });

  test('an unknown wish of somebody in copy is asked of Salesforce before the email is accepted', async () => {
    await blind(NOOR);
    await open(noor, OMAR);
    assert.equal((await rae.send({ cc: ['omar@globex.example'] })).status, 202);
    await rig.hide(RAE, { hiddenFields: OPT_OUT_FIELDS });
    await open(noor, '003000000000002AAA');
    assert.deepEqual(codeOf(await rae.send({ cc: ['lin@globex.example'] })), [409, 'opt_out_unknown']);
  });

  test('what a colleague sees after Send stops the email in time and names the address, and the others of the mailbox go on', async () => {
    await rig.setUndo(30);
    const { body: stopped } = await rae.send({ bcc: ['omar@globex.example'] });
    const { body: other } = await rae.send({ subject: 'Another' });
    await rig.changeRecord(OMAR, { HasOptedOutOfEmail: true });
    await open(noor, OMAR);
    rig.clock.advance(MINUTE_MS);
    await rig.startWorker();
    const failed = await rig.inState(rae, stopped.id, 'failed');
    assert.deepEqual([failed.reason, failed.refusedRecipients], ['recipient_opted_out', ['omar@globex.example']]);
    await rig.inState(rae, other.id, 'sent');
    assert.deepEqual([(await rig.received('dana@globex.example')).length, (await rig.received('omar@globex.example')).length], [1, 0]);
    await open(noor, DANA);
    const seenByNoor = (await noor.panel.request('GET', `/v1/sales-emails/${stopped.id}`)).body;
    assert.deepEqual([seenByNoor.reason, seenByNoor.refusedRecipients], ['recipient_opted_out', []]);
    const retried = await rae.panel.request('POST', `/v1/sales-emails/${stopped.id}/retry`);
    assert.deepEqual(codeOf(retried), [409, 'recipient_opted_out']);
    assert.match(retried.body.title, /omar@globex\.example/);
  });

  test('somebody in copy who opts out in Salesforce while the email waits is noticed when it is to leave', async () => {
    await rig.setUndo(30);
    await open(rae, OMAR);
    const { body } = await rae.send({ cc: ['omar@globex.example'] });
    await rig.changeRecord(OMAR, { HasOptedOutOfEmail: true });
    rig.clock.advance(11 * MINUTE_MS);
    await rig.startWorker();
    assert.deepEqual((await rig.inState(rae, body.id, 'failed')).refusedRecipients, ['omar@globex.example']);
    assert.equal((await rig.received('dana@globex.example')).length, 0);
  });

  test('a colleague’s fresh look that could not see the wish does not make an old one fresh', async () => {
    await rig.setUndo(30);
    const { body } = await rae.send();
    await rig.changeRecord(DANA, { HasOptedOutOfEmail: true });
    await blind(NOOR);
    rig.clock.advance(11 * MINUTE_MS);
    await open(noor, DANA);
    await rig.startWorker();
    assert.equal((await rig.inState(rae, body.id, 'failed')).reason, 'recipient_opted_out');
  });

  test('what the admin decides counts for emails that wait', async () => {
    await rig.setUndo(30);
    await blind(NOOR);
    const avery = await admin();
    await avery.request('PUT', '/v1/opt-out-policy', { whenUnknown: 'allow' });
    const { body } = await noor.send();
    await avery.request('PUT', '/v1/opt-out-policy', { whenUnknown: 'refuse' });
    rig.clock.advance(MINUTE_MS);
    await rig.startWorker();
    const failed = await rig.inState(noor, body.id, 'failed');
    assert.deepEqual([failed.reason, failed.refusedRecipients], ['opt_out_unknown', ['dana@globex.example']]);
  });

  test('an email of unknown outcome is not sent again to somebody who said no', async () => {
    const { body } = await rae.send({ cc: ['omar@globex.example'] });
    await rig.database.ownerPool.query(`update sales_emails set state = 'uncertain', attempts = 1 where id = $1`, [body.id]);
    await rig.changeRecord(OMAR, { HasOptedOutOfEmail: true });
    await open(noor, OMAR);
    const again = await rae.panel.request('POST', `/v1/sales-emails/${body.id}/settlement`, { decision: 'send_again' });
    assert.deepEqual(codeOf(again), [409, 'recipient_opted_out']);
    assert.equal((await rae.panel.request('GET', `/v1/sales-emails/${body.id}`)).body.state, 'uncertain');
  });

  test('a draft says who may not get it, while it is written and when it is opened again', async () => {
    await open(rae, GLOBEX);
    const draft = {
      recordId: DANA,
      personId: DANA,
      subject: 'Hello',
      bodyHtml: '',
      cc: ['gail@globex.example'],
      bcc: ['someone@else.example'],
    };
    const refused = [{ field: 'cc', address: 'gail@globex.example', reason: 'recipient_opted_out' }];
    assert.deepEqual((await rae.panel.request('PUT', '/v1/drafts', draft)).body.refused, refused);
    assert.deepEqual((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft.refused, refused);
    assert.equal((await rae.send(draft)).status, 409);
    assert.equal((await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.draft.subject, 'Hello', 'the draft stays');
  });

  test('the no of a converted lead stands for its contact until the contact was seen with it, and then without', async () => {
    await open(rae, JO_OPTED_OUT);
    const { contactId } = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/leads/${JO_OPTED_OUT}/convert`);
    await rig.changeRecord(contactId, { HasOptedOutOfEmail: false });
    rig.clock.advance(11 * MINUTE_MS);
    await rig.hide(NOOR, { hiddenRecords: [contactId] });
    assert.deepEqual(codeOf(await noor.send({ cc: ['jo@umbrella.example'] })), [409, 'recipient_opted_out']);
    const toContact = () => rae.send({ recordId: contactId, personId: contactId });
    assert.deepEqual(codeOf(await toContact()), [409, 'recipient_opted_out'], 'a field that was never ticked takes nothing back');
    for (const HasOptedOutOfEmail of [true, false]) {
      await rig.changeRecord(contactId, { HasOptedOutOfEmail });
      await open(rae, contactId);
    }
    assert.equal((await toContact()).status, 202);
    assert.equal((await noor.send({ cc: ['jo@umbrella.example'] })).status, 202);
  });

  test('the no of a converted lead counts when it is seen only later, and for an address that its contact does not have', async () => {
    const lead = { id: DANA, address: 'old@globex.example', contactId: OMAR };
    const look = (optedOut: boolean | null) => {
      const at = rig.clock.now();
      return inOrg(rig.database.pool, ACME, (tx) => rememberWishes(tx, ACME, [{ ...lead, optedOut }], { beganAt: at, endedAt: at }));
    };
    await open(rae, OMAR);
    await look(null);
    assert.equal((await rae.send({ recordId: OMAR, personId: OMAR, cc: ['old@globex.example'] })).status, 202);
    await look(true);
    assert.deepEqual(codeOf(await rae.send({ recordId: OMAR, personId: OMAR })), [409, 'recipient_opted_out']);
    assert.deepEqual(codeOf(await rae.send({ cc: ['old@globex.example'] })), [409, 'recipient_opted_out']);
  });

  test('the yes of a person who is gone from Salesforce stands', async () => {
    await open(rae, GAIL_OPTED_OUT);
    for (const rep of [RAE, NOOR]) await rig.hide(rep, { hiddenRecords: [GAIL_OPTED_OUT] });
    rig.clock.advance(11 * MINUTE_MS);
    assert.deepEqual(codeOf(await rae.send({ cc: ['gail@globex.example'] })), [409, 'recipient_opted_out']);
    assert.deepEqual(codeOf(await noor.send({ cc: ['gail@globex.example'] })), [409, 'recipient_opted_out']);
  });

  test('a slow look that began before the yes was seen does not undo it', async () => {
    const at = (seconds: number) => new Date(rig.clock.now().getTime() + seconds * 1_000);
    const look = (optedOut: boolean | null, from: number, to: number) =>
      inOrg(rig.database.pool, ACME, (tx) =>
        rememberWishes(tx, ACME, [{ id: DANA, address: 'dana@globex.example', optedOut, contactId: null }], {
          beganAt: at(from),
          endedAt: at(to),
        }),
      );
    const known = async () => (await rig.database.ownerPool.query('select opted_out from email_wishes')).rows[0].opted_out;
    await look(null, 0, 0);
    assert.equal(await known(), null);
    await look(true, 10, 12);
    await look(false, 11, 20);
    assert.equal(await known(), true);
    await look(null, 30, 31);
    assert.equal(await known(), true);
    await look(false, 40, 41);
    assert.equal(await known(), false);
  });

  test('however many reps know a person, the org has one entry, found by its address', async () => {
    const { ownerPool } = rig.database;
    for (const rep of [rae, noor]) await open(rep, GLOBEX);
    const { rows } = await ownerPool.query('select count(*)::int as wishes, count(distinct record_id)::int as people from email_wishes');
    assert.deepEqual(rows, [{ wishes: 4, people: 4 }]);
    await ownerPool.query(
      `insert into email_wishes (org_id, record_id, address)
       select $1, '00Q' || lpad((n + 1000)::text, 12, '0') || 'EAA', n || '@x.example' from generate_series(1, 2000) n`,
      [ACME],
    );
    await ownerPool.query('analyze email_wishes');
    const { rows: plan } = await ownerPool.query(
      `explain select from email_wishes w
       where w.org_id = '${ACME}' and w.address = any('{gail@globex.example,x@y.example}') and w.contact_id is null`,
    );
    assert.match(JSON.stringify(plan), /email_wishes_by_address/);
    await ownerPool.query('delete from email_wishes');
  });
});
