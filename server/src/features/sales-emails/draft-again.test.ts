import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { DANA, GLOBEX_DEAL, NOOR, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

describe('An email that came back, written again', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const sendAndBounce = async (draft: object = {}): Promise<string> => {
    const { body } = await rae.send(draft);
    await rig.database.ownerPool.query(
      `update sales_emails set state = 'bounced', bounced_at = $2, bounce_kind = 'hard', bounce_reason = 'unknown_address' where id = $1`,
      [body.id, rig.clock.now()],
    );
    return body.id;
  };
  const again = (rep: Rep, id: string) => rep.panel.request('POST', `/v1/sales-emails/${id}/draft`);
  const compose = async (recordId: string) => (await rae.panel.request('GET', `/v1/compose?recordId=${recordId}`)).body;

  test('becomes a draft of its record with the same words, and compose opens with it', async () => {
    const words = { subject: 'Pricing', bodyHtml: '<p>Hi Omar</p>', cc: ['dana@globex.example'], bcc: ['boss@acme.example'] };
    const id = await sendAndBounce({ recordId: GLOBEX_DEAL, personId: OMAR, ...words });
    const { status, body } = await again(rae, id);
    assert.equal(status, 201);
    const { subject, bodyHtml, cc, bcc, recordId, personId, personName, personEmail } = body;
    assert.deepEqual({ subject, bodyHtml, cc, bcc }, words);
    assert.deepEqual([recordId, personId, personName, personEmail], [GLOBEX_DEAL, OMAR, 'Omar Reyes', 'omar@globex.example']);
    assert.deepEqual((await compose(GLOBEX_DEAL)).draft.id, body.id);
    assert.equal((await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body.state, 'bounced', 'the email itself stays as it is');
  });

  test('goes to the address that the person has now', async () => {
    const id = await sendAndBounce();
    await rig.changeRecord(DANA, { Email: 'dana.whitfield@globex.example' });
    rig.clock.advance(12 * 60_000);
    const { subject, bodyHtml } = (await again(rae, id)).body;
    const { body: sent } = await rae.send({ subject, bodyHtml });
    assert.equal((await rae.panel.request('GET', `/v1/sales-emails/${sent.id}`)).body.to, 'dana.whitfield@globex.example');
    assert.equal((await compose(DANA)).draft, null);
  });

  test('leaves a draft alone that the rep has kept on the record, and says so', async () => {
    const id = await sendAndBounce();
    const kept = { recordId: DANA, personId: DANA, subject: 'Half written', bodyHtml: '<p>Hi</p>' };
    await rae.panel.request('PUT', '/v1/drafts', kept);
    const refused = await again(rae, id);
    assert.deepEqual([refused.status, refused.body.code], [409, 'draft_kept']);
    assert.match(refused.body.title, /draft/);
    assert.equal((await compose(DANA)).draft.subject, 'Half written');
  });

  test('pressed twice at once makes one draft', async () => {
    const id = await sendAndBounce();
    const answers = await Promise.all([again(rae, id), again(rae, id)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
  });

  test('is for an own email that came back and no other', async () => {
    const id = await sendAndBounce();
    const noor = await rig.addRep(NOOR);
    assert.equal((await again(noor, id)).status, 404);
    const { body: waiting } = await rae.send();
    const refused = await again(rae, waiting.id);
    assert.deepEqual([refused.status, refused.body.code], [409, 'not_bounced']);
  });
});
