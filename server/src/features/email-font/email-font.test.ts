import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import type { TestPanel } from '../../../test-support/app.ts';
import { until } from '../../../test-support/until.ts';
import { DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const ARIAL = 'font-family:Arial,Helvetica,sans-serif;font-size:14px;line-height:1.5';
const TIMES = "font-family:'Times New Roman',Times,serif;font-size:16px;line-height:1.5";

describe('The font of an org’s emails', () => {
  let rig: SellingRig;
  let rae: Rep;
  let avery: TestPanel;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
    await rig.addRep(AVERY);
    await rig.database.ownerPool.query(`update users set role = 'admin' where email = $1`, [AVERY.email]);
    avery = await rig.service.openPanel(rig.org, AVERY);
  });
  after(() => rig.close());

  const choose = (family: string, sizePx: number) => avery.request('PUT', '/v1/email-font', { family, sizePx });
  const bodyStyle = async (): Promise<string> => (await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`)).body.bodyStyle;
  const detail = async (id: string) => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const preview = async (id: string): Promise<string> =>
    (await rig.service.app.inject({ method: 'GET', url: new URL((await detail(id)).previewUrl as string).pathname })).body;
  const letterTo = async (address: string) => PostalMime.parse(Buffer.from((await rig.received(address))[0]?.raw ?? '', 'base64'));

  test('is Arial of 14 px until an admin chooses one of a closed list, and leaves a security event when one does', async () => {
    const { body: page } = await avery.request('GET', '/v1/email-font');
    assert.deepEqual([page.family, page.sizePx, page.updatedAt, page.updatedBy], ['arial', 14, null, null]);
    assert.deepEqual([page.sizesPx[0], page.sizesPx.at(-1), page.families.length], [10, 18, 8]);
    for (const [family, sizePx] of [
      ['comic_sans', 14],
      ['arial', 9],
      ['arial', 19],
      ['arial', 12.5],
    ] as const)
      assert.equal((await choose(family, sizePx)).status, 400);
    const { body: changed } = await choose('times_new_roman', 16);
    assert.deepEqual([changed.family, changed.sizePx, changed.updatedBy], ['times_new_roman', 16, 'Avery Stone']);
    const { rows } = await rig.database.ownerPool.query(
      `select actor_name, about, details from security_events where kind = 'email_font_changed'`,
    );
    const details = { before: 'Arial, 14 px', after: 'Times New Roman, 16 px' };
    assert.deepEqual(rows, [{ actor_name: 'avery@acme.example', about: 'Times New Roman, 16 px', details }]);
  });

  test('is an admin’s business alone', async () => {
    for (const method of ['GET', 'PUT'] as const) {
      const body = method === 'PUT' ? { family: 'georgia', sizePx: 12 } : undefined;
      const answer = await rae.panel.request(method, '/v1/email-font', body);
      assert.deepEqual([answer.status, answer.body.code], [403, 'admins_only']);
    }
  });

  test('can be every font that is offered, and the database takes it', async () => {
    const { body: page } = await avery.request('GET', '/v1/email-font');
    for (const { family, css } of page.families as { family: string; css: string }[]) {
      assert.equal((await choose(family, 10)).status, 200, family);
      assert.equal(await bodyStyle(), `font-family:${css};font-size:10px;line-height:1.5`);
      assert.doesNotMatch(css, /["<>;&]/, 'it stands in an attribute as it is');
    }
  });

  test('is the same in the window, in the preview and in what arrives, and lines arrive as they were written', async () => {
    await choose('times_new_roman', 16);
    assert.equal(await bodyStyle(), TIMES);
    await rig.setUndo(10);
    const { body: row } = await rae.send({ bodyHtml: '<p>One</p><p>Two</p><p><br></p><p>Three</p>' });
    const waiting = await preview(row.id);
    rig.clock.advance(60_000);
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    const letter = await letterTo('dana@globex.example');
    const [one, two, empty, three] = ['One', 'Two', '<br />', 'Three'].map((line) => `<p style="margin:0">${line}</p>`);
    assert.equal(letter.html?.trim(), `<div dir="auto" style="${TIMES}">${[one, two, empty, three].join('')}</div>`);
    assert.deepEqual([waiting, await preview(row.id)], [letter.html?.trim(), letter.html?.trim()]);
    assert.equal(letter.text?.trim(), 'One\nTwo\n\nThree');
  });

  test('that an admin chooses counts for what waits, and changes nothing that has left', async () => {
    const { body: sent } = await rae.send();
    await rig.startWorker();
    await rig.inState(rae, sent.id, 'sent');
    const left = await preview(sent.id);
    await rig.setUndo(10);
    const { body: waiting } = await rae.send({ subject: 'The next one' });
    await choose('times_new_roman', 16);
    assert.ok(left.includes(ARIAL));
    assert.equal(await preview(sent.id), left);
    assert.ok((await preview(waiting.id)).includes(TIMES));
  });

  test('is that of the next try when one has come to nothing', async () => {
    const slowDown = { error: { code: 429, message: 'slow down', errors: [{ reason: 'rateLimitExceeded' }] } };
    await rig.fault('google', {
      match: { method: 'POST', path: '/gmail/v1/users/me/messages/send' },
      times: 1,
      action: { kind: 'status', status: 429, headers: { 'retry-after': '120' }, body: slowDown },
    });
    const { body: row } = await rae.send();
    await rig.startWorker();
    await until('the email waits', async () => (await detail(row.id)).reason === 'mailbox_rate_limited');
    await choose('times_new_roman', 16);
    assert.ok((await preview(row.id)).includes(TIMES));
  });
});
