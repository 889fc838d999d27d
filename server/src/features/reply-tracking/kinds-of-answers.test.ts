import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { composeDeliveryReport } from '../../../simulators/mail/index.ts';
import { DANA, mail, replyTo, startReplyRig, type SentEmail, type ReplyRep, type ReplyRig } from '../../../test-support/reply-rig.ts';

const ZOE = { inLetters: 'zoe@bücher.example', inPunycode: 'zoe@xn--bcher-kva.example' };

describe('What an answer is, from the mailbox to the panel', () => {
  let rig: ReplyRig;
  let rep: ReplyRep;
  let email: SentEmail;
  before(async () => void (rig = await startReplyRig({ tier: 'bodies' })));
  beforeEach(async () => {
    await rig.reset();
    rep = await rig.addRep('google', 'rae@acme.example');
    await rig.check(rep);
    email = await rig.send(rep);
  });
  after(() => rig.close());

  const noticed = async (...messages: Buffer[]): Promise<string[]> => {
    for (const message of messages) await rig.deliver(rep, message);
    await rig.check(rep);
    const responses = (await rig.detail(email))['responseList'] as Record<string, unknown>[];
    return responses.map(({ kind, fromAddress }) => `${String(kind)} ${String(fromAddress)}`).sort();
  };

  test("A person's answer that asks others not to answer, or that comes through a group, is a reply", async () => {
    const found = await noticed(
      replyTo(email, DANA, { headers: { 'X-Auto-Response-Suppress': 'DR, OOF, AutoReply' } }),
      replyTo(email, 'boss@globex.example', { headers: { Precedence: 'list', 'List-ID': '<buyers.globex.example>' } }),
    );
    assert.deepEqual(found, ['reply boss@globex.example', `reply ${DANA}`]);
  });

  test('The same fields from somebody we never wrote to are no reply', async () => {
    const headers = { 'X-Auto-Response-Suppress': 'All', Precedence: 'list' };
    assert.deepEqual(await noticed(replyTo(email, 'news@vandelay.example', { headers })), ['auto_reply news@vandelay.example']);
  });

  test('A reply that refers to our email without angle brackets is found', async () => {
    const inReplyTo = email.messageId.replace(/[<>]/g, '');
    const answer = mail({ from: DANA, to: rep.user.email, subject: 'Yes', headers: { 'In-Reply-To': inReplyTo } });
    assert.deepEqual(await noticed(answer), [`reply ${DANA}`]);
  });

  test('A report in words only is believed when it names our email and one of its recipients', async () => {
    const text =
      `Mail system note\n\nNobody by the name of ${DANA} is known here: 550 no such user.\nAsk help@globex.example.\n\n` +
      `-- original message --\nMessage-ID: ${email.messageId}\n`;
    const report = mail({ from: 'MAILER-DAEMON <>', to: rep.user.email, subject: 'Returned mail: user unknown', text });
    await noticed(report);
    const shown = await rig.detail(email);
    assert.deepEqual([shown['state'], (shown['responseList'] as Record<string, unknown>[])[0]?.['bouncedAddress']], ['bounced', DANA]);
  });

  test('A bounce in punycode is about the recipient who was written in letters, and so is the reply', async () => {
    email = await rig.send(rep, { to: ZOE.inLetters });
    const found = await noticed(replyTo(email, ZOE.inPunycode));
    assert.deepEqual(found, [`reply ${ZOE.inPunycode}`]);
    const [reply] = (await rig.detail(email))['responseList'] as Record<string, unknown>[];
    assert.equal(reply?.['fromRecipient'], true);
    const original = Buffer.from(`Message-ID: ${email.messageId}\r\nTo: ${ZOE.inPunycode}\r\nSubject: Pricing for 40 seats\r\n\r\nHello`);
    const report = { host: 'google', kind: 'unknown_address', to: rep.user.email } as const;
    await rig.deliver(rep, await composeDeliveryReport({ ...report, recipients: [ZOE.inPunycode], original, now: rig.clock.now() }));
    await rig.check(rep);
    const shown = await rig.detail(email);
    assert.equal(shown['state'], 'bounced');
  });
});
