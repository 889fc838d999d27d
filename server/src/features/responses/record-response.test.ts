import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { inOrg } from '../../platform/postgres.ts';
import { REACTIONS } from '../../reactions.ts';
import { createFacts } from '../facts/index.ts';
import { recordResponse, type NewResponse } from './record-response.ts';
import { ACME, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const FACTS = createFacts(REACTIONS);

describe('What comes back to a sales email', () => {
  let rig: SellingRig;
  let rae: Rep;
  let id: string;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    id = (await rae.send()).body.id;
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
  });
  after(() => rig.close());

  const record = async (more: Partial<NewResponse> = {}): Promise<boolean> => {
    const { rows } = await rig.database.ownerPool.query<{ id: string }>('select id from email_connections');
    const now = rig.clock.now();
    return inOrg(rig.database.pool, ACME, (tx) =>
      recordResponse(FACTS, tx, ACME, {
        salesEmailId: id,
        connectionId: rows[0]?.id ?? '',
        providerMessageId: randomUUID(),
        threadId: 'thread',
        messageId: null,
        kind: 'reply',
        fromAddress: 'dana@globex.example',
        fromRecipient: true,
        receivedAt: now,
        noticedAt: now,
        noticedBy: 'poll',
        returnsOn: null,
        bounce: null,
        ...more,
      }),
    );
  };
  const detail = async (): Promise<Answered> => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const putInto = (state: string) => rig.database.ownerPool.query(`update sales_emails set state = $1, sent_at = null`, [state]);
  const hard = {
    kind: 'hard',
    reason: 'unknown_address',
    code: '5.1.1',
    address: 'dana@globex.example',
    isPerson: true,
    isReportRead: true,
  } as const;

  for (const state of ['uncertain', 'sending', 'queued'])
    test(`A reply proves that an email in "${state}" has left: it is sent, and never leaves again`, async () => {
      await putInto(state);
      await record();
      assert.equal((await detail()).state, 'sent');
      await rig.work.sweep();
      const { rows } = await rig.database.ownerPool.query(`select outcome from send_attempts`);
      assert.deepEqual(rows, [{ outcome: 'accepted' }]);
      assert.equal((await rig.received('dana@globex.example')).length, 1);
    });

  test('An email of unknown outcome that bounces had left, and is bounced', async () => {
    await putInto('uncertain');
    await record({ kind: 'bounce', bounce: hard });
    const { state, history } = await detail();
    assert.deepEqual([state, history.map((line: Answered) => line.state).slice(-2)], ['bounced', ['sent', 'bounced']]);
  });

  test('An email that failed stays failed, and says what came back', async () => {
    await putInto('failed');
    await record();
    const { state, responses } = await detail();
    assert.deepEqual([state, responses.repliedBy], ['failed', 'dana@globex.example']);
  });

  test('The same message is kept once, and its facts with it', async () => {
    const same = { providerMessageId: 'one' };
    assert.deepEqual(await Promise.all([record(same), record(same), record(same)]).then((all) => all.sort()), [false, false, true]);
    const { rows } = await rig.database.ownerPool.query(`select 1 from facts where kind = 'email_replied'`);
    assert.equal(rows.length, 1);
    assert.equal((await detail()).responseList.length, 1);
  });

  test('A soft bounce never hides a lasting one', async () => {
    await record({ kind: 'bounce', bounce: { ...hard, kind: 'soft', reason: 'mailbox_full' } });
    assert.equal((await detail()).state, 'sent');
    await record({ kind: 'bounce', bounce: hard });
    await record({ kind: 'bounce', bounce: { ...hard, kind: 'soft', reason: 'mailbox_full' } });
    const { state, responses } = await detail();
    assert.deepEqual([state, responses.bounceKind, responses.bounceReason], ['bounced', 'hard', 'unknown_address']);
  });

  test('Of several absence notes the latest return counts; a reply during the absence is a reply', async () => {
    await record({ kind: 'out_of_office', returnsOn: '2027-01-15' });
    await record({ kind: 'out_of_office', returnsOn: '2027-01-10' });
    await record();
    const { responses } = await detail();
    assert.deepEqual([responses.outOfOfficeUntil, Boolean(responses.repliedAt)], ['2027-01-15', true]);
  });
});
