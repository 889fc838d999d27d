import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { inOrg } from '../../platform/postgres.ts';
import { REACTIONS } from '../../reactions.ts';
import { createFacts } from '../facts/index.ts';
import { recordResponse, type NewResponse } from '../responses/index.ts';
import {
  ACME,
  DANA,
  GLOBEX,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';

const OMARS_ADDRESS = 'omar@globex.example';
const MINUTE_MS = 60_000;

describe('The panel of everybody an email went to', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE, 'google', 'bodies');
    noor = await rig.addRep(NOOR, 'microsoft');
  });
  after(() => rig.close());

  const tabOf = async ({ panel }: Rep, recordId: string): Promise<Answered> =>
    (await panel.request('GET', `/v1/panel?recordId=${recordId}`)).body.tabs[0];
  const emailsOf = async (rep: Rep, recordId: string): Promise<[string, string | undefined][]> =>
    (await tabOf(rep, recordId)).content.salesEmails.map(({ subject, copiedTo }: Answered) => [subject, copiedTo?.field]);
  const detail = ({ panel }: Rep, id: string) => panel.request('GET', `/v1/sales-emails/${id}`);

  const comesBack = async (salesEmailId: string, more: Partial<NewResponse>): Promise<void> => {
    const { rows } = await rig.database.ownerPool.query<{ id: string }>('select id from email_connections where user_id = $1', [
      rae.user.id,
    ]);
    const now = rig.clock.now();
    const response: NewResponse = {
      salesEmailId,
      connectionId: rows[0]?.id ?? '',
      providerMessageId: randomUUID(),
      threadId: 'thread',
      messageId: null,
      kind: 'reply',
      fromAddress: null,
      fromRecipient: true,
      receivedAt: now,
      noticedAt: now,
      noticedBy: 'poll',
      returnsOn: null,
      bounce: null,
      ...more,
    };
    assert.ok(await inOrg(rig.database.pool, ACME, (tx) => recordResponse(createFacts(REACTIONS), tx, ACME, response)));
  };
  const bounceOf = (address: string, isPerson: boolean): Partial<NewResponse> => ({
    kind: 'bounce',
    bounce: { kind: 'hard', reason: 'unknown_address', code: '5.1.1', address, isPerson, isReportRead: true },
  });

  test('shows it, and says where that person stood in Cc', async () => {
    const { body } = await rae.send({ subject: 'To Dana', cc: ['OMAR@Globex.example'] });
    assert.deepEqual(await emailsOf(rae, DANA), [['To Dana', undefined]]);
    assert.deepEqual(await emailsOf(rae, OMAR), [['To Dana', 'cc']]);
    assert.deepEqual(await emailsOf(noor, OMAR), []);
    await tabOf(noor, DANA);
    assert.deepEqual(await emailsOf(noor, OMAR), [['To Dana', 'cc']]);
    const tab = await tabOf(noor, OMAR);
    assert.equal(tab.count, 1);
    assert.deepEqual(tab.content.salesEmails[0].copiedTo, { field: 'cc', personName: 'Omar Reyes' });
    assert.equal((await detail(noor, body.id)).status, 200);
    assert.deepEqual((await rae.panel.request('GET', `/v1/sales-emails?recordId=${OMAR}`)).body.total, 1);
  });

  test('of another record with the same address shows it too', async () => {
    const { Id: twin } = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Contact`, {
      AccountId: GLOBEX,
      LastName: 'Whitfield',
      Email: 'Dana@GLOBEX.example',
    });
    await rae.send({ subject: 'To Dana' });
    assert.deepEqual(await emailsOf(rae, twin), [['To Dana', undefined]]);
  });

  test('shows no email of a colleague because somebody has made a record with an address of it', async () => {
    const { body } = await rae.send({ subject: 'To Dana', cc: [OMARS_ADDRESS] });
    await rig.hide(NOOR, { hiddenRecords: [OMAR, DANA] });
    for (const Email of ['dana@globex.example', OMARS_ADDRESS]) {
      const own = { LastName: 'Own', Company: 'Own', Email };
      const { Id: lead } = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Lead`, own);
      assert.deepEqual(await emailsOf(noor, lead), []);
      assert.equal((await tabOf(noor, lead)).count, 0);
      assert.equal((await detail(noor, body.id)).status, 404);
    }
  });

  test('shows an email of a colleague for a day after a look at where it stands', async () => {
    await rae.send({ subject: 'To Dana', cc: [OMARS_ADDRESS] });
    await tabOf(noor, DANA);
    rig.clock.advance(23 * 60 * MINUTE_MS);
    const today = { ...noor, panel: await rig.service.openPanel(rig.org, NOOR) };
    assert.deepEqual(await emailsOf(today, OMAR), [['To Dana', 'cc']]);
    rig.clock.advance(2 * 60 * MINUTE_MS);
    const tomorrow = { ...noor, panel: await rig.service.openPanel(rig.org, NOOR) };
    assert.deepEqual(await emailsOf(tomorrow, OMAR), []);
  });

  test('of somebody in Bcc shows it to its sender alone, and nobody else learns of that person', async () => {
    const { body } = await rae.send({ subject: 'To Dana', bcc: [OMARS_ADDRESS] });
    assert.deepEqual(await emailsOf(rae, OMAR), [['To Dana', 'bcc']]);
    assert.deepEqual(await emailsOf(noor, OMAR), []);
    assert.equal((await detail(noor, body.id)).status, 404);
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    await comesBack(body.id, { fromAddress: OMARS_ADDRESS });
    assert.deepEqual(await emailsOf(noor, DANA), [['To Dana', undefined]]);
    const [row] = (await tabOf(noor, DANA)).content.salesEmails;
    assert.equal(row.responses, null);
    await comesBack(body.id, { kind: 'out_of_office', fromAddress: OMARS_ADDRESS, returnsOn: '2027-01-11' });
    assert.equal((await tabOf(noor, DANA)).content.salesEmails[0].responses, null);
    assert.ok((await tabOf(rae, DANA)).content.salesEmails[0].responses.repliedAt);
    const seen = await detail(noor, body.id);
    assert.doesNotMatch(JSON.stringify(seen.body), /omar@/);
    assert.match(JSON.stringify((await detail(rae, body.id)).body), /omar@/);
  });

  test('of an account shows it where one of its people stood in Cc', async () => {
    await rae.send({ subject: 'To Dana', cc: [OMARS_ADDRESS] });
    await tabOf(noor, DANA);
    assert.deepEqual(await emailsOf(noor, GLOBEX), [['To Dana', 'cc']]);
    await rae.send({ subject: 'To Omar', recordId: GLOBEX, personId: OMAR });
    assert.deepEqual(await emailsOf(noor, GLOBEX), [
      ['To Omar', undefined],
      ['To Dana', 'cc'],
    ]);
  });

  test('goes on showing it after the address of a failed email was corrected', async () => {
    const { body } = await rae.send({ subject: 'To Dana', cc: ['dana@globex.example'] });
    await rig.database.ownerPool.query(`update sales_emails set state = 'failed' where id = $1`, [body.id]);
    await rig.changeRecord(DANA, { Email: OMARS_ADDRESS });
    assert.equal((await rae.panel.request('POST', `/v1/sales-emails/${body.id}/retry`)).status, 202);
    assert.deepEqual(await emailsOf(rae, OMAR), [['To Dana', undefined]]);
    const { rows } = await rig.database.ownerPool.query('select address, field from email_recipients order by field');
    assert.deepEqual(rows, [
      { address: 'dana@globex.example', field: 'cc' },
      { address: OMARS_ADDRESS, field: 'to' },
    ]);
  });

  test('is what a colleague must have seen lately to open it', async () => {
    const { body } = await rae.send({ subject: 'To Dana', cc: [OMARS_ADDRESS] });
    await emailsOf(noor, DANA);
    const { previewUrl } = (await detail(noor, body.id)).body;
    const preview = async () => (await rig.service.app.inject({ method: 'GET', url: new URL(previewUrl).pathname })).statusCode;
    assert.equal(await preview(), 200);
    rig.clock.advance(11 * MINUTE_MS);
    assert.equal((await detail(noor, body.id)).status, 200);
    await rig.hide(NOOR, { hiddenRecords: [OMAR, DANA] });
    rig.clock.advance(11 * MINUTE_MS);
    const panel = await rig.service.openPanel(rig.org, NOOR);
    assert.equal((await detail({ ...noor, panel }, body.id)).status, 404);
  });

  test('tells of a bounce where its recipient is, and not where another is', async () => {
    const { body } = await rae.send({ subject: 'To Dana', cc: [OMARS_ADDRESS] });
    await rig.startWorker();
    await rig.inState(rae, body.id, 'sent');
    const seen = async (recordId: string) => {
      const [{ state, responses }] = (await tabOf(rae, recordId)).content.salesEmails;
      return [state, responses?.bounceKind ?? null];
    };
    await comesBack(body.id, bounceOf(OMARS_ADDRESS, false));
    assert.deepEqual(
      [await seen(DANA), await seen(OMAR)],
      [
        ['sent', null],
        ['bounced', 'hard'],
      ],
    );
    await rig.database.ownerPool.query('delete from responses');
    await comesBack(body.id, bounceOf('dana@globex.example', true));
    assert.deepEqual(
      [await seen(DANA), await seen(OMAR)],
      [
        ['bounced', 'hard'],
        ['sent', null],
      ],
    );
  });
});
