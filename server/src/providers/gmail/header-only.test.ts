import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { MailboxTier } from '../mailbox.ts';
import { failureOf, message, MESSAGES, startGmailRig, type GmailRig } from '../../../test-support/gmail-rig.ts';

/** Everything that could give a part of a body. */
const BODY = /format=(full|raw|minimal)|\/attachments\/|\/threads\/|\/drafts|[?&]q=|snippet/i;

describe('A Gmail connection on the wire', () => {
  let rig: GmailRig;
  before(async () => {
    rig = await startGmailRig();
  });
  beforeEach(() => rig.google.reset());
  after(() => rig.google.close());

  /** Every kind of call that the service makes, with answers, delivery reports and lost cursors among them. */
  async function useAll(tier: MailboxTier): Promise<void> {
    const grant = await rig.connect(tier);
    const { accessToken } = grant;
    const { inbox } = rig.gmail;
    const start = await inbox.startCursor(accessToken);
    await rig.send(grant, message());
    await rig.send(grant, message(4_000_000, 'msi-large'));
    await rig.receive(['From: dana@globex.example', 'Subject: Re: Hello', 'In-Reply-To: <msi-1@msi.example>']);
    await rig.receive(['From: MAILER-DAEMON@x.example', 'Content-Type: multipart/report; report-type=delivery-status; boundary=b']);
    await rig.lookUp(grant, rig.lookUpOf(message(), 1));
    await rig.lookUp(grant, rig.lookUpOf(message(10, 'msi-missing'), 1));
    await inbox.changesSince(accessToken, start, {});
    await inbox.receivedSince(accessToken, new Date(Date.now() - 60_000), null, {});
    await inbox.startPush?.(accessToken, { subscriptionId: null, clientState: '' });
    await inbox.stopPush(accessToken, null);
  }

  for (const tier of ['headers', 'bodies'] as const) {
    test(`asks for nothing of a body while it sends, settles and notices (${tier})`, async () => {
      await useAll(tier);
      const urls = (await rig.requests('/')).map(({ url }) => url);
      assert.deepEqual(
        urls.filter((url) => BODY.test(url)),
        [],
      );
      const reads = urls.filter((url) => url.startsWith(`${MESSAGES}/1`));
      assert.ok(reads.length >= 6);
      for (const url of reads) {
        const query = new URL(url, rig.google.url).searchParams;
        assert.equal(query.get('format'), 'metadata');
        assert.ok(query.getAll('metadataHeaders').length > 0, 'without a list Gmail would give every header');
      }
    });
  }

  for (const tier of ['send', 'headers'] as const) {
    test(`refuses to read a whole message before Gmail is asked for it (${tier})`, async () => {
      const { accessToken } = await rig.connect(tier);
      await rig.receive(['Subject: private']);
      const failure = await failureOf(rig.gmail.inbox.readRaw(accessToken, rig.mailbox().messages[0]!.id));
      assert.deepEqual([failure.kind, failure.vendorCode], ['permission', 'BODIES_NOT_ALLOWED']);
      assert.equal(await rig.count('/gmail'), 0);
    });
  }

  test('reads a whole message, byte for byte, when bodies were allowed', async () => {
    const { accessToken } = await rig.connect('bodies');
    await rig.receive(['Subject: Précis'], 'Grüße\r\n');
    const raw = await rig.gmail.inbox.readRaw(accessToken, rig.mailbox().messages[0]!.id);
    assert.equal(raw.toString('base64'), rig.mailbox().messages[0]?.raw);
    assert.match(raw.toString(), /Grüße/);
    assert.equal((await failureOf(rig.gmail.inbox.readRaw(accessToken, 'missing'))).kind, 'not_found');
  });
});
