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

const DANAS = 'dana@globex.example';
const OMARS = 'omar@globex.example';
const INITECH = '00D000000000002EAA';

describe('Before a rep writes to somebody whose address does not work', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rig.clock.set(new Date());
    rae = await rig.addRep(RAE, 'google', 'bodies');
    noor = await rig.addRep(NOOR, 'microsoft');
    await rig.startWorker();
  });
  after(() => rig.close());

  const look = ({ panel }: Rep, recordId: string) => panel.request('GET', `/v1/panel?recordId=${recordId}`);
  const bounced = async (rep: Rep, recordId = DANA): Promise<Answered[]> => {
    await look(rep, recordId);
    return (await rep.panel.request('GET', `/v1/compose?recordId=${recordId}`)).body.bounced;
  };
  const sent = async (draft: object = {}): Promise<string> => {
    const { body } = await rae.send(draft);
    await rig.inState(rae, body.id, 'sent');
    return body.id;
  };
  const comesBack = async (salesEmailId: string, more: Partial<NewResponse>): Promise<string> => {
    const connections = await rig.database.ownerPool.query<{ id: string }>('select id from email_connections where user_id = $1', [
      rae.user.id,
    ]);
    rig.clock.advance(60_000);
    const now = rig.clock.now();
    const response: NewResponse = {
      salesEmailId,
      connectionId: connections.rows[0]?.id ?? '',
      providerMessageId: randomUUID(),
      threadId: 'thread',
      messageId: null,
      kind: 'bounce',
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
    return now.toISOString();
  };
  const hard = (change: object = {}): Pick<NewResponse, 'bounce'> => ({
    bounce: { kind: 'hard', reason: 'unknown_address', code: '5.1.1', address: DANAS, isPerson: true, isReportRead: true, ...change },
  });
  const allow = (colleaguesSee: string) =>
    rig.database.ownerPool.query(
      `insert into email_visibility_policies (org_id, colleagues_see, updated_at, updated_by) values ($1, $2, now(), $3)`,
      [ACME, colleaguesSee, rae.user.id],
    );

  test('the window knows the address, when an email came back, and why', async () => {
    assert.deepEqual(await bounced(rae), []);
    const bouncedAt = await comesBack(await sent(), hard());
    assert.deepEqual(await bounced(rae), [{ personId: DANA, address: DANAS, bouncedAt, reason: 'unknown_address' }]);
  });

  test('the newest bounce counts, and a report that names no address is about the person in To', async () => {
    await comesBack(await sent(), hard());
    const newest = await comesBack(await sent({ cc: [OMARS] }), hard({ address: null, reason: 'unknown_domain' }));
    assert.deepEqual(
      (await bounced(rae)).map(({ bouncedAt, reason }) => [bouncedAt, reason]),
      [[newest, 'unknown_domain']],
    );
    assert.deepEqual(await bounced(rae, OMAR), []);
  });

  for (const [what, bounce] of [
    ['passes', { kind: 'soft', reason: 'mailbox_full' }],
    ['is about the sender', { kind: 'blocked', reason: 'taken_for_spam' }],
    ['is of somebody else', { address: OMARS, isPerson: false }],
  ] as const)
    test(`a bounce that ${what} says nothing about the address`, async () => {
      await comesBack(await sent({ cc: [OMARS] }), hard(bounce));
      assert.deepEqual(await bounced(rae), []);
    });

  test('an address that was corrected in Salesforce is not meant, and it is again when it is put back', async () => {
    await comesBack(await sent(), hard());
    await rig.changeRecord(DANA, { Email: 'dana.whitfield@globex.example' });
    assert.deepEqual(await bounced(rae), []);
    await rig.changeRecord(DANA, { Email: 'Dana@GLOBEX.example' });
    assert.deepEqual(
      (await bounced(rae)).map(({ address }) => address),
      ['Dana@GLOBEX.example'],
    );
  });

  test('an answer from the address proves that it works again; one from a colleague of the person does not', async () => {
    const id = await sent({ cc: [OMARS] });
    await comesBack(id, hard());
    await comesBack(id, { kind: 'reply', fromAddress: OMARS });
    assert.equal((await bounced(rae)).length, 1);
    await comesBack(await sent(), { kind: 'out_of_office', fromAddress: DANAS });
    assert.deepEqual(await bounced(rae), []);
  });

  test('each person of an account is named, by whatever record the email was sent from', async () => {
    await comesBack(await sent({ cc: [OMARS] }), hard({ address: OMARS, isPerson: false }));
    assert.deepEqual(
      (await bounced(rae, GLOBEX)).map(({ personId }) => personId),
      [OMAR],
    );
  });

  for (const [colleaguesSee, reason] of [
    ['everything', 'unknown_address'],
    ['subject_and_state', 'unknown_address'],
    ['nothing', null],
  ] as const)
    test(`a colleague learns that it came back and when, and why as far as the org shows emails: ${colleaguesSee}`, async () => {
      const bouncedAt = await comesBack(await sent(), hard());
      await allow(colleaguesSee);
      assert.deepEqual(await bounced(noor), [{ personId: DANA, address: DANAS, bouncedAt, reason }]);
    });

  test('a colleague learns no reason where Salesforce does not show the record of the email', async () => {
    await comesBack(await sent(), hard());
    await rig.hide(NOOR, { hiddenRecords: [DANA] });
    const twin = await rig.simulator('salesforce', 'POST', `/sim/orgs/${ACME}/records/Lead`, {
      LastName: 'Whitfield',
      Company: 'Globex',
      Email: DANAS,
    });
    assert.deepEqual(
      (await bounced(noor, twin.Id)).map(({ reason }) => reason),
      [null],
    );
  });

  test('nobody but the sender learns of a blind copy by it', async () => {
    await comesBack(await sent({ bcc: [OMARS] }), hard({ address: OMARS, isPerson: false }));
    assert.equal((await bounced(rae, OMAR)).length, 1);
    assert.deepEqual(await bounced(noor, OMAR), []);
  });

  test('nobody learns of an address that Salesforce has not shown them, nor of another org', async () => {
    await comesBack(await sent(), hard());
    assert.deepEqual((await noor.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.bounced, []);
    const initech = await rig.service.addOrg({ orgId: INITECH, name: 'Initech' });
    const raj = { salesforceUserId: '005000000000022AAA', email: 'raj@initech.example' };
    const { id } = await initech.addUser(raj);
    const owner = rig.database.ownerPool;
    await owner.query(
      `insert into people (org_id, user_id, record_id, object_name, name, email, address, read_at)
       values ($1, $2, $3, 'Lead', 'Dana', $4, $4, now())`,
      [INITECH, id, DANA, DANAS],
    );
    const panel = await rig.service.openPanel(initech, raj);
    assert.deepEqual((await panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.bounced, []);
    await owner.query('delete from orgs where org_id = $1', [INITECH]);
  });
});
