import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import nodemailer from 'nodemailer';
import PostalMime from 'postal-mime';
import { messageWithPicture } from '../../test-support/message-with-picture.ts';
import { png } from '../../test-support/pictures.ts';
import { startGoogle } from '../google/index.ts';
import { startMicrosoft } from '../microsoft/index.ts';
import type { Neighbours } from '../mail/index.ts';
import { startProspect, type ProspectSimulator } from './index.ts';

const ADDRESS = 'dana@globex.example';

function message(from: string, html = '<p>Hello</p>'): Buffer {
  return Buffer.from(
    [
      `From: <${from}>`,
      `To: Dana Whitfield <${ADDRESS}>`,
      'Subject: Pricing',
      'Message-ID: <one@acme.example>',
      'References: <root@acme.example>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/alternative; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Hello',
      '--b',
      'Content-Type: text/html',
      '',
      html,
      '--b--',
      '',
    ].join('\r\n'),
  );
}

async function send(port: number, raw: Buffer, to: string[] = [ADDRESS], from = 'rae@acme.example'): Promise<void> {
  await nodemailer.createTransport({ host: '127.0.0.1', port, secure: false, ignoreTLS: true }).sendMail({ envelope: { from, to }, raw });
}

interface Listed {
  id: string;
  raw: string;
  envelope: { from: string; to: string[] };
  headers: { name: string; value: string }[];
}

async function inbox(url: string, address: string): Promise<Listed[]> {
  return ((await (await fetch(`${url}/sim/mailboxes/${address}/messages`)).json()) as { messages: Listed[] }).messages;
}

function parsed(listed: Listed | undefined) {
  return PostalMime.parse(Buffer.from(listed?.raw ?? '', 'base64'), { forceRfc822Attachments: true });
}

describe("the prospects' side", () => {
  const neighbours: Neighbours = {};
  let prospect: ProspectSimulator;
  let google: Awaited<ReturnType<typeof startGoogle>>;
  let microsoft: Awaited<ReturnType<typeof startMicrosoft>>;
  let site: Server;
  let visits: { url: string; agent: string }[];

  before(async () => {
    prospect = await startProspect({ neighbours });
    google = await startGoogle();
    microsoft = await startMicrosoft();
    Object.assign(neighbours, { google: google.url, microsoft: microsoft.url });
    site = createServer((request, response) => {
      visits.push({ url: request.url ?? '', agent: request.headers['user-agent'] ?? '' });
      response.writeHead(302, { location: 'https://acme.example/pricing' }).end();
    });
    await new Promise<void>((resolve) => site.listen(0, 'localhost', resolve));
  });
  beforeEach(() => {
    visits = [];
    for (const simulator of [prospect, google, microsoft]) simulator.reset();
  });
  after(async () => {
    await Promise.all([prospect.close(), google.close(), microsoft.close(), new Promise((resolve) => site.close(resolve))]);
  });

  const act = (action: string, fields: Record<string, string> = {}, address = ADDRESS) =>
    fetch(`${prospect.url}/mailbox/${address}/1/${action}`, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const page = async (path: string) => (await fetch(`${prospect.url}${path}`)).text();

  test('mail for anyone is taken and kept with its exact bytes and its envelope, one copy per recipient', async () => {
    const raw = message('rae@acme.example', '<p>.\r\n..dots\r\n.</p>');
    await send(prospect.smtpPort, raw, [ADDRESS, 'Hidden@globex.example']);
    for (const address of [ADDRESS, 'hidden@globex.example']) {
      const [copy] = await inbox(prospect.url, address);
      assert.equal(Buffer.from(copy?.raw ?? '', 'base64').toString(), raw.toString());
      assert.deepEqual(copy?.envelope, { from: 'rae@acme.example', to: [ADDRESS, 'Hidden@globex.example'] });
      assert.equal(copy?.headers.find(({ name }) => name === 'Subject')?.value, 'Pricing');
    }
    const { mailboxes } = (await (await fetch(`${prospect.url}/sim/mailboxes`)).json()) as { mailboxes: unknown };
    assert.deepEqual(mailboxes, [
      { address: ADDRESS, messages: 1 },
      { address: 'hidden@globex.example', messages: 1 },
    ]);
  });

  test('the pages list and show the message, and its HTML cannot run or load anything', async () => {
    await send(prospect.smtpPort, message('rae@acme.example', '<script>alert(1)</script><img src="https://t.example/o/1">'));
    assert.match(await page('/'), /href="\/mailbox\/dana%40globex\.example"/);
    assert.match(await page(`/mailbox/${ADDRESS}`), />Pricing<\/a>/);
    const shown = await page(`/mailbox/${ADDRESS}/1`);
    assert.match(shown, /<iframe title="The message as HTML" sandbox="allow-popups/);
    assert.doesNotMatch(shown, /<script>/);
    const body = await fetch(`${prospect.url}/mailbox/${ADDRESS}/1/body`);
    assert.match(body.headers.get('content-security-policy') ?? '', /default-src 'none'.*img-src data:; sandbox/);
    assert.equal((await fetch(`${prospect.url}/mailbox/${ADDRESS}/99`)).status, 404);
  });

  test('a picture that is a part of the message is shown, and counts as no attachment', async () => {
    await send(prospect.smtpPort, messageWithPicture('rae@acme.example', ADDRESS, png()));
    const body = await page(`/mailbox/${ADDRESS}/1/body`);
    assert.ok(body.includes(`<img src="data:image/png;base64,${png().toString('base64')}" alt="Photo">`));
    assert.doesNotMatch(await page(`/mailbox/${ADDRESS}/1`), /Attachments/);
  });

  test('a reply reaches the inbox at Google with the threading headers of a real client', async () => {
    await send(prospect.smtpPort, message('rae@acme.example'));
    assert.equal((await act('reply', { text: 'Yes & thanks' })).status, 303);
    const reply = await parsed((await inbox(google.url, 'rae@acme.example'))[0]);
    assert.deepEqual(reply.from, { name: 'Dana Whitfield', address: ADDRESS });
    assert.equal(reply.subject, 'Re: Pricing');
    assert.equal(reply.inReplyTo, '<one@acme.example>');
    assert.equal(reply.references, '<root@acme.example> <one@acme.example>');
    assert.match(reply.text ?? '', /^Yes & thanks\n\nOn .* wrote:\n> Hello/);
    assert.match(await page(`/mailbox/${ADDRESS}/1`), /Replied to &lt;rae@acme\.example&gt;/);
  });

  test('a reply reaches the inbox at Microsoft, also from another address', async () => {
    await send(prospect.smtpPort, message('noor@acme.example'), [ADDRESS], 'noor@acme.example');
    await act('reply-from', { from: 'omar@globex.example', text: 'I answer for Dana' });
    const reply = await parsed((await inbox(microsoft.url, 'noor@acme.example'))[0]);
    assert.equal(reply.from?.address, 'omar@globex.example');
    assert.equal((await inbox(google.url, 'rae@acme.example')).length, 0);
  });

  test('an automatic answer says that it is one', async () => {
    await send(prospect.smtpPort, message('rae@acme.example'));
    await act('out-of-office', { text: 'Back on Monday' });
    const [answer] = await inbox(google.url, 'rae@acme.example');
    const raw = Buffer.from(answer?.raw ?? '', 'base64').toString();
    assert.match(raw, /^Auto-Submitted: auto-generated\r$/m);
    assert.match(raw, /^X-Auto-Response-Suppress: All\r$/im);
    assert.match(raw, /^Subject: Automatic reply: Pricing\r$/m);
  });

  test("a bounce looks like the sender's own host writes it", async () => {
    await send(prospect.smtpPort, message('rae@acme.example'));
    await send(prospect.smtpPort, message('noor@acme.example'), ['omar@globex.example'], 'noor@acme.example');
    await act('bounce', { kind: 'unknown_address' });
    await fetch(`${prospect.url}/mailbox/omar@globex.example/2/bounce`, { method: 'POST', redirect: 'manual' });

    const [atGoogle] = await inbox(google.url, 'rae@acme.example');
    const gmail = await parsed(atGoogle);
    assert.equal(gmail.from?.address, 'mailer-daemon@googlemail.com');
    assert.equal(gmail.inReplyTo, '<one@acme.example>');
    assert.equal(gmail.headers.find(({ key }) => key === 'x-failed-recipients')?.value, ADDRESS);
    const status = gmail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
    assert.match(
      Buffer.from(status?.content as ArrayBuffer).toString(),
      /Final-Recipient: rfc822; dana@globex\.example\r?\nAction: failed\r?\nStatus: 5\.1\.1/,
    );
    const original = gmail.attachments.find(({ mimeType }) => mimeType === 'message/rfc822');
    assert.match(Buffer.from(original?.content as ArrayBuffer).toString(), /Message-ID: <one@acme\.example>/);

    const exchange = await parsed((await inbox(microsoft.url, 'noor@acme.example'))[0]);
    assert.equal(exchange.subject, 'Undeliverable: Pricing');
    assert.ok(exchange.headers.some(({ key }) => key === 'x-ms-exchange-message-is-ndr'));
  });

  test('Open loads the images and Click follows the chosen link, and nothing else is visited', async () => {
    const base = `http://localhost:${String((site.address() as AddressInfo).port)}`;
    await send(
      prospect.smtpPort,
      message('rae@acme.example', `<a href="${base}/c/1?a=1&amp;b=2">x</a><img src="${base}/o/1"><img src="https://outside.example/x">`),
    );
    await page(`/mailbox/${ADDRESS}/1`);
    await page(`/mailbox/${ADDRESS}/1/body`);
    assert.deepEqual(visits, []);
    await act('open', { visitor: 'apple' });
    assert.deepEqual(visits, [{ url: '/o/1', agent: 'Mozilla/5.0' }]);
    await act('click', { link: `${base}/c/1?a=1&b=2` });
    assert.deepEqual(
      visits.map(({ url }) => url),
      ['/o/1', '/c/1?a=1&b=2'],
    );
    const shown = await page(`/mailbox/${ADDRESS}/1`);
    assert.match(shown, /leads to https:\/\/acme\.example\/pricing/);
    assert.match(shown, /outside\.example\/x was left alone/);
  });

  test('a refused action says why on the page', async () => {
    await send(prospect.smtpPort, message('rae@acme.example'));
    const empty = await act('reply', { text: ' ' });
    assert.equal(empty.status, 400);
    assert.match(await empty.text(), /role="alert">[^<]*must not be empty/);
    assert.equal((await act('click', { link: 'https://elsewhere.example/' })).status, 400);
    assert.equal((await act('reply', { text: 'x' }, 'nobody@globex.example')).status, 404);
  });
});

test('what came in is still there after a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'prospect-'));
  const stateFile = join(folder, 'prospect.json');
  const first = await startProspect({ stateFile });
  await send(first.smtpPort, message('rae@acme.example'));
  await first.close();
  const second = await startProspect({ stateFile });
  assert.equal((await inbox(second.url, ADDRESS)).length, 1);
  await second.close();
  rmSync(folder, { recursive: true });
});
