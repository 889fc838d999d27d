import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createPreviewLinks } from './preview-links.ts';
import { asItLeaves } from '../../../test-support/as-it-leaves.ts';
import { ACME, DANA, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';

const INITECH = '00D000000000002EAA';
/** Lightning, our page in Classic, and the Classic record page around it. */
const FRAMES = 'https://acme.lightning.force.com https://acme--c.vf.force.com https://acme.my.salesforce.com';
const EXPIRED = 'This preview has expired. Open the email again in Salesforce.';

describe('The preview of an email', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => {
    rig = await startSellingRig();
    await rig.service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
  });
  beforeEach(async () => {
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const saved = async (bodyHtml = '<p>Hi Dana</p>'): Promise<string> =>
    (await rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml, cc: [], bcc: [] })).body.id;
  const detail = async (id: string) => (await rae.panel.request('GET', `/v1/sales-emails/${id}`)).body;
  const linkTo = async (id: string): Promise<string> => (await detail(id)).previewUrl;
  /** As a frame asks: without any header of ours. */
  const open = (url: string) => rig.service.app.inject({ method: 'GET', url: new URL(url).pathname });
  const links = () => {
    const { PUBLIC_URL: publicUrl, SESSION_SIGNING_KEY: signingKey } = rig.service.config;
    return createPreviewLinks({ publicUrl, signingKey, clock: rig.clock });
  };

  test('shows byte for byte what left the mailbox', async () => {
    const { body: row } = await rae.send({
      bodyHtml: '<p style="color: #123456">Größe 40 – ok? 🙂</p><img src="https://x.example/p.png" alt="Logo">',
    });
    await rig.startWorker();
    await rig.inState(rae, row.id, 'sent');
    const { rows } = await rig.database.ownerPool.query<{ html: string }>('select sent_html as html from sales_emails where id = $1', [
      row.id,
    ]);
    const { statusCode, rawPayload, headers } = await open(await linkTo(row.id));
    assert.deepEqual([statusCode, headers['content-type']], [200, 'text/html; charset=utf-8']);
    assert.deepEqual(rawPayload, Buffer.from(rows[0]?.html ?? 'nothing left'));
  });

  test('shows what would leave while it has not', async () => {
    const id = await saved('<p>Hi</p><script>alert(1)</script>');
    const { html, previewUrl } = await detail(id);
    assert.equal((await open(previewUrl)).body, html);
    assert.equal(html, asItLeaves('<p style="margin:0">Hi</p>'));
  });

  test('runs nothing, loads nothing, and is framed by its org alone: Lightning, our Classic page and the one around it', async () => {
    const { headers } = await open(await linkTo(await saved()));
    assert.equal(
      headers['content-security-policy'],
      `sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'; ` +
        `frame-ancestors ${FRAMES}`,
    );
    assert.equal(headers['x-frame-options'], undefined);
    assert.deepEqual(
      [headers['cache-control'], headers['referrer-policy'], headers['x-content-type-options']],
      ['no-store', 'no-referrer', 'nosniff'],
    );
  });

  test('ends after five minutes with a sentence in its frame', async () => {
    const url = await linkTo(await saved());
    rig.clock.advance(4 * 60_000);
    assert.equal((await open(url)).statusCode, 200);
    rig.clock.advance(61_000);
    const { statusCode, body, headers } = await open(url);
    assert.equal(statusCode, 404);
    assert.ok(body.includes(EXPIRED));
    assert.match(String(headers['content-security-policy']), new RegExp(`frame-ancestors ${FRAMES}$`));
  });

  test('is not shown by a link of another org, a changed link, or one to an email that is gone', async () => {
    const id = await saved();
    const url = await linkTo(id);
    const ofInitech = links().linkTo({ orgId: INITECH, salesEmailId: id, userId: rae.user.id });
    const [claims = '', signature] = url.split('/previews/')[1]?.split('.') ?? [];
    const [org, subject] = JSON.parse(Buffer.from(claims, 'base64url').toString()) as unknown[];
    const changed = [Buffer.from(JSON.stringify([org, subject, 9_999_999_999])).toString('base64url'), signature].join('.');
    await rae.panel.request('DELETE', `/v1/drafts/${id}`);
    for (const address of [ofInitech, `http://localhost:3000/previews/${changed}`, 'http://localhost:3000/previews/x', url]) {
      const { statusCode, body } = await open(address);
      assert.deepEqual([statusCode, body.includes(EXPIRED)], [404, true], address);
    }
  });

  test('ends with the access of its user', async () => {
    const url = await linkTo(await saved());
    await rig.database.ownerPool.query(`update users set state = 'deactivated', deactivated_at = now() where id = $1`, [rae.user.id]);
    assert.equal((await open(url)).statusCode, 404);
  });

  test('does not take a session for its link, nor is its link taken for a session', async () => {
    const session = await open(`http://localhost:3000/previews/${rae.panel.token}`);
    assert.deepEqual([session.statusCode, session.body.includes(EXPIRED)], [404, true]);
    const token =
      links()
        .linkTo({ orgId: ACME, salesEmailId: await saved(), userId: rae.user.id })
        .split('/previews/')[1] ?? '';
    const answer = await rig.service.app.inject({ method: 'GET', url: '/v1/me', headers: { authorization: `Bearer ${token}` } });
    assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [401, 'session_invalid']);
  });
});
