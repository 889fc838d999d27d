import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import PostalMime from 'postal-mime';
import { startGoogle } from '../google/index.ts';
import { startMicrosoft } from '../microsoft/index.ts';
import { createPostOffice, type Neighbours } from '../mail/index.ts';
import { startProspect, type ProspectSimulator } from './index.ts';

const DANA = 'dana@globex.example';
function message(from: string, id: string) {
  return Buffer.from(
    [
      `From: <${from}>`,
      `To: Dana Whitfield <${DANA}>`,
      'Cc: Omar Reyes <omar@globex.example>',
      'Subject: Pricing',
      `Message-ID: ${id}`,
      'X-MSI-Id: 01ABC',
      '',
      'Hello',
      '',
    ].join('\r\n'),
  );
}

describe('what programs can make a prospect do', () => {
  const neighbours: Neighbours = {};
  let prospect: ProspectSimulator;
  let google: Awaited<ReturnType<typeof startGoogle>>;
  let microsoft: Awaited<ReturnType<typeof startMicrosoft>>;

  before(async () => {
    [prospect, google, microsoft] = await Promise.all([startProspect({ neighbours }), startGoogle(), startMicrosoft()]);
    Object.assign(neighbours, { google: google.url, microsoft: microsoft.url });
  });
  beforeEach(async () => {
    for (const simulator of [prospect, google, microsoft]) simulator.reset();
    await post('/sim/inbound', {
      from: 'rae@acme.example',
      to: [DANA],
      raw: message('rae@acme.example', '<one@acme.example>').toString('base64'),
    });
  });
  after(() => Promise.all([prospect.close(), google.close(), microsoft.close()]));

  const post = (path: string, body: object = {}) =>
    fetch(`${prospect.url}${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const act = async (action: string, body: object = {}, id = '1') => {
    const answer = await post(`/sim/mailboxes/${DANA}/messages/${id}/${action}`, body);
    assert.equal(answer.status, 200, await answer.clone().text());
    return (await answer.json()) as { what: string[]; messageId: string };
  };
  const newest = async (url: string, address: string) => {
    const answer = await fetch(`${url}/sim/mailboxes/${address}/messages?limit=1`);
    const [found] = ((await answer.json()) as { messages: { raw: string }[] }).messages;
    const raw = Buffer.from(found?.raw ?? '', 'base64');
    const mail = await PostalMime.parse(raw, { forceRfc822Attachments: true });
    const part = (type: string) => {
      const content = mail.attachments.find(({ mimeType }) => mimeType === type)?.content;
      return content ? Buffer.from(content as ArrayBuffer).toString() : '';
    };
    return { mail, part, header: (name: string) => mail.headers.find(({ key }) => key === name)?.value };
  };
  const inRaesInbox = () => newest(google.url, 'rae@acme.example');

  test('a reply tells its Message-ID, so that it can be looked for', async () => {
    const { messageId, what } = await act('reply', { text: 'Yes' });
    assert.equal((await inRaesInbox()).mail.messageId, messageId);
    assert.deepEqual(what, ['Replied to <rae@acme.example>']);
  });

  test('a reply can come from another address, from a Cc, or from a colleague who got it forwarded', async () => {
    const senders = async (action: string, body: object = {}) => {
      await act(action, body);
      const { mail } = await inRaesInbox();
      return [mail.from?.address, mail.inReplyTo === '<one@acme.example>', mail.references?.includes('<one@acme.example>')];
    };
    assert.deepEqual(await senders('reply-from', { from: 'Dana@Home.example', text: 'x' }), ['dana@home.example', true, true]);
    assert.deepEqual(await senders('reply-from-cc'), ['omar@globex.example', true, true]);
    assert.deepEqual(await senders('reply-from-colleague'), ['colleague@globex.example', false, true]);
  });

  test('a reply can lose its thread in part or altogether', async () => {
    await act('reply-in-new-thread');
    const { mail } = await inRaesInbox();
    assert.deepEqual([mail.inReplyTo, mail.references, mail.subject], [undefined, '<one@acme.example>', 'One more question about Pricing']);
    await act('reply-without-thread');
    const bare = await inRaesInbox();
    assert.deepEqual([bare.mail.inReplyTo, bare.mail.references, bare.mail.subject], [undefined, undefined, 'Re: Pricing']);
  });

  test('an absence names the first day back in the language asked for', async () => {
    await act('out-of-office', { language: 'fr', returnsOn: '2026-12-07', wording: 'back' });
    const { mail, header } = await inRaesInbox();
    assert.equal(mail.subject, 'Réponse automatique: Pricing');
    assert.match(mail.text ?? '', /de retour le 7 décembre 2026/);
    assert.equal(header('x-auto-response-suppress'), 'All');
    await act('out-of-office', { language: 'en', returnsOn: '2026-12-07', program: 'gmail' });
    assert.match((await inRaesInbox()).mail.subject ?? '', /until December 6, 2026\. Re: Pricing/);
  });

  test('robots and receipts mark themselves', async () => {
    await act('auto-reply');
    assert.equal((await inRaesInbox()).header('auto-submitted'), 'auto-generated');
    await act('read-receipt');
    assert.match((await inRaesInbox()).part('message/disposition-notification'), /Original-Message-ID: <one@acme\.example>/);
  });

  test('a bounce takes every cause and every host, for everybody the message names if asked', async () => {
    const status = async (action: string, body: object) => {
      await act(action, body);
      return (await inRaesInbox()).part('message/delivery-status');
    };
    assert.match(await status('bounce', { kind: 'hard' }), /Action: failed\r?\nStatus: 5\.1\.1/);
    assert.match(await status('bounce', { kind: 'full', host: 'smtp' }), /dns; mx\.mailhost\.example[^]*Status: 5\.2\.2/);
    assert.match(await status('bounce', { kind: 'too_large', host: 'microsoft' }), /Status: 5\.3\.4/);
    assert.match(
      await status('bounce', { kind: 'multi' }),
      /dana@globex\.example\r?\nAction: failed\r?\nStatus: 5\.1\.1[^]*omar@globex\.example\r?\nAction: failed\r?\nStatus: 5\.2\.2/,
    );
    assert.match(await status('delay', {}), /Action: delayed/);
    const forged = await status('forged-bounce', {});
    assert.match(forged, /X-Original-Message-ID: <[^>]+@made-up\.example>/);
  });

  test("a bounce follows the host of the sender's mailbox", async () => {
    await post('/sim/inbound', {
      from: 'noor@acme.example',
      to: [DANA],
      raw: message('noor@acme.example', '<two@acme.example>').toString('base64'),
    });
    await act('bounce', { kind: 'hard' }, '2');
    const { header, mail } = await newest(microsoft.url, 'noor@acme.example');
    assert.notEqual(header('x-ms-exchange-message-is-ndr'), undefined);
    assert.equal(mail.subject, 'Undeliverable: Pricing');
  });

  test('what cannot be done is refused with the reason', async () => {
    const refusal = async (path: string, body: object) => {
      const answer = await post(path, body);
      return [answer.status, ((await answer.json()) as { message: string }).message] as const;
    };
    assert.equal((await refusal(`/sim/mailboxes/${DANA}/messages/99/reply`, {}))[0], 404);
    const [status, words] = await refusal(`/sim/mailboxes/${DANA}/messages/1/bounce`, { kind: 'eaten' });
    assert.equal(status, 400);
    assert.match(words, /kind/);
    assert.match((await refusal(`/sim/mailboxes/${DANA}/messages/1/out-of-office`, { returnsOn: 'Monday' }))[1], /returnsOn/);
  });

  test('everything that came in is listed once, in order and without contents, from any number on', async () => {
    for (let number = 2; number <= 5; number += 1) {
      const raw = message('rae@acme.example', `<m${number}@acme.example>`).toString('base64');
      await post('/sim/inbound', { from: 'rae@acme.example', to: [`p${number}@globex.example`], raw });
    }
    const list = async (query: string) =>
      (await (await fetch(`${prospect.url}/sim/messages?${query}`)).json()) as { messages: Record<string, unknown>[]; last: number };
    const first = await list('limit=3');
    assert.equal(first.last, 3);
    const rest = await list(`after=${first.last}`);
    assert.deepEqual(
      [...first.messages, ...rest.messages].map(({ messageId }) => messageId),
      ['<one@acme.example>', '<m2@acme.example>', '<m3@acme.example>', '<m4@acme.example>', '<m5@acme.example>'],
    );
    assert.deepEqual(Object.keys(rest.messages[0] ?? {}), [
      'id',
      'mailbox',
      'receivedAt',
      'envelope',
      'messageId',
      'reference',
      'inReplyTo',
    ]);
    assert.equal(rest.messages[0]?.['reference'], '01ABC');
    assert.equal((await fetch(`${prospect.url}/sim/messages?after=x`)).status, 400);
  });

  test('every action has a form on the page, and its form works as it stands', async () => {
    const page = await (await fetch(`${prospect.url}/mailbox/${DANA}/1`)).text();
    const forms = [...page.matchAll(/action="([^"]+)">([^]*?)<\/form>/g)];
    assert.ok(forms.length >= 10);
    for (const [, path, fields] of forms) {
      const body = new URLSearchParams();
      for (const [, name, value] of (fields ?? '').matchAll(/<input[^>]*name="(\w+)"(?:[^>]*value="([^"]*)")?/g))
        body.set(name ?? '', value ?? '');
      for (const [, name, text] of (fields ?? '').matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)/g)) body.set(name ?? '', text ?? '');
      for (const [, name, value] of (fields ?? '').matchAll(/<select[^>]*name="(\w+)"[^>]*>\s*<option value="([^"]*)"/g))
        body.set(name ?? '', value ?? '');
      const answer = await fetch(`${prospect.url}${path ?? ''}`, { method: 'POST', body, redirect: 'manual' });
      assert.equal(answer.status, 303, path);
    }
  });

  test('mail by SMTP fails when the order is that mail fails', async () => {
    const deliver = createPostOffice({ deliverHere: () => false, neighbours: {}, smtp: { host: '127.0.0.1', port: prospect.smtpPort } });
    const mail = { from: 'rae@acme.example', to: [DANA], raw: message('rae@acme.example', '<three@acme.example>') };
    await post('/sim/faults', { match: { path: '/sim/inbound' }, times: 1, action: { kind: 'status', status: 503 } });
    assert.match((await deliver(mail))[0]?.reason ?? '', /^451 /);
    assert.deepEqual(await deliver(mail), []);
  });

  test('a hundred messages at once all arrive by SMTP, once each, and a stop does not wait for idle connections', async () => {
    const sink = await startProspect();
    const deliver = createPostOffice({ deliverHere: () => false, neighbours: {}, smtp: { host: '127.0.0.1', port: sink.smtpPort } });
    const mails = Array.from({ length: 100 }, (_, number) => ({
      from: 'rae@acme.example',
      to: [`p${number}@globex.example`],
      raw: message('rae@acme.example', `<m${number}@acme.example>`),
    }));
    const undelivered = await Promise.all(mails.map(deliver));
    assert.deepEqual(undelivered.flat(), []);
    const { messages } = (await (await fetch(`${sink.url}/sim/messages`)).json()) as { messages: { messageId: string }[] };
    assert.equal(new Set(messages.map(({ messageId }) => messageId)).size, 100);
    assert.equal(messages.length, 100);
    await sink.close();
    const [lost] = await deliver({
      from: 'rae@acme.example',
      to: ['p@globex.example'],
      raw: message('rae@acme.example', '<lost@acme.example>'),
    });
    assert.match(lost?.reason ?? '', /^451 /);
  });
});
