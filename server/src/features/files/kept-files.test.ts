import assert from 'node:assert/strict';
import { createServer, request as ask, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, DANA, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { createKeepFile, createScan, deleteLeftUploads, deleteUnusedFiles } from './index.ts';

const DAY_MS = 24 * 3_600_000;
const OFFER = Buffer.from('%PDF-1.7 An offer');

describe('A file that a rep adds', () => {
  let rig: SellingRig;
  let rae: Rep;
  let scanner: Server;
  let verdict: { status: number; body?: string } | 'silence';
  const shared = process.env['TMPDIR'];
  before(async () => {
    // Tests of other files upload at the same time
    process.env['TMPDIR'] = mkdtempSync(join(tmpdir(), 'msi-kept-files-'));
    scanner = createServer((request, answer) => {
      void buffer(request).then(() => {
        if (verdict === 'silence') request.socket.destroy();
        else answer.writeHead(verdict.status).end(verdict.body);
      });
    });
    await new Promise<void>((resolve) => scanner.listen(0, '127.0.0.1', resolve));
    const { port } = scanner.address() as AddressInfo;
    rig = await startSellingRig({ env: { VIRUS_SCAN_URL: `http://127.0.0.1:${String(port)}/scan` } });
  });
  beforeEach(async () => {
    verdict = { status: 204 };
    await rig.reset();
    rae = await rig.addRep(RAE, 'google');
  });
  after(async () => {
    await rig.close();
    scanner.close();
    rmSync(tmpdir(), { recursive: true });
    if (shared === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = shared;
  });

  const upload = (name: string, bytes: Buffer, rep = rae) => rep.panel.upload(name, bytes);
  /** The address for a file, without the host. */
  const linkTo = async (name: string, size: number): Promise<string> => {
    const { body } = await rae.panel.request('POST', '/v1/files/upload-links', { name, size });
    const { pathname, search } = new URL(body.url);
    return `${pathname}${search}`;
  };
  const put = (url: string, payload = OFFER, headers = {}) =>
    rig.service.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/octet-stream', ...headers }, payload });
  const save = (attachmentIds: string[]) =>
    rae.panel.request('PUT', '/v1/drafts', { recordId: DANA, personId: DANA, subject: 'Hello', bodyHtml: '<p>Hi</p>', attachmentIds });
  const remove = (id: string, rep = rae) => rep.panel.request('DELETE', `/v1/files/${id}`);
  const count = async () => {
    const { rows } = await rig.database.ownerPool.query<{ files: number; objects: number }>(
      'select (select count(*) from files)::int as files, (select count(*) from stored_objects)::int as objects',
    );
    return [rows[0]?.files, rows[0]?.objects];
  };
  const cleanIn = (days: number) =>
    deleteUnusedFiles({ pool: rig.database.pool, objects: rig.connections.objects }, new Date(rig.clock.now().getTime() + days * DAY_MS));

  test('is kept byte for byte under a clean name, and no copy stays on the disk of the service', async () => {
    const { status, body } = await upload('C:\\Offers\\Offer\u202e für Dana.pdf', OFFER);
    assert.deepEqual([status, body], [201, { id: body.id, name: 'Offer für Dana.pdf', type: 'application/pdf', size: OFFER.length }]);
    assert.ok((await buffer(await rig.connections.objects.get({ orgId: ACME, id: body.id }))).equals(OFFER));
    assert.deepEqual(
      readdirSync(tmpdir()).filter((name) => name.startsWith('msi-upload-')),
      [],
    );
  });

  test('is refused with a sentence for its kind, its size and its emptiness, and nothing is kept', async () => {
    const refused = async (name: string, bytes: Buffer) => {
      const { status, body } = await upload(name, bytes);
      return [status, body.code, body.title];
    };
    const link = 'Put it where people can download it, and send the link.';
    assert.deepEqual(await refused('offer.pdf.exe', OFFER), [
      415,
      'file_type_refused',
      `Mail providers do not take files that end in .exe, because such files can carry viruses. ${link}`,
    ]);
    assert.equal((await refused('offer.pdf', Buffer.concat([Buffer.from('MZ\0'), Buffer.alloc(80)])))[1], 'file_type_refused');
    assert.deepEqual(await refused('offer.pdf', Buffer.alloc(20_000_001)), [
      413,
      'file_too_large',
      `This file has 20.1 MB, and one file may have 20 MB. ${link}`,
    ]);
    assert.deepEqual(await refused('offer.pdf', Buffer.alloc(0)), [400, 'validation_failed', 'This file is empty.']);
    assert.deepEqual(await count(), [0, 0]);
  });

  test('for the library is refused in words of the library, which sends nobody to another place for files', async () => {
    const asContent = async (name: string, size: number) =>
      (await rae.panel.request('POST', '/v1/files/upload-links', { name, size, purpose: 'content' })).body;
    assert.equal((await asContent('setup.exe', 1)).title, 'Files that end in .exe can carry viruses, so they cannot be content.');
    assert.equal(
      (await asContent('offer.pdf', 20_000_001)).title,
      'This file has 20.1 MB, and one file may have 20 MB. Make it smaller, for example with smaller pictures.',
    );
    const { pathname, search } = new URL((await asContent('offer.pdf', 83)).url);
    const program = await put(`${pathname}${search}`, Buffer.concat([Buffer.from('MZ\0'), Buffer.alloc(80)]));
    assert.match(program.json<{ title: string }>().title, /Programs can carry viruses, so they cannot be content\.$/);
  });

  test('is refused while it comes, when it does not say before how large it is', async () => {
    await rig.service.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = rig.service.app.server.address() as AddressInfo;
    const path = await linkTo('a.bin', 1);
    const status = await new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/octet-stream' };
      const upload = ask({ port, host: '127.0.0.1', method: 'POST', path, headers }, ({ statusCode }) => {
        resolve(statusCode);
        upload.destroy();
      });
      upload.on('error', reject);
      for (let sent = 0; sent < 21; sent += 1) upload.write(Buffer.alloc(1_000_000, 1));
    });
    assert.equal(status, 413);
    assert.deepEqual(await count(), [0, 0]);
  });

  test('that is cut or never comes is no fault of the service, and leaves nothing behind', async () => {
    const { pool } = rig.database;
    const keepFile = createKeepFile({ pool, clock: rig.clock, objects: rig.connections.objects, scan: createScan({}) });
    const bytes = Readable.from(
      (async function* cut() {
        yield Buffer.from('%PDF');
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    );
    const kept = keepFile(ACME, rae.user.id, { name: 'offer.pdf', purpose: 'email', bytes, declaredSize: 100 });
    await assert.rejects(kept, { code: 'bad_request', status: 400 });
    const empty = await rig.service.app.inject({ method: 'POST', url: await linkTo('offer.pdf', 1) });
    assert.deepEqual([empty.statusCode, empty.json<{ title: string }>().title], [400, 'This file is empty.']);
    assert.deepEqual(await count(), [0, 0]);
    const [old, young] = [mkdtempSync(join(tmpdir(), 'msi-upload-')), mkdtempSync(join(tmpdir(), 'msi-upload-'))];
    const before = new Date(Date.now() - 2 * 3_600_000);
    utimesSync(old, before, before);
    await deleteLeftUploads();
    assert.deepEqual([existsSync(old), existsSync(young)], [false, true]);
    await deleteLeftUploads(new Date(Date.now() + 2 * 3_600_000));
  });

  test('is in the store or known to be looked for there, whatever the store said', async () => {
    const { objects } = rig.connections;
    const [put, remove] = [objects.put.bind(objects), objects.delete.bind(objects)];
    const fails = () => Promise.reject(new Error('The store does not answer'));
    Object.assign(objects, { put: async (...file: Parameters<typeof objects.put>) => put(...file).then(fails), delete: fails });
    try {
      assert.equal((await upload('offer.pdf', OFFER)).status, 500);
      assert.deepEqual(await count(), [1, 1]);
      await assert.rejects(cleanIn(0), /does not answer/);
    } finally {
      Object.assign(objects, { put, delete: remove });
    }
    await cleanIn(0);
    assert.deepEqual(await count(), [0, 0]);
  });

  test('comes by a link of ten minutes, which ends with the access of its rep', async () => {
    const link = await linkTo('offer.pdf', OFFER.length);
    assert.equal((await put(link)).statusCode, 201);
    const forged = link.replace('/uploads/', '/uploads/x');
    rig.clock.advance(10 * 60_000);
    for (const bad of [link, forged]) {
      const answer = await put(bad);
      assert.deepEqual([answer.statusCode, answer.json<{ code: string }>().code], [404, 'not_found']);
    }
    rae = { ...rae, panel: await rig.service.openPanel(rig.org, RAE) };
    const fresh = await linkTo('offer.pdf', OFFER.length);
    await rig.database.ownerPool.query(`update users set state = 'deactivated', deactivated_at = now() where id = $1`, [rae.user.id]);
    assert.equal((await put(fresh)).statusCode, 404);
    assert.deepEqual(await count(), [1, 1]);
  });

  test('may come from the Lightning address of the org, and its refusals can be read there', async () => {
    const origin = 'https://acme.lightning.force.com';
    const asked = { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' };
    const link = await linkTo('offer.pdf', OFFER.length);
    const allowed = (answer: { statusCode: number; headers: Record<string, unknown> }) => [
      answer.statusCode,
      answer.headers['access-control-allow-origin'],
    ];
    assert.deepEqual(allowed(await rig.service.app.inject({ method: 'OPTIONS', url: link, headers: asked })), [204, origin]);
    assert.deepEqual(allowed(await put(link, OFFER, { origin })), [201, origin]);
    assert.deepEqual(allowed(await put(link.replace('offer.pdf', 'offer.exe'), OFFER, { origin })), [415, origin]);
    assert.deepEqual(allowed(await put('/uploads/nothing?name=x', OFFER, { origin })), [404, origin]);
    assert.deepEqual(allowed(await put(link, OFFER, { origin: 'https://evil.example' })), [201, undefined]);
  });

  test('is not kept when the scanner finds something or cannot say', async () => {
    verdict = { status: 200, body: '{"clean": true}' };
    assert.equal((await upload('a.pdf', OFFER)).status, 201);
    verdict = { status: 200, body: '{"clean": false, "name": "Eicar"}' };
    const { status, body } = await upload('b.pdf', OFFER);
    assert.deepEqual([status, body.code], [422, 'file_infected']);
    for (const cannotSay of [{ status: 200, body: 'ok' }, { status: 500 }, 'silence'] as const) {
      verdict = cannotSay;
      assert.deepEqual([(await upload('c.pdf', OFFER)).status, (await upload('c.pdf', OFFER)).body.code], [503, 'file_not_scanned']);
    }
    assert.deepEqual(await count(), [1, 1]);
  });

  test('is shown by a program too: 0 is clean, 1 is infected, all else cannot say', async () => {
    const file = { path: process.execPath, size: 1 };
    const scanBy = (...command: string[]) => createScan({ command })(file);
    assert.deepEqual([await scanBy('cmp', '-s', '-', process.execPath), await scanBy('false')], ['clean', 'infected']);
    await assert.rejects(scanBy('sh', '-c', 'exit 2'), /ended with 2/);
    await assert.rejects(scanBy('no-such-scanner'), /ENOENT/);
  });

  test('waits for no program that hangs and does not hear', { timeout: 10_000 }, async () => {
    const hang = `process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)`;
    const scan = createScan({ command: [process.execPath, '-e', hang], timeoutMs: 1_000 });
    await assert.rejects(scan({ path: process.execPath, size: 1 }), /ended with a signal/);
  });

  test('can be removed by its rep alone, and by nobody once an email has it', async () => {
    const noor = await rig.addRep(NOOR);
    const [gone, sent] = [(await upload('gone.pdf', OFFER)).body.id, (await upload('sent.pdf', OFFER)).body.id];
    assert.equal((await remove(gone, noor)).status, 404);
    await save([gone, sent]);
    assert.equal((await remove(gone)).status, 204);
    const { body: compose } = await rae.panel.request('GET', `/v1/compose?recordId=${DANA}`);
    assert.deepEqual(
      [compose.draft.attachmentIds, compose.draft.attachments.map(({ name }: { name: string }) => name)],
      [[gone, sent], ['sent.pdf']],
    );
    const { body: refused } = await rae.send({ attachmentIds: [sent, gone] });
    assert.deepEqual(
      [refused.code, refused.errors.map(({ pointer }: { pointer: string }) => pointer)],
      ['file_gone', ['/attachmentIds/1']],
    );
    assert.equal((await rae.send({ attachmentIds: [sent] })).status, 202);
    // By the clock of another process
    await rig.database.ownerPool.query(`update files set created_at = created_at + interval '5 seconds'`);
    const { status, body } = await remove(sent);
    assert.deepEqual([status, body.code], [409, 'file_in_use']);
    assert.deepEqual(await count(), [1, 1]);
  });

  test('goes after seven days when no email has it; one in a draft or in an email that was sent stays', async () => {
    await upload('unused.pdf', OFFER);
    const [kept, sent] = [(await upload('kept.pdf', OFFER)).body.id, (await upload('sent.pdf', OFFER)).body.id];
    assert.equal((await rae.send({ attachmentIds: [sent] })).status, 202);
    const { body: draft } = await save([kept]);
    await cleanIn(6);
    assert.deepEqual(await count(), [3, 3]);
    await cleanIn(8);
    assert.deepEqual(await count(), [2, 2]);
    await rae.panel.request('DELETE', `/v1/drafts/${draft.id}`);
    await cleanIn(14);
    assert.deepEqual(await count(), [2, 2]);
    await cleanIn(16);
    assert.deepEqual(await count(), [1, 1]);
    await cleanIn(400);
    assert.deepEqual(await count(), [1, 1]);
  });

  test('is refused when the rep has added 200 MB within a day, and taken again a day later', async () => {
    await upload('first.bin', Buffer.from('x'));
    await rig.database.ownerPool.query('update files set size = 199000000');
    assert.equal((await upload('small.bin', Buffer.alloc(900_000, 1))).status, 201);
    const { status, body } = await upload('large.bin', Buffer.alloc(200_000, 1));
    assert.deepEqual([status, body.code], [429, 'file_quota_reached']);
    assert.match(body.title, /200 MB of files within a day/);
    assert.ok(Math.abs(Date.parse(body.retryAt) - rig.clock.now().getTime() - DAY_MS) < 60_000, body.retryAt);
    rig.clock.advance(DAY_MS + 60_000);
    rae = { ...rae, panel: await rig.service.openPanel(rig.org, RAE) };
    assert.equal((await upload('large.bin', Buffer.alloc(200_000, 1))).status, 201);
  });
});
