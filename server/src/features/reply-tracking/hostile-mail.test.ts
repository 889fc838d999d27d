import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { mail, replyTo, startReplyRig, type ReplyRig } from '../../../test-support/reply-rig.ts';

/** Takes a minute and more to be turned into text, where nothing ends that. */
const ENDLESS_HTML = '<blockquote>x'.repeat(1_000);
const AWAY = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All', 'Content-Type': 'text/html; charset=utf-8' };

describe('A message that was made to be endless', () => {
  let rig: ReplyRig;
  before(async () => {
    rig = await startReplyRig({ tier: 'bodies', classifyWithinMs: 1_500 });
  });
  after(() => rig.close());

  test('counts for what its headers say, is noted without its content, and the mailbox goes on', async () => {
    const rep = await rig.addRep('google', 'rae@acme.example');
    const email = await rig.send(rep);
    await rig.check(rep);
    await rig.deliver(rep, replyTo(email, undefined, { subject: 'Automatic reply: secret words', headers: AWAY, text: ENDLESS_HTML }));
    await rig.deliver(rep, mail({ from: 'somebody@else.example', to: rep.user.email, subject: 'Unrelated' }));
    await rig.deliver(rep, replyTo(email));

    await rig.check(rep);
    const responses = (await rig.detail(email))['responses'] as Record<string, unknown>;
    assert.ok(responses['autoRepliedAt'], 'the automatic reply was noticed by its headers');
    assert.ok(responses['repliedAt'], 'the reply behind it was noticed');
    assert.deepEqual(
      rig.logged.map(({ level, message }) => [level, message]),
      [['warn', 'A message cannot be read in time and is left aside']],
    );
    assert.doesNotMatch(JSON.stringify(rig.logged), /@|secret|Pricing/);
    assert.equal((await rig.watchOf(rep))['failures'], 0);

    // The cursor has moved on: the message is not tried again
    await rig.check(rep);
    assert.equal(rig.logged.length, 1);
  });

  test('does not keep somebody at a domain of another script from being recognised', async () => {
    const rep = await rig.addRep('google', 'noor@acme.example');
    const email = await rig.send(rep, { to: 'Omar@Bücher.example' });
    await rig.check(rep);
    await rig.deliver(rep, replyTo(email, 'omar@xn--bcher-kva.example'));
    await rig.check(rep);
    const { responseList } = (await rig.detail(email)) as { responseList: { fromRecipient: boolean }[] };
    assert.deepEqual(
      responseList.map(({ fromRecipient }) => fromRecipient),
      [true],
    );
  });

  test('that names a character which PostgreSQL refuses keeps no answer behind it from being noticed', async () => {
    const rep = await rig.addRep('google', 'ivo@acme.example');
    const email = await rig.send(rep);
    await rig.check(rep);
    await rig.deliver(rep, replyTo(email, undefined, { subject: 'Odd', headers: { References: '<odd\0@x.example>' } }));
    await rig.deliver(rep, replyTo(email));
    await rig.check(rep);
    assert.ok(((await rig.detail(email))['responses'] as Record<string, unknown>)['repliedAt']);
    assert.equal((await rig.watchOf(rep))['failures'], 0);
  });
});
