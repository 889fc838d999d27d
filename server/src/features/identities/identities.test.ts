import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestAnswer, TestPanel } from '../../../test-support/app.ts';
import { ACME, MailboxWorld, RAE } from '../../../test-support/mailbox-world.ts';

const SALES = 'sales@brand.example';

describe('Identities of a rep', () => {
  let world: MailboxWorld;
  let panel: TestPanel;
  before(async () => void (world = await MailboxWorld.start()));
  after(() => world.close());
  beforeEach(async () => {
    await world.rows('delete from mailbox_policies');
    await world.rows('delete from team_smtp_servers');
    await world.reset();
    panel = await world.service.openPanel(world.acme, world.rae);
  });

  const addServer = () =>
    world.rows(
      `insert into team_smtp_servers (org_id, host, port, security, updated_at, updated_by)
       values ($1, 'smtp.brand.example', 587, 'starttls', now(), $2)`,
      [ACME, world.rae.id],
    );
  const setTier = (tier: string) =>
    world.rows('insert into mailbox_policies (org_id, google_tier, updated_at, updated_by) values ($1, $2, now(), $3)', [
      ACME,
      tier,
      world.rae.id,
    ]);
  const setSendAs = () =>
    world.orderGoogle(`/sim/accounts/${RAE}/send-as`, {
      signature: '<b>Rae</b><script>alert(1)</script>',
      aliases: [
        { address: 'Team@acme.example', name: 'Team', signature: '<i>Team</i>' },
        { address: 'boss@acme.example', name: 'Boss', isVerified: false },
      ],
    });
  const add = (address = SALES, name = 'Rae of Brand'): Promise<TestAnswer> => panel.request('POST', '/v1/identities', { address, name });
  const list = async () => (await panel.request('GET', '/v1/identities')).body;
  const askedForSignatures = async (): Promise<number> => {
    const response = await fetch(`${world.google.url}/sim/requests?method=GET`);
    const { requests } = (await response.json()) as { requests: { path: string }[] };
    return requests.filter(({ path }) => path.includes('/settings/sendAs')).length;
  };
  const verify = () => world.rows(`update identities set verified_at = now(), verified_how = 'email'`);

  test('the mailbox is the first identity, with the signature of the rep, and cannot be removed or renamed', async () => {
    const connectionId = await world.connectGoogle();
    await panel.request('PATCH', '/v1/me', { signatureHtml: '<p>Rae</p>' });
    const { identities, limit, teamSmtp, canImportSignature } = await list();
    assert.deepEqual([limit, teamSmtp, canImportSignature], [2, false, false]);
    const [mailbox, ...others] = identities;
    assert.deepEqual([mailbox.id, mailbox.address, mailbox.isMailbox, mailbox.isDefault, others], [connectionId, RAE, true, true, []]);
    assert.equal(mailbox.signatureHtml, '<p>Rae</p>');
    assert.equal((await panel.request('DELETE', `/v1/identities/${connectionId}`)).body.code, 'mailbox_identity_fixed');
    assert.equal((await panel.request('PATCH', `/v1/identities/${connectionId}`, { name: 'The CEO' })).body.code, 'mailbox_identity_fixed');
    const changed = await panel.request('PATCH', `/v1/identities/${connectionId}`, { signatureHtml: '<p onclick="x()">New</p>' });
    assert.equal(changed.body.signatureHtml, '<p>New</p>');
    assert.equal((await panel.request('GET', '/v1/me')).body.signatureHtml, '<p>New</p>');
  });

  test('ID-2: without a mail server of the team no address but the own mailbox can be used', async () => {
    await world.connectGoogle();
    const { status, body } = await add();
    assert.deepEqual([status, body.code], [409, 'team_smtp_missing']);
  });

  test('ID-3: two addresses in all, the mailbox among them, also when two are added at once', async () => {
    await addServer();
    await world.connectGoogle();
    const answers = await Promise.all([add('one@brand.example'), add('two@brand.example'), add('three@brand.example')]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'identity_limit_reached');
    assert.equal((await list()).identities.length, 2);
    assert.equal((await add(RAE)).body.code, 'identity_exists');
  });

  test('an alias that Google has verified needs no email; one that Google has not, and one of somebody else, does', async () => {
    await setTier('bodies');
    await setSendAs();
    const connectionId = await world.connectGoogle();
    assert.equal((await add('boss@acme.example')).body.code, 'team_smtp_missing');
    const { status, body } = await add('team@ACME.example', 'The team');
    assert.deepEqual([status, body.address, body.channel, body.signatureHtml], [201, 'team@acme.example', 'mailbox', '<i>Team</i>']);
    assert.ok(body.verifiedAt && body.isUsable && !body.verificationSentAt);
    const [row] = await world.rows<{ how: string; mailbox: string }>(
      'select verified_how as how, email_connection_id as mailbox from identities where id = $1',
      [body.id],
    );
    assert.deepEqual(row, { how: 'gmail_alias', mailbox: connectionId });
    assert.equal((await panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true })).body.isDefault, true);
    assert.deepEqual(
      (await list()).identities.map(({ address, isDefault }: { address: string; isDefault: boolean }) => [address, isDefault]),
      [
        [RAE, false],
        ['team@acme.example', true],
      ],
    );
  });

  test('an alias belongs to the mailbox that Google verified it for: with another mailbox it cannot be used', async () => {
    await setTier('bodies');
    await setSendAs();
    await world.connectGoogle();
    const { body } = await add('team@acme.example');
    await panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true });
    await world.rows(`update email_connections set state = 'disconnected'`);
    await world.renameRae('noor@acme.example');
    await world.consentMicrosoft('noor@acme.example');
    await world.renameRae(RAE);
    const [mailbox, alias] = (await list()).identities;
    assert.deepEqual([mailbox.address, mailbox.isDefault], ['noor@acme.example', true]);
    assert.deepEqual([alias.isUsable, alias.isDefault], [false, false]);
    assert.equal((await panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true })).body.code, 'channel_not_possible');
  });

  test('an address that is not verified cannot become the default, and a mailbox sends from no address but its own', async () => {
    await addServer();
    await world.connectGoogle();
    const { body } = await add();
    assert.deepEqual([body.verifiedAt, body.isUsable, body.channel], [null, false, 'team_smtp']);
    assert.equal((await panel.request('PATCH', `/v1/identities/${body.id}`, { isDefault: true })).body.code, 'identity_not_verified');
    await verify();
    assert.equal((await panel.request('PATCH', `/v1/identities/${body.id}`, { channel: 'mailbox' })).body.code, 'channel_not_possible');
    const changed = await panel.request('PATCH', `/v1/identities/${body.id}`, {
      isDefault: true,
      name: 'Rae at Brand',
      signatureHtml: '<p>Brand</p><iframe src="https://evil.example"></iframe>',
    });
    assert.deepEqual([changed.body.isDefault, changed.body.name, changed.body.signatureHtml], [true, 'Rae at Brand', '<p>Brand</p>']);
    const mailbox = (await list()).identities[0];
    assert.equal((await panel.request('PATCH', `/v1/identities/${mailbox.id}`, { isDefault: true })).body.isDefault, true);
    assert.equal((await list()).identities[1].isDefault, false);
    assert.equal((await panel.request('DELETE', `/v1/identities/${body.id}`)).status, 204);
    assert.equal((await list()).identities.length, 1);
  });

  test('the signature in Gmail is taken over, cleaned, where the admin allows reading', async () => {
    await setTier('bodies');
    await setSendAs();
    const connectionId = await world.connectGoogle();
    assert.equal((await list()).canImportSignature, true);
    const imported = await panel.request('POST', `/v1/identities/${connectionId}/signature-import`);
    assert.deepEqual([imported.status, imported.body.signatureHtml], [200, '<b>Rae</b>']);
    assert.equal((await panel.request('GET', '/v1/me')).body.signatureHtml, '<b>Rae</b>');
    assert.equal(await askedForSignatures(), 1);
    await world.orderGoogle(`/sim/accounts/${RAE}/send-as`, { signature: '' });
    assert.equal((await panel.request('POST', `/v1/identities/${connectionId}/signature-import`)).body.code, 'signature_missing');
  });

  test('with headers only nobody even asks Google for signatures', async () => {
    const connectionId = await world.connectGoogle();
    const { status, body } = await panel.request('POST', `/v1/identities/${connectionId}/signature-import`);
    assert.deepEqual([status, body.code], [409, 'signature_import_unavailable']);
    assert.equal(await askedForSignatures(), 0);
  });

  test('nobody can look at or change an identity of a colleague', async () => {
    await addServer();
    await world.connectGoogle();
    const { body } = await add();
    const sam = { salesforceUserId: '005000000000004AAA', email: 'sam@acme.example' };
    await world.acme.addUser(sam);
    const other = await world.service.openPanel(world.acme, sam);
    assert.deepEqual((await other.request('GET', '/v1/identities')).body.identities, []);
    for (const [method, path, change] of [
      ['PATCH', '', { name: 'Personal' }],
      ['DELETE', '', undefined],
      ['POST', '/verification', undefined],
      ['POST', '/signature-import', undefined],
    ] as const)
      assert.equal((await other.request(method, `/v1/identities/${body.id}${path}`, change)).status, 404, `${method} ${path}`);
    assert.equal((await list()).identities[1].name, 'Rae of Brand');
  });

  test('what is no address or has no name is refused with the field that is wrong', async () => {
    for (const [address, name, pointer] of [
      ['not an address', 'Rae', '/address'],
      ['a@b.example\r\nBcc: x@y.example', 'Rae', '/address'],
      [SALES, ' ', '/name'],
    ] as const) {
      const { status, body } = await add(address, name);
      assert.deepEqual([status, body.code, body.errors?.[0]?.pointer], [400, 'validation_failed', pointer]);
    }
  });
});
