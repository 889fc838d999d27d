import assert from 'node:assert/strict';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { after, before, beforeEach, describe, test } from 'node:test';
import { composeDeliveryReport } from '../../../simulators/mail/index.ts';
import {
  DANA,
  mail,
  replyTo,
  startReplyRig,
  type SentEmail,
  type ReplyRep,
  type ReplyRig,
  type Vendor,
} from '../../../test-support/reply-rig.ts';

const VENDORS: Vendor[] = ['google', 'microsoft'];
/** Whatever would bring a body: Gmail's formats and attachments, Graph's content and its properties. */
const A_BODY = /format=(full|raw)|\/attachments|\$value|%24value|bodyPreview|uniqueBody|[=,]body\b|%2Cbody\b/i;
/** The first words of a message and nothing else. */
const A_SNIPPET = /[?&]fields=snippet$|[?&](?:\$|%24)select=bodyPreview$/i;

for (const vendor of VENDORS) {
  describe(`What comes back undelivered, at ${vendor}`, () => {
    let rig: ReplyRig;
    let rep: ReplyRep;
    let email: SentEmail;
    before(async () => void (rig = await startReplyRig({ tier: 'bodies' })));
    beforeEach(() => rig.reset());
    after(() => rig.close());

    const begin = async (tier: 'send' | 'headers' | 'bodies' = 'bodies'): Promise<void> => {
      await rig.setTier(tier);
      rep = await rig.addRep(vendor, 'rae@acme.example');
      await rig.check(rep);
      email = await rig.send(rep, { cc: ['omar@globex.example'] });
    };
    const report = (more: Partial<Parameters<typeof composeDeliveryReport>[0]> = {}): Promise<Buffer> =>
      composeDeliveryReport({
        host: vendor,
        kind: 'unknown_address',
        original: Buffer.from(email.raw.toString().replace(/^Message-ID: .*$/im, `Message-ID: ${email.messageId}`)),
        recipients: [DANA],
        to: rep.user.email,
        now: rig.clock.now(),
        ...more,
      });
    const arrives = async (...messages: Buffer[]): Promise<Record<string, unknown>> => {
      for (const message of messages) await rig.deliver(rep, message);
      await rig.check(rep);
      return rig.detail(email);
    };
    const bounceOf = ({ responses }: Record<string, unknown>): unknown[] => {
      const { bouncedAt, bounceKind, bounceReason, delayedAt } = (responses ?? {}) as Record<string, unknown>;
      return [Boolean(bouncedAt), bounceKind, bounceReason, Boolean(delayedAt)];
    };

    test('An address that does not exist makes the email bounced, with the reason, and is one fact', async () => {
      await begin();
      const shown = await arrives(await report());
      assert.equal(shown['state'], 'bounced');
      assert.deepEqual(bounceOf(shown), [true, 'hard', 'unknown_address', false]);
      const [response] = shown['responseList'] as Record<string, unknown>[];
      assert.equal(response?.['bouncedAddress'], DANA);
      assert.match(String(response?.['bounceCode']), /^5\.1\.1/);
      const { state, reason } = (shown['history'] as { state: string; reason: string | null }[]).at(-1) ?? {};
      assert.deepEqual(
        [state, reason, shown['reason']],
        ['bounced', null, null],
        'the reasons of a state are about the side of the sender',
      );
      assert.deepEqual(await rig.rows("select kind from facts where kind like 'email%'"), [{ kind: 'email_bounced' }]);
    });

    test('A full mailbox and a delay are told and change no state', async () => {
      await begin();
      let shown = await arrives(await report({ kind: 'delayed' }));
      assert.deepEqual([shown['state'], ...bounceOf(shown)], ['sent', false, null, null, true]);
      shown = await arrives(await report({ kind: 'mailbox_full' }));
      assert.deepEqual([shown['state'], ...bounceOf(shown)], ['sent', true, 'soft', 'mailbox_full', true]);
      assert.deepEqual(await rig.rows("select 1 from facts where kind like 'email%'"), []);
    });

    test('With headers only the first words of the report say why; nobody says that a server was silent', async () => {
      await begin('headers');
      const shown = await arrives(await report());
      assert.equal(shown['state'], 'bounced');
      assert.deepEqual(bounceOf(shown), [true, 'hard', 'unknown_address', false]);
      assert.equal((shown['responses'] as { bounceReportRead: boolean }).bounceReportRead, false);
    });

    test('With headers only, words that give no reason leave it unknown and say that the report was not read', async () => {
      await begin('headers');
      const silent = (await report())
        .toString()
        .replace(/^(Content-Type: text\/(?:plain|html)[^]*?\r\n\r\n)[^]*?(?=\r\n--)/gim, '$1Sorry.');
      const shown = await arrives(Buffer.from(silent));
      const [response] = shown['responseList'] as Record<string, unknown>[];
      assert.deepEqual([response?.['kind'], response?.['bounceReason'], response?.['bounceReportRead']], ['bounce', 'unknown', false]);
    });

    test('Where bodies may be read, the whole report is', async () => {
      await begin();
      const shown = await arrives(await report());
      assert.equal((shown['responses'] as { bounceReportRead: boolean }).bounceReportRead, true);
    });

    test('Somebody in copy who cannot be reached does not make the email bounced', async () => {
      await begin();
      const shown = await arrives(await report({ recipients: ['omar@globex.example'] }));
      assert.deepEqual([shown['state'], ...bounceOf(shown)], ['sent', false, undefined, undefined, false]);
      assert.equal((shown['responseList'] as { bouncedAddress: string }[])[0]?.bouncedAddress, 'omar@globex.example');
    });

    test('One report about several recipients tells of each', async () => {
      await begin();
      const shown = await arrives(await report({ recipients: ['omar@globex.example', DANA] }));
      assert.equal(shown['state'], 'bounced');
      const addresses = (shown['responseList'] as { bouncedAddress: string }[]).map(({ bouncedAddress }) => bouncedAddress);
      assert.deepEqual(addresses.sort(), [DANA, 'omar@globex.example']);
    });

    test('A forged report bounces nothing: neither with an invented Message-ID nor about a stranger', async () => {
      await begin();
      const invented = Buffer.from('Message-ID: <invented@acme.example>\r\nSubject: Pricing for 40 seats\r\n\r\nHello');
      const shown = await arrives(await report({ original: invented }), await report({ recipients: ['stranger@globex.example'] }));
      assert.deepEqual([shown['state'], shown['responseList']], ['sent', []]);
    });

    test('An absence note is read until when, where bodies may be read', async () => {
      await begin();
      const headers = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
      const text = 'I am out of the office until 15 January 2027 and will answer then.';
      const shown = await arrives(replyTo(email, DANA, { subject: 'Automatic reply: Pricing', headers, text }));
      const { outOfOfficeUntil, repliedAt } = shown['responses'] as Record<string, unknown>;
      assert.equal(repliedAt, null);
      assert.match(String(outOfOfficeUntil), /^2027-01-1[5-8]$/);
    });

    test('With headers only no body is asked for, but the first words of a report about an email of ours (P9)', async () => {
      await begin('headers');
      const seen: string[] = [];
      const watch = (event: unknown) => void seen.push(String((event as { request: IncomingMessage }).request.url));
      subscribe('http.server.request.start', watch);
      try {
        await rig.rows('update mailbox_watches set next_reconcile_at = $1', [rig.clock.now()]);
        const shown = await arrives(
          await report(),
          replyTo(email, 'omar@globex.example'),
          mail({ from: 'Anna <anna@vandelay.example>', to: rep.user.email, subject: 'Lunch?' }),
        );
        assert.ok((shown['responses'] as { repliedAt: string }).repliedAt);
        assert.ok((shown['responseList'] as { kind: string }[]).some(({ kind }) => kind === 'bounce'));
      } finally {
        unsubscribe('http.server.request.start', watch);
      }
      const calls = seen.filter((url) => url.includes('/me'));
      assert.ok(calls.length >= 4, `only ${String(calls.length)} calls were seen`);
      const snippets = calls.filter((url) => A_SNIPPET.test(url));
      assert.equal(new Set(snippets).size, 1, snippets.join(' '));
      assert.deepEqual(
        calls.filter((url) => A_BODY.test(url) && !A_SNIPPET.test(url)),
        [],
      );
    });

    test('Where bodies may be read, none of a reply and none of unrelated mail is', async () => {
      await begin();
      const seen: string[] = [];
      const watch = (event: unknown) => void seen.push(String((event as { request: IncomingMessage }).request.url));
      subscribe('http.server.request.start', watch);
      try {
        await arrives(replyTo(email), mail({ from: 'Anna <anna@vandelay.example>', to: rep.user.email, subject: 'Lunch?' }));
      } finally {
        unsubscribe('http.server.request.start', watch);
      }
      assert.deepEqual(
        seen.filter((url) => A_BODY.test(url)),
        [],
      );
    });

    test('A mailbox that may only send is never read, and not called silent', async () => {
      await begin('send');
      await rig.deliver(rep, replyTo(email));
      await rig.advance(30 * 60_000);
      await rig.work.sweep();
      assert.deepEqual([(await rig.watchOf(rep))['cursor'], rig.logged], [null, []]);
    });

    test('A mailbox that may only send is asked once an hour, also when its daily reading would be due', async () => {
      await begin('send');
      for (const waitMs of [26 * 60 * 60_000, 10 * 60_000]) {
        await rig.advance(waitMs);
        await rig.rows('truncate graphile_worker._private_jobs');
        await rig.work.sweep();
        assert.equal((await rig.jobs('check-mailbox')).length, waitMs > 60 * 60_000 ? 1 : 0);
        await rig.check(rep);
      }
    });
  });
}
