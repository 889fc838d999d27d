import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { messageWithPicture } from '../../test-support/message-with-picture.ts';
import { png } from '../../test-support/pictures.ts';
import type { Simulator } from '../common/index.ts';
import type { GoogleState } from './entities.ts';
import { startGoogle } from './index.ts';
import { connect, METADATA, order, rawMessage, READONLY, receive, SEND } from './test-rig.ts';

const RAE = 'rae@acme.example';
const HEAD = ['From: rae@acme.example', 'To: raj@initech.example'];

/** Without the client library: what is sent here is what a client should never send. */
describe('Gmail takes the words of its discovery document and no others', () => {
  let google: Simulator<GoogleState>;
  let token = '';
  before(async () => {
    google = await startGoogle();
  });
  beforeEach(async () => {
    google.reset();
    await order(google.url, '/sim/settings', { limits: null });
    token = (await connect(google.url, { scopes: [SEND, METADATA] })).tokens.access_token ?? '';
  });
  after(() => google.close());

  interface Read {
    id: string;
    data: string;
    error: { code: number };
    payload: { parts: { filename: string; body: { data?: string; attachmentId?: string } }[] };
  }
  interface Answer {
    status: number;
    error: { status?: string; message?: string; details?: { fieldViolations: { field: string }[] }[] };
  }
  async function call(method: string, path: string, body?: object | Buffer): Promise<Answer> {
    const answer = await fetch(`${google.url}${path.startsWith('/upload') ? path : `/gmail/v1/users/me${path}`}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body ? { 'content-type': Buffer.isBuffer(body) ? 'message/rfc822' : 'application/json' } : {}),
      },
      ...(body ? { body: Buffer.isBuffer(body) ? Uint8Array.from(body) : JSON.stringify(body) } : {}),
    });
    const { error = {} } = (await answer.json()) as Partial<Answer>;
    return { status: answer.status, error };
  }
  const watch = (labelFilterBehavior: string) => call('POST', '/watch', { topicName: 'projects/p/topics/t', labelFilterBehavior });

  for (const word of ['include', 'exclude'])
    test(`labelFilterBehavior ${word} is one`, async () => assert.equal((await watch(word)).status, 200));

  for (const word of ['INCLUDE', 'EXCLUDE', 'labelFilterBehaviorUnspecified'])
    test(`labelFilterBehavior ${word} is none`, async () => {
      const { status, error } = await watch(word);
      assert.deepEqual([status, error.status], [400, 'INVALID_ARGUMENT']);
      assert.equal(error.details?.[0]?.fieldViolations[0]?.field, 'watch_request.label_filter_behavior');
    });

  test('neither a format in capitals, nor another kind of history, nor a label that the mailbox has not', async () => {
    await receive(google.url, RAE, ['Subject: x']);
    const [message] = google.state.mailboxes[RAE]!.messages;
    assert.equal((await call('GET', `/messages/${message?.id ?? ''}?format=metadata`)).status, 200);
    for (const [path, words] of [
      [`/messages/${message?.id ?? ''}?format=METADATA`, /'format'/],
      [`/messages/${message?.id ?? ''}?format=headers`, /'format'/],
      ['/history?startHistoryId=1&historyTypes=MESSAGE_ADDED', /'history_types'/],
      ['/messages?labelIds=Inbox', /Invalid label: Inbox/],
    ] as const) {
      const { status, error } = await call('GET', path);
      assert.deepEqual([status, error.status], [400, 'INVALID_ARGUMENT'], path);
      assert.match(error.message ?? '', words);
    }
  });

  test('an upload may be as large as the document says, and a byte more is refused', async () => {
    await order(google.url, '/sim/settings', { deliversMail: false });
    const head = rawMessage(HEAD, '');
    const upload = (bytes: number) =>
      call(
        'POST',
        '/upload/gmail/v1/users/me/messages/send?uploadType=media',
        Buffer.concat([head, Buffer.alloc(bytes - head.length, 'x')]),
      );
    assert.equal((await upload(36_700_160)).status, 200);
    assert.equal((await upload(36_700_161)).status, 413);
    assert.equal((await call('POST', '/upload/gmail/v1/users/me/messages/send?uploadType=raw', head)).status, 400);
  });

  test('a file of a message is asked for by itself', async () => {
    await order(google.url, '/sim/settings', { deliversMail: false });
    const { tokens } = await connect(google.url, { scopes: [SEND, READONLY] });
    const read = async (path: string, body?: object) => {
      const headers = { authorization: `Bearer ${tokens.access_token ?? ''}`, ...(body && { 'content-type': 'application/json' }) };
      const request = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
      return (await (await fetch(`${google.url}/gmail/v1/users/me/messages/${path}`, request)).json()) as Read;
    };
    const { id } = await read('send', { raw: messageWithPicture(RAE, 'dana@globex.example', png()).toString('base64url') });
    const [words, picture] = (await read(`${id}?format=full`)).payload.parts;
    assert.ok(words?.body.data);
    assert.deepEqual([picture?.filename, picture?.body.data], ['photo.png', undefined]);
    assert.equal((await read(`${id}/attachments/${picture?.body.attachmentId ?? ''}`)).data, png().toString('base64url'));
    assert.equal((await read(`${id}/attachments/of-another`)).error.code, 404);
  });

  test('the header whose address cannot be used is named', async () => {
    for (const [header, line] of [
      ['Cc', 'Cc: dana@globex'],
      ['Bcc', 'Bcc: omar@globex.example, dana@globex'],
    ] as const) {
      const { status, error } = await call('POST', '/messages/send', { raw: rawMessage([...HEAD, line]).toString('base64url') });
      assert.deepEqual([status, error.message], [400, `Invalid ${header} header`]);
    }
  });

  test('a prompt that Google does not have shows its error page', async () => {
    const query = new URLSearchParams({
      client_id: 'msi-google',
      redirect_uri: 'http://localhost:3000/oauth/google/callback',
      response_type: 'code',
      scope: 'openid',
      prompt: 'login',
    });
    assert.equal((await fetch(`${google.url}/o/oauth2/v2/auth?${query.toString()}`)).status, 400);
    query.set('prompt', 'consent select_account');
    assert.equal((await fetch(`${google.url}/o/oauth2/v2/auth?${query.toString()}`)).status, 200);
  });
});
