import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

/** A browser keeps words until the service has them. What it still has of an email that was sent must not come back as a draft. */
describe('The last email that a rep sent from a record', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const lastSent = async (rep: Rep, recordId = DANA) =>
    (await rep.panel.request('GET', `/v1/compose?recordId=${recordId}`)).body.lastSent as { subject: string; createdAt: string } | null;

  test('is none before the first, and a draft is none', async () => {
    await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'Kept', bodyHtml: '<p>Hi</p>' });
    assert.equal(await lastSent(rae), null);
  });

  test('is known as soon as it was accepted, with its time', async () => {
    const acceptedAt = rig.clock.now().toISOString();
    await rae.send({ subject: 'First' });
    rig.clock.advance(60_000);
    await rae.send({ subject: 'Second' });
    const last = await lastSent(rae);
    assert.equal(last?.subject, 'Second');
    assert.ok(last.createdAt > acceptedAt);
  });

  test('is none any more when it was taken back as a draft', async () => {
    await rig.setUndo(10);
    const { body: row } = await rae.send();
    assert.equal((await lastSent(rae))?.subject, row.subject);
    await rae.panel.request('POST', `/v1/sales-emails/${row.id}/cancel`);
    assert.equal(await lastSent(rae), null);
  });

  test('is the rep’s own, and that of the record', async () => {
    const noor = await rig.addRep(NOOR, 'google');
    await rae.send({ subject: 'From Rae' });
    assert.equal(await lastSent(noor), null);
    assert.equal(await lastSent(rae, OMAR), null);
  });
});
