import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startProspect, type ProspectSimulator } from '../prospect/index.ts';
import type { Neighbours } from '../mail/index.ts';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { graphOf, type Graph, type GraphAnswer } from './test-rig.ts';

const IMMUTABLE = { prefer: 'IdType="ImmutableId"' };
const DANA = { emailAddress: { address: 'dana@globex.example', name: 'Dana Whitfield' } };
const NAMED = 'String {00020386-0000-0000-C000-000000000046} Name List-Unsubscribe-Post';

function mime(headers: string[] = []) {
  return Buffer.from(
    [
      'From: Noor Haddad <noor@acme.example>',
      'To: dana@globex.example',
      'Subject: Hi',
      'Date: Mon, 23 Nov 2026 09:00:00 +0000',
      'Message-ID: <one@acme.example>',
      ...headers,
      'MIME-Version: 1.0',
      'Content-Type: text/html',
      '',
      '<p>Hello</p>',
      '',
    ].join('\r\n'),
  );
}

describe('Graph mail', () => {
  const neighbours: Neighbours = {};
  let microsoft: Simulator<MicrosoftState>;
  let prospect: ProspectSimulator;
  before(async () => {
    prospect = await startProspect({ neighbours });
    microsoft = await startMicrosoft({ smtp: { host: '127.0.0.1', port: prospect.smtpPort } });
    neighbours.microsoft = microsoft.url;
  });
  beforeEach(() => {
    microsoft.reset();
    prospect.reset();
  });
  after(async () => {
    await microsoft.close();
    await prospect.close();
  });

  const settings = (change: object) =>
    fetch(`${microsoft.url}/sim/settings`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(change),
    });
  const arrived = () => prospect.state.messages.map(({ raw }) => Buffer.from(raw, 'base64').toString());
  const item = (id: string) => `/messages/${encodeURIComponent(id)}`;
  const refused = ({ status, body }: GraphAnswer) => [status, body.error?.code];

  async function draft(graph: Graph, body: unknown = mime().toString('base64')): Promise<string> {
    const answer = await graph('POST', '/messages', body, IMMUTABLE);
    assert.equal(answer.status, 201, JSON.stringify(answer.body));
    assert.equal(answer.headers.get('preference-applied'), 'IdType="ImmutableId"');
    return answer.body.id;
  }

  test('a draft made from MIME, completed and sent, arrives with its headers', async () => {
    const graph = await graphOf(microsoft.url);
    const id = await draft(graph, mime(['In-Reply-To: <zero@globex.example>', 'References: <zero@globex.example>']).toString('base64'));
    const patched = await graph('PATCH', item(id), {
      singleValueExtendedProperties: [
        { id: 'String 0x1045', value: '<https://t.example/u/x>' },
        { id: NAMED, value: 'List-Unsubscribe=One-Click' },
      ],
    });
    assert.equal(patched.status, 200);
    const sent = await graph('POST', `${item(id)}/send`);
    assert.deepEqual([sent.status, sent.text], [202, '']);
    const [copy] = arrived();
    for (const line of [
      'Message-ID: <one@acme.example>',
      'In-Reply-To: <zero@globex.example>',
      'List-Unsubscribe: <https://t.example/u/x>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
      assert.ok(copy?.includes(`${line}\r\n`), line);
    assert.match(copy ?? '', /\r\n\r\n<p>Hello<\/p>\r\n$/);
    const kept = await graph(
      'GET',
      `${item(id)}?$select=id,isDraft,internetMessageId,conversationId,sentDateTime,parentFolderId`,
      undefined,
      IMMUTABLE,
    );
    assert.equal(kept.body.id, id);
    assert.equal(kept.body.isDraft, false);
    assert.equal(kept.body.internetMessageId, '<one@acme.example>');
    assert.equal(kept.body.subject, undefined);
    assert.equal((await graph('GET', '/mailFolders/sentitems/messages')).body.value.length, 1);
    assert.deepEqual(refused(await graph('POST', `${item(id)}/send`)), [400, 'ErrorInvalidOperation']);
    assert.equal(arrived().length, 1);
  });

  test('until the sent copy appears the item is still a draft, and sending it again sends nothing more', async () => {
    const graph = await graphOf(microsoft.url);
    await settings({ sentCopyLagMs: 10_000 });
    const id = await draft(graph);
    await graph('POST', `${item(id)}/send`);
    const isDraft = async () => (await graph('GET', item(id), undefined, IMMUTABLE)).body.isDraft;
    assert.equal(await isDraft(), true);
    assert.equal((await graph('POST', `${item(id)}/send`)).status, 202);
    assert.equal(arrived().length, 1);
    microsoft.clock.offsetMs = 11_000;
    assert.equal(await isDraft(), false);
  });

  test('a lost answer after /send leaves an item that tells it was sent', async () => {
    const graph = await graphOf(microsoft.url);
    const id = await draft(graph);
    microsoft.faults.add({ match: { method: 'POST', path: '/send$' }, effect: 'after', action: { kind: 'cut' } });
    await assert.rejects(graph('POST', `${item(id)}/send`));
    assert.equal((await graph('GET', item(id))).body.isDraft, false);
    assert.equal(arrived().length, 1);
  });

  test('ids change with the folder unless immutable ones are asked for', async () => {
    const graph = await graphOf(microsoft.url);
    const { body } = await graph('POST', '/messages', mime().toString('base64'));
    const immutable = (await graph('GET', item(body.id), undefined, IMMUTABLE)).body.id;
    await graph('POST', `${item(body.id)}/send`);
    assert.deepEqual(refused(await graph('GET', item(body.id))), [404, 'ErrorItemNotFound']);
    assert.equal((await graph('GET', item(immutable))).status, 200);
  });

  test('a JSON message leaves by sendMail with its X- header and without its Bcc', async () => {
    const graph = await graphOf(microsoft.url, { scopes: ['Mail.Send'] });
    const message = {
      subject: 'Précis',
      body: { contentType: 'HTML', content: '<p>Grüße</p>' },
      toRecipients: [DANA],
      bccRecipients: [{ emailAddress: { address: 'omar@globex.example' } }],
      internetMessageHeaders: [{ name: 'X-MSI-Id', value: 'ref-1' }],
    };
    const sent = await graph('POST', '/sendMail', { message });
    assert.deepEqual([sent.status, sent.text], [202, '']);
    assert.equal(arrived().length, 2);
    for (const copy of arrived()) {
      assert.match(copy, /^X-MSI-Id: ref-1\r$/im);
      assert.doesNotMatch(copy, /^Bcc:/im);
    }
    const mimeToo = await graph('POST', '/sendMail', mime().toString('base64'));
    assert.equal(mimeToo.status, 202);
    const inSent = (await (await fetch(`${microsoft.url}/sim/mailboxes/noor@acme.example/messages?folder=sent`)).json()) as {
      messages: unknown[];
    };
    assert.equal(inSent.messages.length, 2);
  });

  test('header rules: x- only, at most five, and MIME keeps only names that JSON has registered', async () => {
    const graph = await graphOf(microsoft.url);
    const make = (names: string[]) =>
      graph('POST', '/messages', {
        subject: 's',
        toRecipients: [DANA],
        internetMessageHeaders: names.map((name) => ({ name, value: 'v' })),
      });
    assert.deepEqual(refused(await make(['List-Unsubscribe'])), [400, 'InvalidInternetMessageHeader']);
    assert.deepEqual(refused(await make(['x-1', 'x-2', 'x-3', 'x-4', 'x-5', 'x-6'])), [400, 'InvalidInternetMessageHeaderCollection']);
    assert.deepEqual(refused(await make([])), [400, 'InvalidInternetMessageHeaderCollection']);
    const withHeaders = mime(['X-MSI-Id: ref-1', 'X-Other: 1', 'Auto-Submitted: no']).toString('base64');
    const raw = async (id: string) => (await graph('GET', `${item(id)}/$value`)).text;
    assert.doesNotMatch(await raw(await draft(graph, withHeaders)), /X-MSI-Id|X-Other|Auto-Submitted/);
    assert.equal((await make(['X-MSI-Id'])).status, 201);
    const later = await raw(await draft(graph, withHeaders));
    assert.match(later, /^X-MSI-Id: ref-1\r$/m);
    assert.doesNotMatch(later, /X-Other|Auto-Submitted/);
  });

  test('each call wants its permission, and ReadBasic shows no content', async () => {
    const sender = await graphOf(microsoft.url, { scopes: ['Mail.Send'] });
    for (const [method, path, body] of [
      ['GET', '/messages'],
      ['POST', '/messages', { subject: 'x' }],
      ['GET', ''],
    ] as const) {
      assert.deepEqual(refused(await sender(method, path, body)), [403, 'ErrorAccessDenied']);
    }
    await sender('POST', '/sendMail', { message: { subject: 'x', body: { content: 'secret' }, toRecipients: [DANA] } });
    const reader = await graphOf(microsoft.url, { scopes: ['Mail.ReadBasic'] });
    const [found] = (await reader('GET', '/messages')).body.value;
    assert.equal(found?.subject, 'x');
    assert.equal(found?.body, undefined);
    assert.deepEqual(refused(await reader('GET', `${item(found?.id ?? '')}/$value`)), [403, 'ErrorAccessDenied']);
    assert.deepEqual(refused(await reader('POST', `${item(found?.id ?? '')}/send`)), [403, 'ErrorAccessDenied']);
    const profile = await (await graphOf(microsoft.url))('GET', '');
    assert.equal(profile.body.mail, 'noor@acme.example');
  });

  test('errors have the shape and the ids of Graph', async () => {
    const anonymous = await fetch(`${microsoft.url}/v1.0/me`, {
      headers: { authorization: 'Bearer nonsense', 'client-request-id': 'mine' },
    });
    assert.equal(anonymous.status, 401);
    const { error } = (await anonymous.json()) as { error: { code: string; innerError: Record<string, string> } };
    assert.equal(error.code, 'InvalidAuthenticationToken');
    assert.equal(error.innerError['request-id'], anonymous.headers.get('request-id'));
    assert.equal(anonymous.headers.get('client-request-id'), 'mine');

    const graph = await graphOf(microsoft.url);
    assert.deepEqual(refused(await graph('POST', '/messages', 'not base64!')), [400, 'ErrorMimeContentInvalidBase64String']);
    assert.deepEqual(refused(await graph('POST', '/sendMail', { message: { subject: 'x' } })), [400, 'ErrorInvalidRecipients']);
    assert.deepEqual(
      refused(
        await graph('POST', '/sendMail', { message: { toRecipients: [DANA], from: { emailAddress: { address: 'boss@acme.example' } } } }),
      ),
      [403, 'ErrorSendAsDenied'],
    );
    microsoft.faults.add({
      match: { path: '/v1.0/me/messages' },
      action: {
        kind: 'status',
        status: 429,
        headers: { 'retry-after': '2.128' },
        body: { error: { code: 'ApplicationThrottled', message: 'Too many requests' } },
      },
    });
    const throttled = await graph('GET', '/messages');
    assert.deepEqual([throttled.status, throttled.headers.get('retry-after')], [429, '2.128']);
  });

  test('messages are found by Message-ID and by conversation, and drafts can be changed and deleted', async () => {
    const graph = await graphOf(microsoft.url);
    const id = await draft(graph);
    const search = async (filter: string) =>
      graph('GET', `/messages?${new URLSearchParams({ $filter: filter, $select: 'id' })}`, undefined, IMMUTABLE);
    assert.equal((await search("internetMessageId eq '<one@acme.example>'")).body.value[0]?.id, id);
    assert.equal((await search("internetMessageId eq '<one@acme.example>' and isDraft eq false")).body.value.length, 0);
    assert.equal((await search("contains(subject,'x')")).status, 400);
    await graph('PATCH', item(id), {
      subject: 'Grüße',
      internetMessageId: '<two@acme.example>',
      toRecipients: [{ emailAddress: { address: 'lin@globex.example' } }],
    });
    const changed = (await graph('GET', item(id))).body;
    assert.deepEqual(
      [changed.subject, changed.internetMessageId, changed.toRecipients[0]?.emailAddress.address, changed.body.content.trim()],
      ['Grüße', '<two@acme.example>', 'lin@globex.example', '<p>Hello</p>'],
    );
    await graph('PATCH', item(id), { body: { contentType: 'text', content: 'New words' } });
    assert.equal((await graph('GET', item(id))).body.body.content.trim(), 'New words');
    assert.equal((await graph('DELETE', item(id))).status, 204);
    assert.equal((await graph('GET', item(id))).status, 404);
  });

  test("a prospect's reply lands in the inbox, in the same conversation", async () => {
    const graph = await graphOf(microsoft.url);
    const id = await draft(graph);
    await graph('POST', `${item(id)}/send`);
    const answer = await fetch(`${prospect.url}/mailbox/dana@globex.example/1/reply`, {
      method: 'POST',
      body: new URLSearchParams({ text: 'Yes' }),
      redirect: 'manual',
    });
    assert.equal(answer.status, 303);
    const { conversationId } = (await graph('GET', item(id))).body;
    const found = (await graph('GET', `/messages?${new URLSearchParams({ $filter: `conversationId eq '${conversationId}'` })}`)).body
      .value as { subject: string }[];
    assert.deepEqual(found.map(({ subject }) => subject).sort(), ['Hi', 'Re: Hi']);
    const [reply] = (await graph('GET', '/mailFolders/inbox/messages?$select=internetMessageHeaders')).body.value;
    assert.ok(reply?.internetMessageHeaders.some(({ name, value }) => name === 'In-Reply-To' && value === '<one@acme.example>'));
    const page = await (await fetch(`${microsoft.url}/mail/noor@acme.example`)).text();
    assert.match(page, />Re: Hi<\/a>/);
  });

  test('long lists come in pages', async () => {
    const graph = await graphOf(microsoft.url);
    for (let count = 0; count < 3; count += 1) await graph('POST', '/messages', { subject: String(count) });
    const first = (await graph('GET', '/mailFolders/drafts/messages?$top=2')).body;
    assert.equal(first.value.length, 2);
    const second = (await graph('GET', first['@odata.nextLink'].slice(`${microsoft.url}/v1.0/me`.length))).body;
    assert.equal(second.value.length, 1);
    assert.equal(second['@odata.nextLink'], undefined);
  });
});
