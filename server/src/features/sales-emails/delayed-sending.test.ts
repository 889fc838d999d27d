import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createWorkerHeartbeat } from '../../platform/worker-heartbeat.ts';
import { DANA, RAE, startSellingRig, type Answered, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('While no worker sends', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    await sql('delete from worker_heartbeats');
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const sql = (text: string): Promise<{ rows: Answered[] }> => rig.service.database.ownerPool.query(text);
  const wasSeen = (ago: string) =>
    sql(`insert into worker_heartbeats (worker_id, seen_at) values (gen_random_uuid(), clock_timestamp() - interval '${ago}')`);
  const reason = async (): Promise<string | null> =>
    (await rae.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`)).body.salesEmails[0].reason;

  test('an email that could leave says that sending is delayed on our side', async () => {
    await wasSeen('46 seconds');
    const { body } = await rae.send();
    assert.equal(await reason(), 'sending_delayed');
    const shown = await rae.panel.request('GET', `/v1/sales-emails/${body.id}`);
    assert.equal(shown.body.reason, 'sending_delayed');
  });

  test('says so no more when any worker was seen, or when none ever was', async () => {
    await rae.send();
    assert.equal(await reason(), null);
    await wasSeen('2 minutes');
    await wasSeen('30 seconds');
    assert.equal(await reason(), null);
  });

  test('what waits for something else says what for', async () => {
    await wasSeen('2 minutes');
    await rig.setUndo(10);
    await rae.send();
    assert.equal(await reason(), 'undo_window');
    await sql(`update email_connections set state = 'reconnect_required'`);
    assert.equal(await reason(), 'mailbox_reconnect_required');
  });

  test('the health check names it, and takes requests all the same', async () => {
    await wasSeen('2 minutes');
    const answer = await rig.service.app.inject('/health/ready');
    assert.equal(answer.statusCode, 200);
    assert.match(answer.json<{ degraded: string[] }>().degraded.join(), /^No worker has been seen since/);
  });

  test('a worker is seen again with its next beat, and beats no more often than it should', async () => {
    await wasSeen('2 days');
    const beat = createWorkerHeartbeat({ pool: rig.service.database.pool });
    await beat();
    const seen = await sql('select worker_id, seen_at from worker_heartbeats');
    assert.equal(seen.rows.length, 1);
    await beat();
    assert.deepEqual((await sql('select worker_id, seen_at from worker_heartbeats')).rows, seen.rows);
    const often = createWorkerHeartbeat({ pool: rig.service.database.pool, everyMs: 0 });
    await often();
    await often();
    assert.equal((await sql('select 1 from worker_heartbeats')).rows.length, 2);
  });
});
