import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { asItLeaves } from '../../../test-support/as-it-leaves.ts';
import { ACME, DANA, OMAR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const HALF = '\ud83d';

describe('Text as people really paste it', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const letterTo = async (address: string) => PostalMime.parse(Buffer.from((await rig.received(address))[0]?.raw ?? '', 'base64'));

  test('half an emoji in subject, body and a name of Salesforce is sent and logged as U+FFFD', async () => {
    await rig.simulator('salesforce', 'PATCH', `/sim/orgs/${ACME}/record/${DANA}`, { FirstName: `Dana ${HALF}`, LastName: `W${HALF}` });
    const words = { subject: `Pricing ${HALF}`, bodyHtml: `<p>Hi ${HALF} Dana</p>` };
    const draft = await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, ...words });
    assert.deepEqual([draft.status, draft.body.subject, draft.body.bodyHtml], [200, 'Pricing \ufffd', '<p>Hi \ufffd Dana</p>']);
    const answer = await rae.send(words);
    assert.deepEqual([answer.status, answer.body.personName], [202, 'Dana \ufffd W\ufffd']);
    await rig.startWorker();
    await rig.inState(rae, answer.body.id, 'sent');
    const letter = await letterTo('dana@globex.example');
    assert.deepEqual(
      [letter.subject, letter.to?.[0]?.name, letter.text?.trim()],
      ['Pricing \ufffd', 'Dana \ufffd W\ufffd', 'Hi \ufffd Dana'],
    );
  });

  test('half an emoji in what is asked for is no failure of ours', async () => {
    const people = await rae.panel.request('GET', `/v1/people?recordId=${DANA}&q=%ED%A0%BD`);
    assert.equal(people.status, 200);
    const name = await rae.panel.request('POST', '/v1/identities', { address: 'sales@acme.example', name: `Rae ${HALF}` });
    assert.ok(name.status < 500, JSON.stringify(name.body));
  });

  test('an address of another script is reached by its punycode', async () => {
    const address = "o'hara+q&a@bücher.example";
    const { status, body } = await rae.send({ cc: [address] });
    assert.equal(status, 202, JSON.stringify(body));
    await rig.startWorker();
    const sent = await rig.inState(rae, body.id, 'sent');
    assert.deepEqual(sent.cc, [address]);
    // The other side shows the name of its domain, not how it was written to it
    const letter = await letterTo(address);
    assert.deepEqual(letter.cc?.[0]?.address, "o'hara+q&a@xn--bcher-kva.example");
  });

  test('an address that no vendor can be sure to deliver is refused in words, on the way in and from Salesforce', async () => {
    const refused = await rae.send({ cc: ['dagmar@x.example', 'jörg@x.example'] });
    assert.deepEqual([refused.status, refused.body.code, refused.body.errors[0].pointer], [400, 'validation_failed', '/cc/1']);
    assert.match(refused.body.title, /letters before the @/);
    await rig.simulator('salesforce', 'PATCH', `/sim/orgs/${ACME}/record/${OMAR}`, { Email: 'ömar@globex.example' });
    const { body } = await rae.send({ recordId: OMAR, personId: OMAR });
    await rig.startWorker();
    const failed = await rig.inState(rae, body.id, 'failed');
    assert.deepEqual([failed.reason, failed.to], ['recipient_refused', 'ömar@globex.example']);
  });

  test('a body that would take minutes to read is refused at once, as a draft and as an email', async () => {
    const bodyHtml = '<p>'.repeat(333_333);
    const draft = await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'x', bodyHtml });
    const send = await rae.send({ bodyHtml: '<ol><li>'.repeat(1_000) });
    assert.deepEqual([draft.status, draft.body.code, draft.body.cap], [413, 'text_too_large', 'tags']);
    assert.deepEqual([send.status, send.body.code, send.body.cap], [413, 'text_too_large', 'depth']);
    assert.match(send.body.title, /Paste it again as plain text/);
  });

  test('words that were kept before they were cleaned on their way in are cleaned when they are used', async () => {
    const { body } = await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'x', bodyHtml: '<p>Hi</p>' });
    const keep = (html: string) =>
      rig.database.ownerPool.query('update sales_emails set body_html = $1, body_is_clean = false where id = $2', [html, body.id]);
    await keep('<p onclick="x()">Hi</p><script>x()</script>');
    const { html } = (await rae.panel.request('GET', `/v1/sales-emails/${body.id}`)).body;
    assert.equal(html, asItLeaves('<p style="margin:0">Hi</p>'));
    await keep('<p>'.repeat(333_333));
    assert.equal((await rae.panel.request('GET', `/v1/sales-emails/${body.id}`)).body.html, null);
  });

  test('a picture that only the rep has is named with the draft and stops the send until it is out', async () => {
    const bodyHtml = '<p>See</p><img src="data:image/png;base64,AAAA" alt="Q3 chart"><img src="https://x.example/p.png" alt="kept">';
    const draft = await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'x', bodyHtml });
    assert.deepEqual([draft.status, draft.body.lostPictures], [200, ['Q3 chart']]);
    const again = await rae.send({ bodyHtml: draft.body.bodyHtml });
    const first = await rae.send({ bodyHtml });
    for (const { status, body } of [first, again]) {
      assert.deepEqual([status, body.code, body.pictures], [422, 'picture_not_sendable', ['Q3 chart']]);
      assert.match(body.title, /^1 picture cannot be sent \(Q3 chart\)\./);
    }
    assert.equal((await rae.send({ bodyHtml: '<p>See</p><img src="https://x.example/p.png" alt="kept">' })).status, 202);
  });
});
