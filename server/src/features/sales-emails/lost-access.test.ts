import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const MINUTE_MS = 60_000;

describe('What colleagues wrote on a record', () => {
  let rig: SellingRig;
  let noor: Rep;
  let id: string;
  let own: string;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    const rae = await rig.addRep(RAE, 'google');
    noor = await rig.addRep(NOOR, 'microsoft');
    id = (await rae.send({ subject: 'From Rae' })).body.id;
    own = (await noor.send({ subject: 'From Noor' })).body.id;
  });
  after(() => rig.close());

  const openPanel = () => noor.panel.request('GET', `/v1/panel?recordId=${DANA}`);
  const detail = (email: string) => noor.panel.request('GET', `/v1/sales-emails/${email}`);
  const preview = async (url: string) => (await rig.service.app.inject({ method: 'GET', url: new URL(url).pathname })).statusCode;
  const salesforceCalls = async (): Promise<number> =>
    (await rig.simulator('salesforce', 'GET', '/sim/requests?path=/services/data')).requests.length;

  test('is closed to a rep minutes after Salesforce has stopped showing the record, with its preview; one’s own stays', async () => {
    await openPanel();
    assert.equal((await detail(id)).status, 200);
    await rig.hide(NOOR, { hiddenRecords: [DANA] });
    rig.clock.advance(9 * MINUTE_MS);
    const { previewUrl } = (await detail(id)).body;
    assert.equal(await preview(previewUrl), 200);
    rig.clock.advance(2 * MINUTE_MS);
    assert.deepEqual([(await detail(id)).status, (await detail(id)).body.code], [404, 'not_found']);
    assert.equal(await preview(previewUrl), 404);
    const kept = (await detail(own)).body;
    assert.equal(kept.subject, 'From Noor');
    assert.equal(await preview(kept.previewUrl), 200);
  });

  test('stays open for a rep who may see the record: Salesforce is asked again when the last look is minutes old', async () => {
    await openPanel();
    const before = await salesforceCalls();
    assert.equal((await detail(id)).status, 200);
    assert.equal(await salesforceCalls(), before);
    rig.clock.advance(12 * MINUTE_MS);
    assert.equal((await detail(id)).status, 200);
    assert.equal(await salesforceCalls(), before + 1);
  });

  test('is closed at once when Salesforce says that the record is not there', async () => {
    await openPanel();
    await rig.hide(NOOR, { hiddenRecords: [DANA] });
    assert.equal((await openPanel()).status, 404);
    assert.equal((await detail(id)).status, 404);
  });

  test('is closed while Salesforce cannot be asked and the last look is old, and the rep is told why', async () => {
    await openPanel();
    rig.clock.advance(11 * MINUTE_MS);
    await rig.fault('salesforce', { match: { path: '/services/data' }, times: -1, action: { kind: 'status', status: 503, body: [] } });
    assert.deepEqual([(await detail(id)).status, (await detail(id)).body.code], [502, 'salesforce_unavailable']);
    assert.equal((await detail(own)).status, 200);
  });
});
