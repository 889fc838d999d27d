import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reportsFromHeaders } from './delivery-report.ts';
import type { HeaderList } from './headers.ts';
import { isDeliveryReport } from './report-shape.ts';
import { originalIdsInText, readWritten } from './text-report.ts';

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
  assert.ok(
    !isDeliveryReport([
      ['from', 'Shop <no-reply@shop.example>'],
      ['subject', 'Your payment failed, and the delivery is delayed'],
    ]),
  );
});

test('who has no domain, or the name of a mail system, is a mail system', () => {
  for (const from of [
    'MAILER-DAEMON <>',
    '<>',
    'MAILER-DAEMON',
    'Mail Delivery Subsystem <MAILER-DAEMON>',
    'Mail Delivery System <x7@mx.example>',
  ])
    assert.ok(isDeliveryReport([['from', from]]), from);
  for (const from of ['Dana Whitfield', 'Dana <dana@globex.example>', 'Maile Daemonte <maile@globex.example>', ''])
    assert.ok(!isDeliveryReport([['from', from]]), from);
});

test('a report that does not say its kind is a report, whoever the sender is', () => {
  assert.ok(
    isDeliveryReport([
      ['from', 'gate@globex.example'],
      ['content-type', 'multipart/report; boundary=x'],
    ]),
  );
  assert.ok(
    !isDeliveryReport([
      ['from', 'gate@globex.example'],
      ['content-type', 'multipart/report; report-type=disposition-notification; boundary=x'],
    ]),
  );
});

test('whoever is named in a report is known, and nobody of the copy that it returns', () => {
  const text = [
    'Nobody named support@globex.example is here, says postmaster@globex.example.',
    'RCPT TO: Omar@Globex.Example',
    'Message headers follow.',
    'Cc: lin@globex.example',
  ].join('\n');
  const { named, reports } = readWritten(text, [], ['rae@acme.example']);
  assert.deepEqual(named, ['support@globex.example', 'postmaster@globex.example', 'omar@globex.example']);
  assert.deepEqual(
    reports.map(({ recipient }) => recipient),
    ['omar@globex.example'],
  );
});

describe('a recipient is read whatever marks stand around the address', () => {
  const lines = [
    '**dana@globex.example**',
    '**dana@globex.example:** 550 5.1.1 no such user',
    '_dana@globex.example_',
    '__dana@globex.example__: 550 5.1.1 no such user',
    '`dana@globex.example`',
    '~~dana@globex.example~~',
    'Your message was not delivered to *dana@globex.example* because the address was not found.',
    'Your message to **dana@globex.example** was not delivered.',
    '*dana@globex.example',
    '- [dana@globex.example](mailto:dana@globex.example)',
    '**<dana@globex.example>**: 550 5.1.1 no such user',
    '“dana@globex.example”: 550 5.1.1 no such user',
    'Ihre Nachricht an „dana@globex.example“ wurde nicht zugestellt.',
    'Votre message à « dana@globex.example » est non remis.',
    '邮件无法送达「dana@globex.example」',
    'Delivery to ‘dana@globex.example’ failed.',
  ];
  for (const line of lines) {
    test(line, () => {
      const { reports, named } = readWritten(`Not delivered\n\n${line}\n`, [], []);
      assert.deepEqual(
        reports.map(({ recipient }) => recipient),
        ['dana@globex.example'],
      );
      assert.deepEqual(named, ['dana@globex.example']);
    });
  }
  test('letters of the address itself stay', () => {
    for (const address of ['_dana_@globex.example', 'dana_w@globex.example', "d'ana@globex.example"])
      assert.deepEqual(
        readWritten(`<${address}>: 550 5.1.1 no such user`, [], []).reports.map(({ recipient }) => recipient),
        [address],
      );
  });
  test('a sender in bold is no recipient, and a Message-ID in bold is ours', () => {
    const text = 'Undeliverable\n**From:** lin@acme.example\n**To:** dana@globex.example\n**Message-ID:** <ours@acme.example>';
    assert.deepEqual(
      readWritten(text, [], []).reports.map(({ recipient }) => recipient),
      ['dana@globex.example'],
    );
    assert.deepEqual(originalIdsInText(text), ['<ours@acme.example>']);
  });
});
