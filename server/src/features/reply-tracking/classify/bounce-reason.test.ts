import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bounceOf, mostSpecific, statusIn } from './bounce-reason.ts';

test('a status decides over the words, and the words where a status says little', () => {
  const cases: [status: string | null, words: string, expected: string][] = [
    ['5.1.1', 'whatever', 'hard:unknown_address'],
    ['5.1.10', 'RESOLVER.ADR.RecipientNotFound', 'hard:unknown_address'],
    ['5.1.2', '', 'hard:unknown_domain'],
    ['5.2.1', 'mailbox disabled', 'hard:mailbox_inactive'],
    ['5.2.2', '', 'soft:mailbox_full'],
    ['4.2.2', '', 'soft:mailbox_full'],
    ['4.2.1', 'receiving mail too quickly', 'soft:unknown'],
    ['5.3.4', '', 'blocked:message_too_large'],
    ['5.4.1', 'Recipient address rejected: Access denied', 'blocked:unknown_address'],
    ['5.4.4', 'Host not found', 'hard:unknown_domain'],
    ['5.4.4', '', 'blocked:not_reachable'],
    ['5.4.6', 'routing loop detected', 'blocked:not_reachable'],
    ['5.4.5', 'Daily user sending limit exceeded', 'blocked:sending_limit'],
    ['5.1.90', 'rate', 'blocked:sending_limit'],
    ['5.7.1', 'message classified as spam', 'blocked:taken_for_spam'],
    ['5.7.26', 'This mail is unauthenticated', 'blocked:refused_by_policy'],
    ['5.7.606', 'Access denied, banned sending IP', 'blocked:sender_blocked'],
    ['5.7.705', 'tenant has exceeded threshold', 'blocked:sender_blocked'],
    ['5.0.0', 'No such user here', 'hard:unknown_address'],
    ['5.5.0', 'mailbox unavailable', 'hard:unknown_address'],
    ['5.0.0', 'no', 'blocked:unknown'],
    ['4.4.7', 'expired', 'soft:not_reachable'],
    [null, '550 no such user', 'hard:unknown_address'],
    [null, '450 mailbox is full', 'soft:mailbox_full'],
    [null, 'something went wrong', 'blocked:unknown'],
  ];
  for (const [status, words, expected] of cases) {
    const { kind, reason } = bounceOf(status, words);
    assert.equal(`${kind}:${reason}`, expected, `${status ?? 'no status'} ${words}`);
  }
});

describe('a bounce is hard only for a reason that names the address or its domain', () => {
  const cases: [what: string, status: string | null, words: string, expected: string][] = [
    ['words that nobody knows', '5.3.0', '554 Transaction failed', 'blocked:unknown'],
    ['a host that is busy', '5.0.0', '554 Service currently unavailable', 'soft:unknown'],
    ['too many recipients', '5.0.0', '552 Too many recipients', 'blocked:sending_limit'],
    ['too many connections', '5.0.0', '550 Connection frequency limited', 'blocked:sending_limit'],
    ['a sender that does not fit', '5.5.0', '550 domain [acme.example] mismatches client ip 192.0.2.7', 'blocked:sender_blocked'],
    ['a sender that was not verified', '5.0.0', '554 Email address is not verified', 'blocked:sender_blocked'],
    ['a sender without a domain', '5.1.0', '553 5.1.0 From: domain is invalid', 'blocked:sender_blocked'],
    ['an exact code against its words', '5.1.1', '550 5.1.1 192.0.2.7 has sent to too many recipients this hour', 'blocked:sending_limit'],
    ['an exact code against a list', '5.1.3', '553 http://www.spamhaus.example/query?ip=192.0.2.7', 'blocked:sender_blocked'],
    ['an exact code against a full mailbox', '5.1.1', '552 mailbox dana@globex.example is over quota', 'soft:mailbox_full'],
    ['an exact code with words that agree', '5.1.1', '550 5.1.1 No such user; see our policy', 'hard:unknown_address'],
    ['mail that comes too fast', '5.2.1', '550-5.2.1 is receiving mail at a rate that', 'soft:unknown'],
    ['an account that comes back', '5.0.0', '550 Mailbox is frozen', 'soft:mailbox_inactive'],
    ['an account that is gone', '5.2.1', '550 5.2.1 The account is disabled', 'hard:mailbox_inactive'],
    ['authentication', '5.7.26', '550-5.7.26 unauthenticated, may be spam', 'blocked:refused_by_policy'],
    ['an unknown host', '5.1.2', '550 5.1.2 Host unknown', 'hard:unknown_domain'],
    ['a reverse name', '4.0.0', '554 No SMTP service: bad DNS PTR resource record', 'soft:refused_by_policy'],
    ['an illegal user', '5.0.0', '550 unknown or illegal user', 'hard:unknown_address'],
  ];
  for (const [what, status, words, expected] of cases) {
    test(what, () => {
      const { kind, reason } = bounceOf(status, words, { isFinal: true });
      assert.equal(`${kind}:${reason}`, expected);
    });
  }
});

test('a host that has given up on a domain that does not exist is believed in spite of class 4, one that only waits is not', () => {
  const words = "DNS Error: DNS type 'mx' lookup of globex.example responded with code NXDOMAIN";
  assert.deepEqual(bounceOf('4.0.0', words, { isFinal: true }), { kind: 'hard', reason: 'unknown_domain' });
  assert.deepEqual(bounceOf('4.0.0', words), { kind: 'soft', reason: 'unknown_domain' });
  assert.equal(bounceOf('4.4.3', 'Host not found, try again', { isFinal: true }).kind, 'soft');
  assert.equal(bounceOf('4.1.1', '450 4.1.1 User unknown in virtual table', { isFinal: true }).kind, 'hard');
  assert.equal(bounceOf('4.2.0', '450 Mailbox unavailable', { isFinal: true }).kind, 'soft');
  assert.equal(bounceOf('4.7.1', '450 4.7.1 <mx.acme.example>: Helo command rejected: Host not found', { isFinal: true }).kind, 'soft');
  assert.equal(bounceOf('4.1.8', '450 4.1.8 Sender address rejected: Domain not found', { isFinal: true }).kind, 'soft');
});

test('"user unknown" to a message that was taken already may be a filter, unless the status names the address', () => {
  const late = { isFinal: true, human: '(in reply to end of DATA command)' };
  assert.equal(bounceOf('5.0.0', '550 Unknown user', late).kind, 'blocked');
  assert.equal(bounceOf('5.1.1', '550 5.1.1 Unknown user', late).kind, 'hard');
  assert.equal(bounceOf('5.0.0', '550 Unknown user', { isFinal: true, human: '(in reply to RCPT TO command)' }).kind, 'hard');
  assert.equal(bounceOf(null, '550 : User unknown', { isFinal: true }).kind, 'blocked');
  const pipelined = '>>> DATA <<< 550 User unknown <<< 503 need RCPT';
  assert.equal(bounceOf('5.0.0', '550 User unknown', { isFinal: true, human: pipelined }).kind, 'hard');
});

test('of several statuses the most telling counts, and of those that contradict each other the one nearest to the host', () => {
  assert.equal(mostSpecific('5.7.1', '5.1.1'), '5.7.1');
  assert.equal(mostSpecific(null, '5.0.0', '5.7.25'), '5.7.25');
  assert.equal(mostSpecific('5.1.0', '5.1.1'), '5.1.1');
  assert.equal(mostSpecific('5.0.0', null), '5.0.0');
  assert.equal(mostSpecific(null, null), null);
  assert.equal(statusIn("5.1.0 - Unknown address error 550-'5.7.1 Access denied'"), '5.7.1');
});

test('the digits of an address on the net are no status', () => {
  assert.equal(statusIn('host 192.5.1.1 said: 550-5.7.1 blocked, see RFC 5.1.1'), '5.7.1');
  assert.equal(statusIn('connect to 10.4.2.1: refused'), null);
});
