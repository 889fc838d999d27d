import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
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

for (const vendor of VENDORS) {
  describe(`Answers in a mailbox of ${vendor}`, () => {
    let rig: ReplyRig;
    let rep: ReplyRep;
    let email: SentEmail;
    before(async () => void (rig = await startReplyRig()));
    beforeEach(async () => {
      await rig.reset();
      rep = await rig.addRep(vendor, 'rae@acme.example');
      await rig.check(rep);
      email = await rig.send(rep, { cc: ['omar@globex.example'] });
    });
    after(() => rig.close());

    const noticed = async (...messages: Buffer[]): Promise<Record<string, unknown>[]> => {
      for (const message of messages) await rig.deliver(rep, message);
      await rig.check(rep);
      return (await rig.detail(email))['responseList'] as Record<string, unknown>[];
    };

    test('A reply is noticed, shown in the list and the detail, and is one fact for Salesforce', async () => {
      const [reply, ...others] = await noticed(replyTo(email));
      assert.equal(others.length, 0);
      assert.deepEqual([reply?.['kind'], reply?.['fromAddress'], reply?.['fromRecipient']], ['reply', DANA, true]);
      const { state, responses } = await rig.detail(email);
      assert.equal(state, 'sent');
      assert.equal((responses as { repliedBy: string }).repliedBy, DANA);
      const panel = await rig.openPanel(rep);
      const list = await panel.request('GET', '/v1/sales-emails?recordId=00Q000000000001EAA');
      assert.ok(list.body.salesEmails[0].responses.repliedAt);
      const facts = await rig.rows("select kind from facts where kind like 'email%'");
      assert.deepEqual(facts, [{ kind: 'email_replied' }]);
    });

    test('A reply from another address, from somebody in copy and from a colleague count (TR-3)', async () => {
      const found = await noticed(
        replyTo(email, 'dana.private@mail.example'),
        replyTo(email, 'omar@globex.example'),
        replyTo(email, 'boss@globex.example'),
      );
      assert.deepEqual(
        found.map(({ kind, fromAddress, fromRecipient }) => `${String(kind)} ${String(fromAddress)} ${String(fromRecipient)}`).sort(),
        ['reply boss@globex.example false', 'reply dana.private@mail.example false', 'reply omar@globex.example true'],
      );
    });

    test('The first reply is the one that is shown, whatever comes later', async () => {
      await noticed(replyTo(email));
      await rig.advance(5_000);
      await noticed(replyTo(email, 'omar@globex.example'));
      const { repliedBy } = (await rig.detail(email))['responses'] as { repliedBy: string };
      assert.equal(repliedBy, DANA);
    });

    test("The rep's own mail never counts, nor a colleague's who sends from the same org", async () => {
      await rig.org.addUser({ salesforceUserId: '005000000000009AAA', email: 'sam@acme.example' });
      const found = await noticed(replyTo(email, rep.user.email), replyTo(email, 'sam@acme.example'));
      assert.deepEqual(found, []);
      await rig.send(rep, { subject: 'Re: Pricing for 40 seats' });
      assert.deepEqual(await noticed(), []);
    });

    test('A reply that a filter marked read counts all the same (unlike TR-4)', async () => {
      await rig.simulator(vendor, 'POST', `/sim/accounts/${rep.user.email}/filter`, { markRead: true });
      assert.equal((await noticed(replyTo(email))).length, 1);
    });

    test('A reply that a filter moved out of the inbox is noticed with the next poll', async () => {
      const filter = vendor === 'google' ? { archive: true } : { moveTo: 'archive' };
      await rig.simulator(vendor, 'POST', `/sim/accounts/${rep.user.email}/filter`, filter);
      await rig.deliver(rep, replyTo(email));
      await rig.advance(60_000);
      assert.equal((await noticed()).length, 1);
      assert.equal((await rig.watchOf(rep))['found_by_poll'], '1');
    });

    test('Unrelated mail leaves no trace, in no table and in no log', async () => {
      const found = await noticed(
        mail({ from: 'Anna <anna@vandelay.example>', to: rep.user.email, subject: 'Lunch?' }),
        mail({ from: DANA, to: rep.user.email, subject: 'Something else', inReplyTo: '<somebody-elses@mail.example>' }),
        mail({ from: 'news@shop.example', to: rep.user.email, subject: 'Sale', headers: { 'List-Id': '<news.shop.example>' } }),
      );
      assert.deepEqual(found, []);
      assert.deepEqual(await rig.rows('select 1 from responses'), []);
      assert.deepEqual(rig.logged, []);
      assert.notEqual((await rig.watchOf(rep))['cursor'], null);
    });

    test('A reply is one response, however often it is read', async () => {
      await rig.deliver(rep, replyTo(email));
      await rig.rows('update mailbox_watches set next_reconcile_at = $1', [rig.clock.now()]);
      await Promise.all([rig.check(rep), rig.check(rep, 'push')]);
      await rig.check(rep);
      assert.equal((await noticed()).length, 1);
      assert.equal((await rig.rows("select 1 from facts where kind like 'email%'")).length, 1);
    });

    test('An absence note is no reply; the reply that follows it is', async () => {
      const away = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' };
      await noticed(replyTo(email, DANA, { subject: 'Automatic reply: Pricing for 40 seats', headers: away }));
      let responses = (await rig.detail(email))['responses'] as Record<string, unknown>;
      assert.equal(responses['repliedAt'], null);
      assert.ok(responses['autoRepliedAt']);
      await noticed(replyTo(email));
      responses = (await rig.detail(email))['responses'] as Record<string, unknown>;
      assert.ok(responses['repliedAt']);
      assert.equal((await rig.rows(`select 1 from facts where kind = 'email_replied'`)).length, 1);
    });

    test('A lost cursor loses nothing: the gap is read again, and what is known stays one', async () => {
      await noticed(replyTo(email));
      await rig.deliver(rep, replyTo(email, 'omar@globex.example'));
      await rig.simulator(vendor, 'POST', `/sim/accounts/${rep.user.email}/${vendor === 'google' ? 'expire-history' : 'expire-delta'}`);
      assert.equal((await noticed()).length, 2);
      assert.equal((await rig.watchOf(rep))['resync_since'], null);
      await rig.deliver(rep, replyTo(email, 'boss@globex.example'));
      assert.equal((await noticed()).length, 3);
      assert.deepEqual(rig.logged, []);
    });

    test('What only a reconcile finds is found within a day, counted and reported', async () => {
      await rig.deliver(rep, replyTo(email));
      await rig.advance(10 * 60_000);
      const { provider, accessToken } = await rig.connections.emailConnections.openMailbox(rep.user.orgId, rep.connectionId);
      const cursor = await provider.inbox.startCursor(accessToken);
      await rig.rows('update mailbox_watches set cursor = $1, elsewhere_until = $2', [cursor, rig.clock.now()]);
      assert.equal((await noticed()).length, 0);
      await rig.advance(25 * 60 * 60_000);
      assert.equal((await noticed()).length, 1);
      assert.equal((await rig.watchOf(rep))['found_by_reconcile'], '1');
      assert.deepEqual(
        rig.logged.map(({ level, message }) => [level, message]),
        [['warn', 'A reconcile found answers that no push and no poll had found']],
      );
      assert.doesNotMatch(JSON.stringify(rig.logged), /@/);
    });

    test('Emails that had left before anybody watched are answered as well', async () => {
      await rig.deliver(rep, replyTo(email));
      await rig.rows('delete from mailbox_watches');
      await rig.work.sweep();
      assert.equal((await noticed()).length, 1);
    });

    test("A vendor's Retry-After puts the next look off, and nothing is lost", async () => {
      await rig.deliver(rep, replyTo(email));
      await rig.simulator(vendor, 'POST', '/sim/faults', {
        match: { method: 'GET', path: vendor === 'google' ? '/gmail/v1/users/me/history' : '/v1.0/me/mailFolders' },
        times: 1,
        effect: 'before',
        action: {
          kind: 'status',
          status: 429,
          headers: { 'retry-after': '40' },
          body: { error: { code: 429, message: 'Slow down', errors: [] } },
        },
      });
      assert.equal((await noticed()).length, 0);
      await rig.check(rep, 'push');
      assert.equal((await noticed()).length, 0);
      await rig.advance(41_000);
      assert.equal((await noticed()).length, 1);
      assert.equal((await rig.watchOf(rep))['failures'], 0);
    });
  });
}
