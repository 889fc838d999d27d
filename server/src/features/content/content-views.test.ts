import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { InjectOptions } from 'fastify';
import PostalMime from 'postal-mime';
import { createBulkRig } from '../../../test-support/bulk-rig.ts';
import {
  ACME,
  DANA,
  NOOR,
  OMAR,
  RAE,
  startSellingRig,
  type Answered,
  type Rep,
  type SellingRig,
} from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';
import { addressInWords } from './addresses.ts';
import { createOwnLinks } from './own-links.ts';

const FILE = Buffer.from('%PDF-1.7 Pricing');
const PAGE = Buffer.from('RIFF WEBP page');
const UNKNOWN = `${ACME}.${'x'.repeat(24)}`;

describe('Content in a sales email', () => {
  let rig: SellingRig;
  let rae: Rep;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    await rig.database.ownerPool.query('update orgs set stopped_at = null');
    rae = await rig.addRep(RAE, 'google');
  });
  after(() => rig.close());

  const asOwner = (text: string, values: unknown[] = []) => rig.database.ownerPool.query(text, values);
  /** A content as the library keeps it. */
  const addContent = async (
    name: string,
    {
      pages = 0,
      state = pages > 0 ? 'ready' : 'no_pages',
      type = 'application/pdf',
    }: { pages?: number; state?: string; type?: string } = {},
  ): Promise<string> => {
    const id = randomUUID();
    await asOwner(
      `insert into content (org_id, id, user_id, name, type, size, state, state_reason, page_count, created_at)
       values ($1, $2, $3, $4, $5, $6, $7::text, case when $7 = 'no_pages' then 'not_pdf' end, $8, now())`,
      [ACME, id, rae.user.id, name, type, FILE.length, state, pages || null],
    );
    await rig.connections.objects.put({ orgId: ACME, id }, FILE, FILE.length);
    for (let number = 1; number <= pages; number += 1) {
      const objectId = randomUUID();
      await asOwner('insert into content_pages values ($1, $2, $3, $4, 1400, 1980)', [ACME, id, number, objectId]);
      await rig.connections.objects.put({ orgId: ACME, id: objectId }, PAGE, PAGE.length);
    }
    return id;
  };
  const linkTo = (id: string, isTracked = true): string =>
    `<a href="${addressInWords('http://somewhere.example', { orgId: ACME, id }, isTracked)}">Pricing</a>`;
  const send = async (bodyHtml: string, rep = rae): Promise<{ id: string; html: string; text: string; paths: string[] }> => {
    const { status, body } = await rep.send({ bodyHtml });
    assert.equal(status, 202, JSON.stringify(body));
    await rig.startWorker();
    await rig.inState(rep, body.id, 'sent');
    const received = await rig.received('dana@globex.example');
    const letter = await PostalMime.parse(Buffer.from(received[0]?.raw ?? '', 'base64'));
    const { html = '', text = '' } = letter;
    return {
      id: body.id,
      html,
      text,
      paths: [...html.matchAll(/href="http:\/\/localhost:3000(\/content\/[^"]+)"/g)].map(([, path]) => path ?? ''),
    };
  };
  const ask = (options: InjectOptions) => rig.service.app.inject(options);
  const look = (url: string, more: InjectOptions = {}) => ask({ method: 'GET', url, ...more });
  const tell = async (path: string, view: object, more: InjectOptions = {}): Promise<number> =>
    (await ask({ method: 'POST', url: `${path}/views`, payload: view, ...more })).statusCode;
  const contentOf = async (id: string, rep = rae): Promise<Answered[]> =>
    (await rep.panel.request('GET', `/v1/sales-emails/${id}`)).body.content;

  test('has an address of the email’s own in both parts, where the recipient finds its pages, the file and the sender', async () => {
    const id = await addContent('Preise & mehr.pdf', { pages: 3 });
    const { html, text, paths } = await send(`<p>See ${linkTo(id)} or ${linkTo(id, false)}, ${linkTo(id)}</p>`);
    assert.equal(paths.length, 3);
    assert.ok(paths[0] === paths[2] && paths[0] !== paths[1]);
    assert.doesNotMatch(html + text, /content\/in/);
    assert.ok(text.includes(`<http://localhost:3000${String(paths[0])}>`));
    const page = await look(String(paths[0]), { headers: { 'accept-language': 'de' } });
    assert.deepEqual([page.statusCode, page.headers['content-language'], page.headers['x-robots-tag']], [200, 'de', 'noindex']);
    for (const part of ['Preise &amp; mehr.pdf', 'Rae Ortiz', 'mailto:rae@acme.example', 'Acme', 'Seite 3 von 3', 'Nicht mitteilen'])
      assert.ok(page.body.includes(part), part);
    assert.doesNotMatch(page.body, /MSI/);
    const picture = await look(`${String(paths[0])}/pages/3`);
    assert.deepEqual(
      [picture.headers['content-type'], picture.body, picture.headers['cache-control']],
      ['image/webp', String(PAGE), 'private, max-age=600'],
    );
    const file = await look(`${String(paths[0])}/file`);
    assert.deepEqual(
      [file.body, file.headers['content-disposition'], file.headers['x-content-type-options'], file.headers['content-length']],
      [String(FILE), `attachment; filename="Preise & mehr.pdf"; filename*=UTF-8''Preise%20%26%20mehr.pdf`, 'nosniff', String(FILE.length)],
    );
    assert.equal((await look(`${String(paths[0])}/pages/4`)).statusCode, 404);
    const { rows } = await asOwner('select from content_views');
    assert.equal(rows.length, 0, 'looking counts nothing');
  });

  test('that was pasted from an email that was sent counts for the email it now stands in', async () => {
    const id = await addContent('Pricing.pdf', { pages: 1 });
    const first = await send(`<p>${linkTo(id)} ${linkTo(id, false)}</p>`);
    const pasted = first.paths.map((path) => `<a href="http://somewhere.example${path}">Pricing</a>`).join(' ');
    const { status, body } = await rae.send({ bodyHtml: `<p>As said: ${pasted}</p>` });
    assert.equal(status, 202, JSON.stringify(body));
    await rig.inState(rae, body.id, 'sent');
    const { rows } = await asOwner('select token from content_links where sales_email_id = $1 and is_tracked', [body.id]);
    assert.equal(rows.length, 1);
    assert.equal(await tell(`/content/${ACME}.${String(rows[0].token)}`, { opened: true }), 204);
    const opens = async (email: string) => (await contentOf(email)).map((content) => [content.isTracked, content.opens]);
    assert.deepEqual(await opens(body.id), [
      [true, 1],
      [false, 0],
    ]);
    assert.deepEqual(await opens(first.id), [
      [true, 0],
      [false, 0],
    ]);
  });

  test('keeps its address when its email is sent again', async () => {
    const id = await addContent('Pricing.pdf');
    await rig.fault('google', {
      match: { method: 'POST', path: '/gmail/v1/users/me/messages/send' },
      times: 1,
      action: {
        kind: 'status',
        status: 400,
        body: { error: { code: 400, message: 'Invalid To header', errors: [{ reason: 'invalidArgument' }] } },
      },
    });
    const { body } = await rae.send({ bodyHtml: linkTo(id) });
    await rig.startWorker();
    await rig.inState(rae, body.id, 'failed');
    const { rows: before } = await asOwner('select token from content_links');
    await rae.panel.request('POST', `/v1/sales-emails/${body.id}/retry`);
    const { html } = await rig.inState(rae, body.id, 'sent');
    assert.ok(before.length === 1 && html.includes(`/content/${ACME}.${String(before[0].token)}`));
  });

  test('says to its rep who looked at which pages and downloaded it, and in the feed once for each email', async () => {
    const id = await addContent('Pricing.pdf', { pages: 4 });
    const { id: emailId, paths } = await send(`${linkTo(id)} ${linkTo(id, false)}`);
    const [path = '', untracked = ''] = paths;
    for (const view of [{ opened: true }, { page: 1 }, { page: 2 }, { page: 1 }, { downloaded: true }, { opened: true }, { page: 5 }])
      assert.equal(await tell(path, view), 204);
    assert.equal(await tell(untracked, { opened: true }), 204);
    for (const view of [{ page: 0 }, { page: 1, opened: true }, {}, { opened: false }]) assert.equal(await tell(path, view), 400);
    const { rows: last } = await asOwner('select max(at) as at from content_views');
    const shared = { id, name: 'Pricing.pdf', isGone: false, pageCount: 4 };
    assert.deepEqual(await contentOf(emailId), [
      { ...shared, isTracked: true, opens: 2, downloads: 1, pages: [1, 2], lastViewedAt: last[0].at.toISOString() },
      { ...shared, isTracked: false, opens: 0, downloads: 0, pages: [], lastViewedAt: null },
    ]);
    const { rows } = await asOwner(`select page from content_views where kind = 'page' order by at`);
    assert.equal(rows.length, 3, 'a page that is looked at again counts again');
    const { body: feed } = await rae.panel.request('GET', '/v1/live-feed');
    assert.deepEqual(
      feed.items.map(({ kind, contentName, salesEmailId, person }: Answered) => [kind, contentName, salesEmailId, person.name]),
      [['content_viewed', 'Pricing.pdf', emailId, 'Dana Whitfield']],
    );
    await asOwner(`insert into content_views (org_id, token, content_id, sales_email_id, kind, at)
                   select v.org_id, token, content_id, sales_email_id, 'opened', at from content_views v, generate_series(1, 100)`);
    assert.equal(await tell(path, { downloaded: true }), 204);
    assert.equal((await contentOf(emailId))[0].downloads, 1, 'beyond 500 nothing counts');
  });

  test('was opened by whoever looked at a page, also where nothing told of the opening', async () => {
    const { id, paths } = await send(linkTo(await addContent('Pricing.pdf', { pages: 4 })));
    assert.equal(await tell(String(paths[0]), { page: 2 }), 204);
    assert.deepEqual(
      (await contentOf(id)).map(({ opens, pages }) => [opens, pages]),
      [[1, [2]]],
    );
    const { body: feed } = await rae.panel.request('GET', '/v1/live-feed');
    assert.deepEqual(
      feed.items.map(({ kind }: Answered) => kind),
      ['content_viewed'],
    );
  });

  test('tells nobody of readers who want that, of browsers that ask for it, and of colleagues', async () => {
    const id = await addContent('Pricing.pdf', { pages: 1 });
    const { paths } = await send(linkTo(id));
    const path = String(paths[0]);
    const quiet = async (choice: string, headers = {}): Promise<string | undefined> => {
      const payload = `link=${path.slice('/content/'.length)}&quiet=${choice}`;
      const answer = await ask({
        method: 'POST',
        url: '/content/quiet',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        payload,
      });
      assert.deepEqual([answer.statusCode, answer.headers.location], [303, path]);
      return answer.cookies[0] && `${answer.cookies[0].name}=${answer.cookies[0].value}`;
    };
    assert.equal(await quiet('yes', { 'sec-fetch-site': 'cross-site' }), undefined);
    const cookie = await quiet('yes', { 'sec-fetch-site': 'same-origin' });
    assert.equal(cookie, 'msi_quiet=yes');
    assert.equal(await quiet('no'), 'msi_quiet=');
    const own = createOwnLinks({ publicUrl: '', signingKey: rig.service.config.SESSION_SIGNING_KEY, clock: rig.clock });
    const mine = await look(own.linkTo({ orgId: ACME, userId: rae.user.id, contentId: id }));
    assert.match(mine.body, /This is how recipients see it/);
    const parts = /src="(\/content\/own\/[^"]+\/pages\/1)"/.exec(mine.body)?.[1] ?? '';
    rig.clock.advance(30 * 60_000);
    assert.deepEqual(
      [(await look(parts)).statusCode, (await look(own.linkTo({ orgId: ACME, userId: randomUUID(), contentId: id }))).statusCode],
      [200, 404],
    );
    assert.equal((await look(parts.replace('/pages/1', ''))).statusCode, 404, 'a part that lives on opens no page');
    const [kept] = mine.cookies;
    assert.deepEqual([kept?.name, kept?.path, kept?.httpOnly, kept?.sameSite], [`msi_own_${ACME}`, '/content', true, 'Lax']);
    for (const [headers, words] of [
      [{ cookie }, /as you have chosen/],
      [{ 'sec-gpc': '1' }, /asks not to be tracked/],
      [{ cookie: `msi_own_${ACME}=${String(kept?.value)}` }, /as a member of/],
    ] as const) {
      const { body } = await look(path, { headers });
      assert.match(body, words);
      assert.doesNotMatch(body, /data-views/);
      assert.equal(await tell(path, { opened: true }, { headers }), 204);
    }
    assert.equal((await asOwner('select from content_views')).rowCount, 0);
    assert.equal(await tell(path, { opened: true }, { headers: { cookie: `msi_own_${ACME}=made.up` } }), 204);
    assert.equal((await asOwner('select from content_views')).rowCount, 1);
  });

  test('that is gone, of a stopped org or never was shows the same page, and its address counts nothing', async () => {
    const id = await addContent('Pricing.pdf', { pages: 1 });
    const { id: emailId, paths } = await send(linkTo(id));
    const path = String(paths[0]);
    const missing = await look(`/content/${UNKNOWN}`);
    assert.deepEqual([missing.statusCode, missing.headers['content-type']], [404, 'text/html; charset=utf-8']);
    assert.match(missing.body, /This file is not here/);
    const isMissing = async (url: string): Promise<void> => {
      const { statusCode, body } = await look(url);
      assert.deepEqual([statusCode, body], [404, missing.body], url);
    };
    for (const url of [
      '/content/x',
      `/content/in/${ACME}.${id}`,
      '/content/own/made.up',
      `${path}/pages/x`,
      `${path}/file/x`,
      '/content/own/a/file',
    ])
      await isMissing(url);
    await asOwner('update orgs set stopped_at = now()');
    for (const url of [path, `${path}/pages/1`, `${path}/file`]) await isMissing(url);
    assert.equal(await tell(path, { opened: true }), 404);
    await asOwner('update orgs set stopped_at = null; update content set deleted_at = now()');
    for (const url of [path, `${path}/pages/1`, `${path}/file`]) await isMissing(url);
    assert.equal(await tell(path, { opened: true }), 404);
    assert.deepEqual(
      (await contentOf(emailId)).map(({ isGone, name }) => [isGone, name]),
      [[true, 'Pricing.pdf']],
    );
  });

  test('that is gone keeps emails to one and to many from being accepted, and Retry too, and is named', async () => {
    const id = await addContent('Pricing.pdf');
    const words = `<p>See ${linkTo(id)}</p>`;
    const bulk = createBulkRig(rig, () => rae);
    const ready = await bulk.ready([DANA, OMAR], { bodyHtml: words });
    await asOwner('update content set deleted_at = now()');
    const { status, body } = await rae.send({ bodyHtml: words });
    assert.deepEqual([status, body.code, body.content], [422, 'content_gone', ['Pricing.pdf']]);
    assert.match(body.title, /^Files that are not in the library any more: Pricing\.pdf\./);
    assert.equal((await rae.send({ bodyHtml: linkTo(randomUUID()) })).body.code, 'content_gone');
    const sent = await bulk.send(ready);
    assert.deepEqual([sent.status, sent.body.code], [422, 'content_gone']);
  });

  test('that is gone keeps no email from being sent that quotes the one it was in', async () => {
    const [kept, gone] = [await addContent('Offer.pdf'), await addContent('Pricing.pdf')];
    const { id: followsEmailId, paths } = await send(`<p>See ${linkTo(kept)} and ${linkTo(gone)}</p>`);
    await asOwner('update content set deleted_at = now() where id = $1', [gone]);
    const { body } = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}&followsEmailId=${followsEmailId}`);
    const again = await send(body.followUp.quoteHtml as string);
    assert.deepEqual(
      [again.paths.length, again.paths.some((path) => paths.includes(path))],
      [2, false],
      'each has an address of this email',
    );
  });

  test('can be downloaded by so many at once as one email has readers, and not by a crowd of slow ones', async () => {
    const id = await addContent('Pricing.pdf');
    const [{ paths }, other] = [await send(linkTo(id)), await send(linkTo(id))];
    const url = await rig.service.app.listen({ port: 0, host: '127.0.0.1' });
    const { objects } = rig.connections;
    const get = objects.get.bind(objects);
    const leaving = new AbortController();
    const download = (path = '') => fetch(`${url}${path}/file`, { signal: leaving.signal });
    const statuses = (answers: Response[]) => new Set(answers.map(({ status }) => status));
    /** Its first byte comes, and no other. */
    const endless = (): Readable => {
      const bytes = new Readable({ read: () => undefined });
      bytes.push('x');
      return bytes;
    };
    Object.assign(objects, { get: () => Promise.resolve(endless()) });
    try {
      const answers = await Promise.all(Array.from({ length: 20 }, () => download(paths[0])));
      assert.deepEqual(statuses(answers), new Set([200]));
      assert.deepEqual(statuses([await download(paths[0])]), new Set([429]));
      assert.deepEqual(statuses([await download(other.paths[0])]), new Set([200]), 'of another email');
    } finally {
      leaving.abort();
      Object.assign(objects, { get });
    }
    await until('somebody else can', async () => (await look(`${String(paths[0])}/file`)).statusCode === 200);
    rig.service.app.server.closeAllConnections();
  });

  test('is for colleagues to see where the org lets them see everything', async () => {
    const id = await addContent('Pricing.pdf');
    const { id: emailId } = await send(linkTo(id));
    const noor = await rig.addRep(NOOR);
    await noor.panel.request('GET', `/v1/sales-emails?recordId=${DANA}`);
    assert.equal((await contentOf(emailId, noor)).length, 1);
    await asOwner(
      `insert into email_visibility_policies (org_id, colleagues_see, updated_at, updated_by) values ($1, 'subject_and_state', now(), $2)`,
      [ACME, rae.user.id],
    );
    assert.deepEqual(await contentOf(emailId, noor), []);
  });
});
