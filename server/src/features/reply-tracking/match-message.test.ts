import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { InboxMessage } from '../../providers/mailbox.ts';
import type { AnswerableEmail } from '../responses/index.ts';
import { findAnsweredEmail, findReportedEmail, isPersonsAnswer } from './match-message.ts';

const SENT_AT = new Date('2026-03-02T10:00:00Z');
const OURS = '<ours@acme.example>';

function email(more: Partial<AnswerableEmail> = {}): AnswerableEmail {
  return {
    id: 'one',
    state: 'sent',
    connectionId: 'mailbox',
    messageId: OURS,
    sentMessageId: null,
    threadId: 'thread',
    recipients: ['dana@globex.example', 'omar@globex.example'],
    sentAt: SENT_AT,
    ...more,
  };
}
function message(from: string, more: Partial<InboxMessage> = {}): InboxMessage {
  return {
    id: 'm1',
    threadId: 'thread',
    receivedAt: new Date('2026-03-02T11:00:00Z'),
    headers: [['from', from]],
    isOwn: false,
    ...more,
  };
}
function among(...emails: AnswerableEmail[]) {
  return { connectionId: 'mailbox', emails };
}

describe('Which email a message answers', () => {
  test('The nearest Message-ID it refers to decides, in whatever letters a mail host writes it', () => {
    const followUp = email({ id: 'two', messageId: '<follow-up@acme.example>' });
    const found = findAnsweredEmail(message('x@y.example'), ['<FOLLOW-UP@ACME.EXAMPLE>', OURS], among(email(), followUp));
    assert.equal(found?.id, 'two');
  });

  test('The id that the vendor put in place of ours counts as ours', () => {
    const rewritten = email({ sentMessageId: '<CAF@mail.gmail.com>' });
    assert.equal(findAnsweredEmail(message('x@y.example'), ['<CAF@mail.gmail.com>'], among(rewritten))?.id, 'one');
  });

  test('Without a reference the thread counts for the people written to and their colleagues, and for nobody else', () => {
    const from = (address: string) => findAnsweredEmail(message(address), [], among(email()))?.id ?? null;
    assert.deepEqual(
      ['Dana <dana@globex.example>', 'boss@globex.example', 'x@sales.globex.example', 'x@vandelay.example', 'x@gmail.com'].map(from),
      ['one', 'one', 'one', null, null],
    );
  });

  test('A colleague of somebody with a public mail address is anybody', () => {
    const toGmail = email({ recipients: ['dana@gmail.com'] });
    assert.equal(findAnsweredEmail(message('other@gmail.com'), [], among(toGmail)), null);
    assert.equal(findAnsweredEmail(message('dana@gmail.com'), [], among(toGmail))?.id, 'one');
  });

  test('A thread means something in its own mailbox only, and only for what came after the email', () => {
    const dana = message('dana@globex.example');
    assert.equal(findAnsweredEmail(dana, [], among(email({ connectionId: 'another' }))), null);
    assert.equal(findAnsweredEmail(dana, [], among(email({ sentAt: new Date('2026-03-02T11:10:00Z') }))), null);
    assert.equal(findAnsweredEmail(dana, [], among(email({ sentAt: null }))), null);
    assert.equal(findAnsweredEmail({ ...dana, threadId: null }, [], among(email({ threadId: null }))), null);
    // Graph cuts off what is less than a second, and clocks differ
    assert.equal(findAnsweredEmail({ ...dana, receivedAt: new Date(SENT_AT.getTime() - 900) }, [], among(email()))?.id, 'one');
  });

  test('One address in two spellings is one address', () => {
    const toIdn = email({ recipients: ['zoe@bücher.example'] });
    assert.equal(findAnsweredEmail(message('Zoë <zoe@xn--bcher-kva.example>'), [], among(toIdn))?.id, 'one');
    assert.equal(
      findAnsweredEmail(message('max@mail.bücher.example'), [], among(email({ recipients: ['zoe@xn--bcher-kva.example'] })))?.id,
      'one',
    );
  });

  test("What no machine has surely written is a person's answer, when one of those written to refers to our email", () => {
    const doubtful = { mayBePerson: true, referencedMessageIds: [OURS] };
    assert.ok(isPersonsAnswer(message('dana@globex.example'), doubtful, email()));
    assert.ok(isPersonsAnswer(message('boss@globex.example'), doubtful, email()));
    assert.ok(!isPersonsAnswer(message('news@vandelay.example'), doubtful, email()));
    assert.ok(!isPersonsAnswer(message('dana@globex.example'), { ...doubtful, referencedMessageIds: [] }, email()));
    assert.ok(!isPersonsAnswer(message('dana@globex.example'), { referencedMessageIds: [OURS] }, email()));
  });

  test('Of several emails in a thread the last one that had left is answered', () => {
    const later = email({ id: 'two', messageId: '<two@acme.example>', sentAt: new Date('2026-03-02T10:30:00Z') });
    assert.equal(findAnsweredEmail(message('dana@globex.example'), [], among(email(), later))?.id, 'two');
  });
});

describe('Which email a delivery report is about', () => {
  const report = message('mailer-daemon@googlemail.com');
  const ids = (originals: string[], references: string[] = []) => ({ originalMessageIds: originals, referencedMessageIds: references });
  const about = (recipient: string | null, named: ReturnType<typeof ids>, ...emails: AnswerableEmail[]) =>
    findReportedEmail(report, { recipient }, named, among(...(emails.length > 0 ? emails : [email()])));

  test('Only the one whose Message-ID and recipient it names', () => {
    assert.equal(about('omar@globex.example', ids([OURS]))?.address, 'omar@globex.example');
    assert.equal(about('dana@globex.example', ids([], [OURS]))?.email.id, 'one');
    assert.equal(about('stranger@globex.example', ids([OURS])), null);
    assert.equal(about('dana@globex.example', ids(['<invented@acme.example>'])), null);
  });

  test('A report that names no message counts in the thread of the email, for one of its recipients', () => {
    assert.equal(about('dana@globex.example', ids([]))?.email.id, 'one');
    assert.equal(about('stranger@globex.example', ids([])), null);
    assert.equal(about('dana@globex.example', ids([]), email({ threadId: 'another' })), null);
  });

  test('A report that names no recipient says whose mail it was only where there is one', () => {
    assert.deepEqual(about(null, ids([], [OURS]))?.address, null);
    assert.equal(about(null, ids([], [OURS]), email({ recipients: ['dana@globex.example'] }))?.address, 'dana@globex.example');
    assert.equal(about(null, ids([], [OURS]), email({ threadId: 'another' })), null);
    assert.equal(about(null, ids([])), null);
  });

  test('A report in words that names our Message-ID and exactly one of the recipients is about this one', () => {
    const inWords = (named: string[], recipient: string | null = null, originals = [OURS]) =>
      findReportedEmail(
        report,
        { recipient },
        { ...ids(originals), named, reports: [{ recipient }] },
        among(email({ threadId: 'another' })),
      )?.address ?? null;
    assert.equal(inWords(['help@globex.example', 'omar@globex.example']), 'omar@globex.example');
    assert.equal(inWords(['omar@globex.example', 'help@globex.example'], 'help@globex.example'), 'omar@globex.example');
    assert.equal(inWords(['dana@globex.example', 'omar@globex.example']), null);
    assert.equal(inWords(['help@globex.example']), null);
    assert.equal(inWords(['omar@globex.example'], null, ['<invented@acme.example>']), null);
  });

  test('A recipient in punycode is the one that was written in letters, and keeps the letters', () => {
    const toIdn = email({ recipients: ['zoe@bücher.example', 'omar@globex.example'] });
    assert.equal(about('zoe@xn--bcher-kva.example', ids([OURS]), toIdn)?.address, 'zoe@bücher.example');
    assert.equal(about('zoe@xn--bcher-kva.example', ids([]), toIdn)?.address, 'zoe@bücher.example');
  });
});
