import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { png } from '../../../test-support/pictures.ts';
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
import { deleteUnusedPictures } from '../email-pictures/index.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const DAY_MS = 24 * 3_600_000;
const EVERYONE = { everyone: true, teamIds: [] };

describe('Emails from a template', () => {
  let rig: SellingRig;
  let rae: Rep;
  let noor: Rep;
  let avery: Rep;
  let categoryId: string;
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    await rig.reset();
    await sql('delete from template_categories; delete from template_sharing_policies; delete from teams');
    rae = await rig.addRep(RAE, 'google');
    noor = await rig.addRep(NOOR, 'google');
    avery = await rig.addRep(AVERY);
    await sql(`update users set role = 'admin' where email = $1`, [AVERY.email]);
    avery.panel = await rig.service.openPanel(rig.org, AVERY);
    await done(avery, 'PUT', '/template-sharing', { restrictsSharing: false });
    categoryId = (await done(rae, 'POST', '/template-categories', { name: 'General' })).id;
  });
  after(() => rig.close());

  const sql = async (text: string, values?: unknown[]): Promise<Answered[]> => (await rig.database.ownerPool.query(text, values)).rows;
  const done = async (rep: Rep, method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<Answered> => {
    const answer = await rep.panel.request(method, `/v1${path}`, body);
    assert.ok(answer.status < 300, `${method} ${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const add = async (rep: Rep, words: object = {}): Promise<string> =>
    (await done(rep, 'POST', '/templates', { name: 'Follow up', categoryId, ...words })).id;
  const share = (id: string) => done(rae, 'PUT', `/templates/${id}/sharing`, EVERYONE);
  const show = (rep: Rep, id: string) => done(rep, 'GET', `/templates/${id}`);
  const use = (rep: Rep, id: string) => done(rep, 'POST', `/templates/${id}/use`, { recordId: DANA });
  const send = async (rep: Rep, draft: object, key?: string): Promise<string> => {
    const { status, body } = await rep.send(draft, key);
    assert.equal(status, 202, JSON.stringify(body));
    return body.id as string;
  };

  test('are counted once they have left, with their answers and bounces; one that was taken back is not', async () => {
    await rig.setUndo(10);
    const templateId = await add(rae);
    await share(templateId);
    const first = await send(rae, { templateId });
    const second = await send(noor, { templateId });
    const back = await send(rae, { templateId, recordId: OMAR, personId: OMAR });
    await done(rae, 'POST', `/sales-emails/${back}/cancel`);
    const waiting = await show(rae, templateId);
    assert.equal(waiting.sent, 0);
    assert.ok(waiting.lastUsedAt !== null, 'it was used');
    rig.clock.advance(60_000);
    await rig.startWorker();
    await rig.inState(rae, first, 'sent');
    await rig.inState(noor, second, 'sent');
    await sql(`update sales_emails set replied_at = now() where id = $1`, [first]);
    await sql(`update sales_emails set state = 'bounced' where id = $1`, [second]);
    const { sent, replied, statistics } = await show(rae, templateId);
    assert.deepEqual([sent, replied], [2, 1]);
    assert.deepEqual({ ...statistics, lastUsedAt: null }, { sent: 2, replied: 1, bounced: 1, people: 1, lastUsedAt: null });
    const [row] = (await done(noor, 'GET', '/templates?sort=sent')).templates;
    assert.deepEqual([row.sent, row.replied], [2, 1], 'whoever sees the template sees what it comes to');
    const emails = (await done(rae, 'GET', `/templates/${templateId}/emails`)).emails as {
      id: string;
      personName: string;
      state: string;
    }[];
    assert.ok(!emails.some(({ id }) => id === second), 'one’s own alone');
    assert.deepEqual([emails.at(-1)?.id, emails.at(-1)?.personName, emails.at(-1)?.state], [first, 'Dana Whitfield', 'sent']);
  });

  test('know their template as drafts too, and when they are sent again', async () => {
    const templateId = await add(rae);
    const draft = { recordId: DANA, personId: DANA, cc: [], bcc: [], subject: 'Hello', bodyHtml: '<p>Hi</p>', templateId };
    assert.equal((await done(rae, 'PUT', '/drafts', draft)).templateId, templateId);
    assert.equal((await done(rae, 'GET', `/compose?recordId=${DANA}`)).draft.templateId, templateId);
    const key = randomUUID();
    const id = await send(rae, draft, key);
    assert.equal(await send(rae, draft, key), id, 'the same request again is the same email');
    assert.equal((await rae.send({ ...draft, templateId: null }, key)).body.code, 'idempotency_key_reused');
    await rig.startWorker();
    await rig.inState(rae, id, 'sent');
    await sql(`update sales_emails set state = 'bounced' where id = $1`, [id]);
    assert.equal((await done(rae, 'POST', `/sales-emails/${id}/draft`)).templateId, templateId);
    assert.equal((await show(rae, templateId)).sent, 1);
  });

  test('leave and stay when their template is deleted, was never there, or is another org’s, and count nowhere', async () => {
    const templateId = await add(rae);
    const id = await send(rae, { templateId });
    await done(rae, 'DELETE', `/templates/${templateId}`);
    const others = await rig.service.addOrg({ orgId: '00D000000000002EAA', lightningOrigin: 'https://initech.lightning.force.com' });
    const ines = await others.addUser({ salesforceUserId: '005000000000021AAA', email: 'ines@initech.example' });
    await sql(
      `with c as (insert into template_categories (org_id, name, name_key, created_by, created_at)
                  values ($1, 'G', 'g', $2, now()) returning id)
       insert into templates (org_id, owner_id, category_id, name, subject, body_html, notes, criteria, name_key, search_text, snippet,
         is_for_everyone, saved_by, created_at, updated_at)
       select $1, $2, id, 'A secret', '', '', '', '{"join":"all","list":[]}', '', '', '', true, $2, now(), now() from c`,
      [others.orgId, ines.id],
    );
    const [theirs] = await sql('select id from templates where org_id = $1', [others.orgId]);
    for (const gone of [templateId, randomUUID(), theirs.id as string]) await send(rae, { templateId: gone });
    for (const [method, path, body] of [
      ['GET', ''],
      ['POST', '/use', { recordId: DANA }],
      ['GET', '/emails'],
      ['PUT', '/favourite'],
    ] as const)
      assert.equal((await rae.panel.request(method, `/v1/templates/${String(theirs.id)}${path}`, body)).status, 404, path);
    assert.deepEqual(await sql('select from template_emails'), []);
    await rig.startWorker();
    assert.equal((await rig.inState(rae, id, 'sent')).subject, 'Pricing for 40 seats');
  });

  test('of a colleague’s template have its pictures, which are their own from then on and arrive', async () => {
    const { src } = await done(rae, 'POST', '/pictures', { content: png().toString('base64') });
    const bodyHtml = `<p>Look: <img src="${String(src)}" alt="Plan" /></p>`;
    const stolen = await noor.panel.request('POST', '/v1/templates', { name: 'Of Noor', categoryId, bodyHtml });
    assert.deepEqual([stolen.status, stolen.body.code], [422, 'picture_not_sendable']);
    const templateId = await add(rae, { bodyHtml });
    await share(templateId);
    assert.equal((await use(rae, templateId)).bodyHtml, bodyHtml);
    const [one, two] = [await use(noor, templateId), await use(noor, templateId)];
    assert.notEqual(one.bodyHtml, bodyHtml);
    assert.equal(two.bodyHtml, one.bodyHtml, 'the picture is copied once');
    await done(rae, 'DELETE', `/templates/${templateId}`);
    await sql('delete from email_pictures where user_id = $1', [rae.user.id]);
    const id = await send(noor, { bodyHtml: one.bodyHtml });
    await rig.startWorker();
    await rig.inState(noor, id, 'sent');
    const raw = Buffer.from((await rig.received('dana@globex.example'))[0]?.raw ?? '', 'base64').toString();
    assert.match(raw, /Content-Type: image\/png/i);
  });

  test('have pictures as long as the template has them, also when an admin has saved it or a colleague has cloned it', async () => {
    const { src } = await done(rae, 'POST', '/pictures', { content: png().toString('base64') });
    const templateId = await add(rae, { bodyHtml: `<p><img src="${String(src)}" alt="" /></p>` });
    await share(templateId);
    const clone = await done(noor, 'POST', `/templates/${templateId}/clone`);
    const { name, subject, bodyHtml, notes, isNonCommercial, criteria, version } = await show(avery, templateId);
    const words = { name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria, version };
    const saved = await done(avery, 'PUT', `/templates/${templateId}`, words);
    for (const days of [8, 16, 24]) await deleteUnusedPictures(rig.database.pool, new Date(rig.clock.now().getTime() + days * DAY_MS));
    const owners = await sql('select u.email from email_pictures p join users u on u.id = p.user_id order by 1');
    assert.deepEqual(
      owners.map(({ email }) => email as string),
      [AVERY.email, NOOR.email],
    );
    for (const html of [clone.bodyHtml, saved.bodyHtml] as string[]) {
      const [, path = ''] = /src="https?:\/\/[^/]+([^"]+)"/.exec(html) ?? [];
      assert.equal((await rig.service.app.inject(path)).statusCode, 200);
    }
    const again = await done(rae, 'PUT', `/templates/${templateId}`, { ...words, bodyHtml: saved.bodyHtml, version: saved.version });
    assert.notEqual(again.bodyHtml, saved.bodyHtml, 'the owner saves what the admin has saved, with pictures of the owner’s own');
  });

  test('say in compose which templates a rep likes and has used last', async () => {
    const [a, b, c] = [
      await add(rae, { name: 'A' }),
      await add(rae, { name: 'B' }),
      await add(rae, { name: 'C', bodyHtml: '<p>One</p><p>Two</p>' }),
    ];
    await done(rae, 'POST', `/templates/${await add(rae, { name: 'D' })}/archive`);
    await add(noor, { name: 'Of Noor' });
    const pick = (question = '') => done(rae, 'GET', `/template-picker?recordId=${DANA}${question}`);
    const names = async () => (await pick()).templates.map(({ name }: { name: string }) => name) as string[];
    assert.deepEqual(await names(), ['A', 'B', 'C']);
    await send(rae, { templateId: b });
    assert.deepEqual(await names(), ['B', 'A', 'C']);
    rig.clock.advance(1_000);
    await send(rae, { templateId: a });
    await done(rae, 'PUT', `/templates/${c}/favourite`);
    assert.deepEqual(await names(), ['C', 'A', 'B']);
    const { templates, total } = await pick('&search=two+ONE');
    assert.equal(total, 1);
    assert.deepEqual(templates, [
      { id: c, name: 'C', subject: '', categoryName: 'General', isFavourite: true, isMine: true, ownerName: RAE.name, snippet: 'One Two' },
    ]);
    assert.deepEqual(await use(rae, c), {
      templateId: c,
      name: 'C',
      subject: '',
      bodyHtml: '<p>One</p><p>Two</p>',
      isNonCommercial: false,
    });
  });

  test('go on when the owner’s access ends: the template passes to the admin who ended it, shared as it was', async () => {
    const west = (await done(avery, 'POST', '/teams', { name: 'West' })).id as string;
    for (const rep of [rae, noor, avery]) await done(avery, 'PUT', `/teams/${west}/members/${rep.user.id}`);
    const templateId = await add(rae);
    const priv = await add(rae, { name: 'Private' });
    await done(rae, 'PUT', `/templates/${templateId}/sharing`, { everyone: false, teamIds: [west] });
    await sql(`update users set role = 'admin', activated_at = '2020-01-01' where id = $1`, [noor.user.id]);
    await done(avery, 'POST', `/users/${rae.user.id}/deactivation`);
    const shown = await show(avery, templateId);
    assert.deepEqual([shown.owner.name, shown.isMine, shown.sharedWith.teams.length], ['Avery Stone', true, 1]);
    assert.equal((await show(avery, priv)).isMine, true, 'what was private is private, and the admin’s');
    await done(avery, 'DELETE', `/teams/${west}/members/${avery.user.id}`);
    assert.deepEqual((await show(avery, templateId)).sharedWith.teams, [], 'and leaves the team with its new owner');
  });

  test('go on when Salesforce ends the access: the template passes to the admin who has been one of the users longest', async () => {
    const templateId = await add(rae);
    await sql(`update users set role = 'admin', activated_at = '2020-01-01' where id = $1`, [noor.user.id]);
    const context = { signal: new AbortController().signal, attempt: 1 };
    await rig.work.jobs['end-inactive-user']?.({ orgId: ACME, userId: rae.user.id }, context);
    assert.equal((await sql('select owner_id from templates where id = $1', [templateId]))[0].owner_id, noor.user.id);
  });
});
