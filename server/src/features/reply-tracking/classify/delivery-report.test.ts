import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bounceOf, statusIn } from './bounce-reason.ts';
import { isDeliveryReport, reportsFromHeaders } from './delivery-report.ts';
import type { HeaderList } from './headers.ts';

const EXCHANGE: HeaderList = [
  ['from', 'Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@acme.example>'],
  ['content-type', 'multipart/report; report-type=delivery-status; boundary=x'],
];

describe('the subject of a report by Exchange says in every language whether the mail failed or is late', () => {
  const subjects: Record<string, [failed: string, delayed: string]> = {
    English: ['Undeliverable', 'Delivery delayed'],
    German: ['Unzustellbar', 'Zustellung verzögert'],
    French: ['Non remis', 'Remise différée'],
    Spanish: ['No se puede entregar', 'Entrega retrasada'],
    Italian: ['Recapito non riuscito', 'Recapito ritardato'],
    Portuguese: ['Não é possível entregar', 'Entrega atrasada'],
    Dutch: ['Onbestelbaar', 'Bezorging vertraagd'],
    Swedish: ['Olevererbart', 'Leverans fördröjd'],
    Danish: ['Kan ikke leveres', 'Levering forsinket'],
    Finnish: ['Ei voitu toimittaa', 'Toimitus viivästynyt'],
    Polish: ['Niedostarczone', 'Dostarczenie opóźnione'],
    Czech: ['Nedoručitelné', 'Doručení zpožděno'],
    Turkish: ['Teslim edilemedi', 'Teslim gecikti'],
    Russian: ['Недоставлено', 'Доставка отложена'],
    Japanese: ['配信不能', '配信の遅延'],
    Chinese: ['未送达', '传递延迟'],
    Korean: ['배달되지 않음', '배달 지연'],
    Arabic: ['تعذر التسليم', 'تأخر التسليم'],
  };
  for (const [language, [failed, delayed]] of Object.entries(subjects)) {
    test(language, () => {
      // Our own subject stands behind the colon and speaks of the opposite.
      const action = (subject: string) => reportsFromHeaders([...EXCHANGE, ['subject', subject]])[0]?.action;
      assert.equal(action(`${failed}: Your delayed delivery`), 'failed');
      assert.equal(action(`${delayed}: Failure analysis`), 'delayed');
    });
  }
});

test('a report in words that nobody knows bounces nothing by its headers alone', () => {
  assert.deepEqual(reportsFromHeaders([...EXCHANGE, ['subject', 'Zzz: Pricing']]), [
    { recipient: null, action: 'unknown', status: null, bounce: null, diagnostic: null },
  ]);
});

test('what only looks like a report is none', () => {
  assert.ok(isDeliveryReport(EXCHANGE));
  assert.ok(
    !isDeliveryReport([
      ['from', 'postmaster@globex.example'],
      ['subject', 'Lunch on Friday?'],
    ]),
  );
  assert.ok(
    !isDeliveryReport([
      ['from', 'dana@globex.example'],
      ['return-path', '<>'],
      ['subject', 'Undeliverable: your parcel'],
    ]),
  );
  assert.ok(!isDeliveryReport([['content-type', 'multipart/mixed; name="report-type=delivery-status"']]));
});

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
    ['5.4.4', 'Host not found', 'blocked:unknown_domain'],
    ['5.4.6', 'routing loop detected', 'blocked:not_reachable'],
    ['5.4.5', 'Daily user sending limit exceeded', 'blocked:sending_limit'],
    ['5.1.90', 'rate', 'blocked:sending_limit'],
    ['5.7.1', 'message classified as spam', 'blocked:taken_for_spam'],
    ['5.7.26', 'This mail is unauthenticated', 'blocked:refused_by_policy'],
    ['5.7.606', 'Access denied, banned sending IP', 'blocked:sender_blocked'],
    ['5.7.705', 'tenant has exceeded threshold', 'blocked:sender_blocked'],
    ['5.0.0', 'No such user here', 'hard:unknown_address'],
    ['5.5.0', 'mailbox unavailable', 'hard:unknown_address'],
    ['5.0.0', 'no', 'hard:unknown'],
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

test('the digits of an address on the net are no status', () => {
  assert.equal(statusIn('host 192.5.1.1 said: 550-5.7.1 blocked, see RFC 5.1.1'), '5.7.1');
  assert.equal(statusIn('connect to 10.4.2.1: refused'), null);
});
