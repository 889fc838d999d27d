import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { messageWithPicture } from '../../test-support/message-with-picture.ts';
import { png } from '../../test-support/pictures.ts';
import type { Simulator } from '../common/index.ts';
import type { MicrosoftState } from './entities.ts';
import { startMicrosoft } from './index.ts';
import { CLIENT_ID, graphOf, REDIRECT, type Graph } from './test-rig.ts';

const IMMUTABLE = { prefer: 'IdType="ImmutableId"' };
const DANA = { emailAddress: { address: 'dana@globex.example' } };

describe('Graph answers in the form of its metadata, and takes its words only', () => {
  let microsoft: Simulator<MicrosoftState>;
  let graph: Graph;
  before(async () => {
    microsoft = await startMicrosoft();
  });
  beforeEach(async () => {
    microsoft.reset();
    graph = await graphOf(microsoft.url);
  });
  after(() => microsoft.close());

  const contextOf = (body: unknown) => (body as Record<string, string>)['@odata.context'] ?? '';
  const namesOf = (body: unknown) => Object.keys(body as object).filter((name) => !name.startsWith('@'));
  const draft = (message: object = {}) => graph('POST', '/messages', { subject: 'x', toRecipients: [DANA], ...message });

  test('a folder shows what $select asks for, and says what it is', async () => {
    const { body } = await graph('GET', '/mailFolders/inbox?$select=id,totalItemCount');
    assert.deepEqual(namesOf(body), ['id', 'totalItemCount']);
    assert.match(contextOf(body), /\/mailFolders\(id,totalItemCount\)\/\$entity$/);
    assert.ok(namesOf((await graph('GET', '/mailFolders/inbox')).body).includes('displayName'));
  });

  test('a picture in the words is an inline attachment, which hasAttachments does not count', async () => {
    const made = await graph('POST', '/messages', messageWithPicture('rae@acme.example', 'dana@globex.example', png()).toString('base64'));
    assert.deepEqual([made.status, (made.body as { hasAttachments?: boolean }).hasAttachments], [201, false]);
    const { body } = await graph('GET', `/messages/${encodeURIComponent(made.body.id)}/attachments`);
    const [attachment] = body.value as unknown as Record<string, unknown>[];
    assert.deepEqual(
      ['name', 'contentType', 'isInline', 'contentId', 'contentBytes'].map((name) => attachment?.[name]),
      ['photo.png', 'image/png', true, 'one@acme.example', png().toString('base64')],
    );
  });

  test('a request of more than 4 MB is refused', async () => {
    const large = messageWithPicture('rae@acme.example', 'dana@globex.example', Buffer.alloc(2_400_000)).toString('base64');
    assert.equal((await graph('POST', '/messages', large)).status, 413);
  });

  test('a message that is the whole answer says what it is; one of a list does not', async () => {
    const made = await draft();
    assert.match(contextOf(made.body), /\/messages\/\$entity$/);
    const path = `/messages/${encodeURIComponent(made.body.id)}`;
    assert.match(contextOf((await graph('GET', `${path}?$select=id,isDraft`)).body), /\/messages\(id,isDraft\)\/\$entity$/);
    assert.match(contextOf((await graph('PATCH', path, { subject: 'y' })).body), /\/messages\/\$entity$/);
    assert.match(contextOf((await graph('POST', `${path}/createReply`, {})).body), /\/messages\/\$entity$/);
    const [listed] = (await graph('GET', '/messages')).body.value;
    assert.equal(contextOf(listed), '');
  });

  test('the list of subscriptions says what it is', async () => {
    const { body } = await graph('GET', '/v1.0/subscriptions');
    assert.match(contextOf(body), /\$metadata#subscriptions$/);
  });

  test('a property that the type does not have is refused', async () => {
    for (const path of ['/messages?$select=id,bodyHtml', '/mailFolders/inbox?$select=size', '/messages?$orderby=someDateTime'])
      assert.equal((await graph('GET', path)).status, 400, path);
  });

  test('neither another kind of change, nor another form of a body', async () => {
    const subscription = { notificationUrl: 'https://x.example', resource: "me/mailFolders('inbox')/messages", clientState: 's' };
    const expirationDateTime = new Date(microsoft.clock.nowMs() + 3_600_000).toISOString();
    const { status } = await graph('POST', '/v1.0/subscriptions', { ...subscription, expirationDateTime, changeType: 'added' });
    assert.equal(status, 400);
    assert.equal((await draft({ body: { contentType: 'HTML', content: 'x' } })).status, 201);
    assert.equal((await draft({ body: { contentType: 'markdown', content: 'x' } })).status, 400);
  });

  test('a preference counts by its exact word', async () => {
    const applied = async (prefer: string) => (await graph('GET', '/messages', undefined, { prefer })).headers.get('preference-applied');
    await draft();
    assert.equal(await applied('IdType="ImmutableIds"'), null);
    assert.equal(await applied(`odata.maxpagesize=5, ${IMMUTABLE.prefer}`), 'IdType="ImmutableId"');
  });

  test('the recipient that cannot be used is named', async () => {
    const { status, body } = await graph('POST', '/sendMail', {
      message: { toRecipients: [{ emailAddress: { address: 'dana@globex' } }] },
    });
    assert.deepEqual([status, body.error.code], [400, 'ErrorInvalidRecipients']);
    assert.match((body.error as { message?: string }).message ?? '', /'dana@globex'/);
  });

  test('a prompt that Microsoft does not have is refused on its own page', async () => {
    const query = { client_id: CLIENT_ID, redirect_uri: REDIRECT, response_type: 'code', scope: 'openid', prompt: 'now' };
    const answer = await fetch(`${microsoft.url}/organizations/oauth2/v2.0/authorize?${new URLSearchParams(query).toString()}`);
    assert.match(await answer.text(), /AADSTS900144/);
  });
});
