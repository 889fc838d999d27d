import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { drawnPdf } from '../../../test-support/drawn-pdf.ts';
import { startTemplatesRig, type Answered, type Name, type TemplatesRig } from '../../../test-support/templates-rig.ts';
import { until } from '../../../test-support/until.ts';
import { createWorkers, type JobHandler, type JobWorker } from '../../platform/jobs.ts';
import { deleteUnusedFiles } from '../files/index.ts';
import {
  createForgetContent,
  createPreparePages,
  createRenderInThread,
  FORGET_CONTENT,
  PREPARE_CONTENT_PAGES,
  type RenderPages,
} from './index.ts';

const ACME = '00D000000000001EAA';
const DAY_MS = 24 * 3_600_000;
const CONTEXT = { signal: new AbortController().signal, attempt: 1 };

describe('A file of the library', () => {
  let rig: TemplatesRig;
  const workers: JobWorker[] = [];
  const renderPages = createRenderInThread();
  before(async () => {
    rig = await startTemplatesRig();
  });
  beforeEach(async () => {
    await stopWork();
    await query('truncate graphile_worker._private_jobs');
    await query('delete from stored_objects');
    await rig.reset();
  });
  after(async () => {
    await stopWork();
    await rig.service.close();
  });

  const query = (statement: string, values: unknown[] = []) => rig.service.database.ownerPool.query(statement, values);
  const stored = () => ({ pool: rig.service.database.pool, objects: rig.service.connections.objects });
  const upload = async (name: string, bytes: Buffer, who: Name = 'rae'): Promise<string> =>
    (await rig.people[who].panel.upload(name, bytes)).body.id as string;
  const make = async (name: string, bytes: Buffer, who: Name = 'rae'): Promise<Answered> =>
    rig.done(who, 'POST', '/content', { fileId: await upload(name, bytes, who) });
  const list = async (who: Name, question = ''): Promise<Answered[]> => (await rig.done(who, 'GET', `/content${question}`)).items;
  const names = async (who: Name, question = ''): Promise<string[]> => (await list(who, question)).map(({ name }) => name);
  const one = async (id: string): Promise<Answered> => (await list('rae')).find((content) => content.id === id);
  const state = async (id: string) => {
    const content = await one(id);
    return [content.state, content.stateReason, content.pageCount];
  };
  const jobs = (render: RenderPages = renderPages): Record<string, JobHandler> => ({
    [PREPARE_CONTENT_PAGES]: createPreparePages({ ...stored(), renderPages: render }),
    [FORGET_CONTENT]: createForgetContent(stored()),
  });
  const work = async (render?: RenderPages): Promise<void> => {
    const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const connectionString = rig.service.database.urls.jobs;
    workers.push(await createWorkers({ connectionString, jobs: jobs(render), log: quiet, pollIntervalMs: 50 }));
  };
  const stopWork = async (): Promise<void> => {
    await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  };
  const prepared = (...ids: string[]) =>
    until('the pages are made', async () => (await Promise.all(ids.map(one))).every((content) => content.state !== 'preparing'), {
      deadlineMs: 120_000,
    });
  const prepare = (contentId: string, render: RenderPages, firstPage = 1) =>
    jobs(render)[PREPARE_CONTENT_PAGES]?.({ orgId: ACME, contentId, firstPage }, CONTEXT);
  const count = async (): Promise<number[]> => {
    const { rows } = await query(
      `select (select count(*) from files)::int as files, (select count(*) from stored_objects)::int as objects,
              (select count(*) from content_pages)::int as pages`,
    );
    return [rows[0].files, rows[0].objects, rows[0].pages];
  };
  /** So many pages at a time, without a thread. */
  const slowly = (atOnce: number, pageCount: number): RenderPages => {
    const page = { width: 1, height: 1, webp: Buffer.from('page') };
    return (_pdf, first) =>
      Promise.resolve({ outcome: 'pages', pageCount, pages: Array.from({ length: atOnce }, (_, at) => ({ ...page, number: first + at })) });
  };

  test('shows its pages when they are made, is one however often it is asked for, and stays while it is there', async () => {
    const content = await make('Pricing.pdf', drawnPdf({ pages: 3, box: '0 0 700 1000' }));
    const { id, createdAt, size } = content;
    assert.deepEqual(content, {
      id,
      name: 'Pricing.pdf',
      type: 'application/pdf',
      size,
      state: 'preparing',
      stateReason: null,
      pageCount: null,
      isShared: false,
      isMine: true,
      ownerName: 'Rae Ortiz',
      createdAt,
      address: `${rig.service.config.PUBLIC_URL}/content/in/${ACME}.${String(id)}`,
      people: 0,
      lastViewedAt: null,
    });
    await work();
    await prepared(id);
    assert.deepEqual(await state(id), ['ready', null, 3]);
    assert.deepEqual((await rig.done('rae', 'POST', '/content', { fileId: id })).state, 'ready');
    const { rows } = await query('select object_id as id, number, width, height from content_pages order by number');
    assert.deepEqual(
      rows.map(({ number, width, height }) => [number, width, height]),
      [1, 2, 3].map((number) => [number, 1_400, 2_000]),
    );
    const page = await buffer(await stored().objects.get({ orgId: ACME, id: rows[0].id }));
    assert.equal(page.toString('latin1', 0, 16).replace(/^RIFF.{4}/s, ''), 'WEBPVP8 ');
    await deleteUnusedFiles(stored(), new Date(rig.service.clock.now().getTime() + 400 * DAY_MS));
    assert.equal(await rig.refused('rae', 'DELETE', `/files/${String(id)}`), '409 file_in_use');
    assert.deepEqual(await count(), [1, 4, 3]);
  });

  test('that cannot be shown can be downloaded, says why, and holds up no other', async () => {
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);
    const word = await make('Pricing.docx', Buffer.from('PK\u0003\u0004'));
    const locked = await make('Locked.pdf', drawnPdf({ hasPassword: true }));
    const damaged = await make('Damaged.pdf', drawnPdf({ pages: 3 }).subarray(0, 300));
    // Each drawing of it draws it twice more, for as long as there is memory
    const greedy = await make('Greedy.pdf', drawnPdf({ content: '/X Do /X Do' }));
    const thin = await make('Thin.pdf', drawnPdf({ box: '0 0 1 14400000' }));
    await work();
    await prepared(...[word, locked, damaged, greedy, thin].map(({ id }) => id as string));
    clearInterval(watch);
    await stopWork();
    const endless = await make('Endless.pdf', drawnPdf({ content: '[0.00001 0.00001] 0 d 0 0 m 600 700 l S' }));
    await prepare(endless.id, createRenderInThread(1_000));
    assert.deepEqual(await state(word.id), ['no_pages', 'not_pdf', null]);
    assert.deepEqual(await state(locked.id), ['no_pages', 'locked', null]);
    assert.deepEqual(await state(damaged.id), ['no_pages', 'damaged', null]);
    assert.deepEqual(await state(greedy.id), ['no_pages', 'damaged', null]);
    assert.deepEqual(await state(endless.id), ['no_pages', 'too_long', null]);
    assert.deepEqual(await state(thin.id), ['ready', null, 1]);
    assert.ok(peak - before < 900_000_000, `${String(Math.round((peak - before) / 1e6))} MB`);
  });

  test('shows what a form was filled in with', async () => {
    const looksOf = async (pdf: Buffer): Promise<string> => {
      const made = await renderPages(pdf, 1);
      assert.ok(made.outcome === 'pages');
      return Buffer.from(made.pages[0]?.webp ?? []).toString('hex');
    };
    assert.notEqual(await looksOf(drawnPdf({ field: 'EUR 9,000' })), await looksOf(drawnPdf({ field: '' })));
  });

  test('has each page once, whatever the store does while they are made, and the first 200 of a long document', async () => {
    const { id } = await make('Long.pdf', drawnPdf());
    const { objects } = stored();
    const put = objects.put.bind(objects);
    const fails = () => Promise.reject(new Error('The store does not answer'));
    let puts = 0;
    Object.assign(objects, {
      put: async (...page: Parameters<typeof put>) => ((puts += 1) === 2 ? put(...page).then(fails) : put(...page)),
    });
    try {
      await assert.rejects(async () => prepare(id, slowly(2, 1_000)), /does not answer/);
      await prepare(id, slowly(2, 1_000));
    } finally {
      Object.assign(objects, { put });
    }
    assert.deepEqual(await count(), [1, 3, 2]);
    await query(
      `insert into content_pages (org_id, content_id, number, object_id, width, height)
       select $1, $2, n, gen_random_uuid(), 1, 1 from generate_series(3, 198) n`,
      [ACME, id],
    );
    await prepare(id, slowly(1, 1_000), 200);
    assert.deepEqual(await state(id), ['preparing', null, null]);
    const { rows } = await query(`select payload from graphile_worker._private_jobs where payload::text like '%firstPage%'`);
    assert.deepEqual(
      rows.map(({ payload }) => payload.firstPage),
      [199],
      'the first that another run has left out',
    );
    await prepare(id, slowly(2, 1_000), 199);
    assert.deepEqual(await state(id), ['ready', null, 1_000]);
    assert.deepEqual(await count(), [1, 5, 200]);
  });

  test('has each page once when two workers make them at the same time, and no bytes beside them', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf());
    const { objects } = stored();
    const put = objects.put.bind(objects);
    let isOther = false;
    Object.assign(objects, {
      put: async (...page: Parameters<typeof put>) => {
        if (!isOther) {
          isOther = true;
          await prepare(id, slowly(1, 2));
        }
        await put(...page);
      },
    });
    try {
      await prepare(id, slowly(1, 2));
    } finally {
      Object.assign(objects, { put });
    }
    assert.deepEqual(await count(), [1, 2, 1]);
    await prepare(id, slowly(1, 2), 2);
    assert.deepEqual(await state(id), ['ready', null, 2]);
    const { rows } = await query('select from content_pages p join stored_objects o on o.id = p.object_id');
    assert.equal(rows.length, 2);
  });

  test('that ends its process again and again is given up', async () => {
    const { id } = await make('Deadly.pdf', drawnPdf());
    await query('truncate graphile_worker._private_jobs');
    const never = Promise.withResolvers<never>();
    for (let tries = 0; tries < 3; tries += 1) {
      const begun = Promise.withResolvers<undefined>();
      void prepare(id, () => {
        begun.resolve(undefined);
        return never.promise;
      });
      await begun.promise;
    }
    assert.deepEqual(await state(id), ['preparing', null, null]);
    await prepare(id, () => Promise.reject(new Error('It was tried again')));
    assert.deepEqual(await state(id), ['no_pages', 'damaged', null]);
  });

  test('is seen by its rep, and by colleagues while it is shared; its rep alone changes it', async () => {
    const { id } = await make('Pricing 100%.pdf', drawnPdf());
    await make('Case study.docx', Buffer.from('PK\u0003\u0004'));
    await make('Of Sam.pdf', drawnPdf(), 'sam');
    const url = `/content/${String(id)}`;
    assert.deepEqual([await names('rae'), await names('sam')], [['Case study.docx', 'Pricing 100%.pdf'], ['Of Sam.pdf']]);
    for (const [method, path, body] of [
      ['PATCH', url, { name: 'Mine' }],
      ['DELETE', url],
      ['POST', `${url}/view-links`],
      ['POST', '/content', { fileId: id }],
    ] as const)
      assert.equal(await rig.refused('sam', method, path, body), '404 not_found', `${method} ${path}`);
    assert.equal((await rig.done('rae', 'PATCH', url, { isShared: true })).isShared, true);
    const [shared] = await list('sam', '?scope=shared');
    assert.deepEqual([shared.name, shared.isMine, shared.ownerName], ['Pricing 100%.pdf', false, 'Rae Ortiz']);
    assert.deepEqual(
      [await names('sam', '?scope=mine'), await names('sam', '?search=0%25%20PRIC')],
      [['Of Sam.pdf'], ['Pricing 100%.pdf']],
    );
    assert.equal(await rig.refused('sam', 'PATCH', url, { isShared: false }), '404 not_found');
    await rig.done('rae', 'PATCH', url, { isShared: false });
    assert.deepEqual(await names('sam'), ['Of Sam.pdf']);
  });

  test('passes to the admin who ended the access of its rep, and so can still be deleted', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf(), 'sam');
    await rig.done('avery', 'POST', `/users/${rig.people.sam.user.id}/deactivation`);
    const [handed] = await list('avery', '?scope=mine');
    assert.deepEqual([handed.id, handed.ownerName], [id, 'Avery Stone']);
    await rig.done('avery', 'DELETE', `/content/${String(id)}`);
    await work();
    await until('its bytes are gone', async () => (await count())[0] === 0);
  });

  test('keeps its ending whatever it is called, and gets none that mail programs refuse', async () => {
    const renamed = async (id: string, name: string) => (await rig.done('rae', 'PATCH', `/content/${id}`, { name })).name;
    const { id } = await make('Pricing.pdf', drawnPdf());
    assert.equal(await renamed(id, 'Our prices 2.0'), 'Our prices 2.0.pdf');
    assert.equal(await renamed(id, 'Prices\u202efdp.exe'), 'Pricesfdp.exe.pdf');
    assert.equal(await renamed(id, 'Prices Q3/Q4'), 'Prices Q3_Q4.pdf');
    assert.equal(await renamed(id, 'Prices.PDF'), 'Prices.PDF');
    const { id: plain } = await make('README', Buffer.from('Hello'));
    assert.equal(await renamed(plain, 'Notes'), 'Notes');
    assert.equal(await rig.refused('rae', 'PATCH', `/content/${String(plain)}`, { name: 'Notes.exe' }), '415 file_type_refused');
  });

  test('says how many have looked at it, and nothing new to whoever knows it already', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf());
    await query(
      `with email as (
         insert into sales_emails (org_id, user_id, record_id, record_object, subject, body_html, state, created_at, updated_at)
         select $1, $2, '00Q000000000001EAA', 'Lead', '', '', 'sent', now(), now() from generate_series(1, 2) returning id),
       link as (
         insert into content_links (org_id, token, content_id, sales_email_id, is_tracked, created_at)
         select $1, substr(md5(email.id::text), 1, 24), $3, email.id, true, now() from email returning token, sales_email_id)
       insert into content_views (org_id, token, content_id, sales_email_id, kind, page, at)
       select $1, token, $3, sales_email_id, 'page', n, '2026-01-05T09:00:00Z' from link, generate_series(1, 3) n`,
      [ACME, rig.people.rae.user.id, id],
    );
    const { people, lastViewedAt } = await one(id);
    assert.deepEqual([people, lastViewedAt], [2, '2026-01-05T09:00:00.000Z']);
    const { headers } = await rig.ask('rae', 'GET', '/content');
    const again = await rig.people.rae.panel.request('GET', '/v1/content', undefined, { 'if-none-match': String(headers['etag']) });
    assert.equal(again.status, 304);
  });

  test('can be looked at by its rep as recipients see it', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf());
    const { url } = await rig.done('rae', 'POST', `/content/${String(id)}/view-links`);
    const page = await rig.service.app.inject({ method: 'GET', url: new URL(url as string).pathname });
    assert.equal(page.statusCode, 200);
    assert.match(page.body, /Pricing\.pdf/);
  });

  test('goes with all its bytes, and leaves its name; an admin deletes a shared one of somebody else', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf({ pages: 2 }));
    await work();
    await prepared(id);
    assert.deepEqual(await count(), [1, 3, 2]);
    const url = `/content/${String(id)}`;
    assert.equal(await rig.refused('avery', 'DELETE', url), '404 not_found');
    await rig.done('rae', 'PATCH', url, { isShared: true });
    assert.equal(await rig.refused('sam', 'DELETE', url), '404 not_found');
    await rig.done('avery', 'DELETE', url);
    assert.deepEqual(await names('rae'), []);
    assert.equal(await rig.refused('rae', 'DELETE', url), '404 not_found');
    await until('the bytes are gone', async () => (await count()).every((left) => left === 0));
    const { rows } = await query('select name from content where deleted_at is not null');
    assert.deepEqual(rows, [{ name: 'Pricing.pdf' }]);
  });

  test('that is deleted while its pages are made leaves none of them, and its file stays where an email has it', async () => {
    const { id } = await make('Pricing.pdf', drawnPdf());
    await query(
      `insert into sales_emails
         (org_id, user_id, record_id, record_object, subject, body_html, state, idempotency_key, created_at, updated_at, attachment_ids)
       values ($1, $2, '00Q000000000001EAA', 'Lead', '', '', 'sent', 'x', now(), now(), array[$3::uuid])`,
      [ACME, rig.people.rae.user.id, id],
    );
    const { objects } = stored();
    const put = objects.put.bind(objects);
    Object.assign(objects, {
      put: async (...page: Parameters<typeof put>) => {
        await rig.done('rae', 'DELETE', `/content/${String(id)}`);
        const { rows } = await query(`select payload from graphile_worker._private_jobs where payload::text like '%isFileGivenUp%'`);
        await jobs()[FORGET_CONTENT]?.(rows[0].payload, CONTEXT);
        await put(...page);
      },
    });
    try {
      await prepare(id, slowly(1, 1));
    } finally {
      Object.assign(objects, { put });
    }
    assert.deepEqual(await count(), [1, 1, 0]);
    assert.equal(await rig.refused('rae', 'POST', '/content', { fileId: id }), '404 not_found');
  });

  test('is the 500th of its rep at most', async () => {
    const fileId = await upload('Pricing.pdf', drawnPdf());
    await query(
      `insert into content (org_id, id, user_id, name, type, size, state, state_reason, created_at)
       select $1, gen_random_uuid(), $2, 'Notes', 'text/plain', 1, 'no_pages', 'not_pdf', now() from generate_series(1, 500)`,
      [ACME, rig.people.rae.user.id],
    );
    assert.equal(await rig.refused('rae', 'POST', '/content', { fileId }), '409 content_full');
    const { items, hasMore } = await rig.done('rae', 'GET', '/content');
    assert.deepEqual([items.length, hasMore], [200, true]);
    await deleteUnusedFiles(stored(), new Date(rig.service.clock.now().getTime() + 8 * DAY_MS));
    assert.deepEqual(await count(), [0, 0, 0]);
  });
});
