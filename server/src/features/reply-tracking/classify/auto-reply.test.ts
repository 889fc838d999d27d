import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { automationOf, hasAutomaticSubject, ownWordsOfSubject, speaksOfAbsence } from './auto-reply.ts';

describe('a subject that a mail program has written is known in every form', () => {
  const automatic = [
    'OOO: Pricing for 40 seats',
    'Abwesend: Pricing for 40 seats',
    'Re: Pricing for 40 seats (Out of Office)',
    'AW: Pricing [Abwesenheitsnotiz]',
    '[Auto Reply] Pricing',
    '[EXTERNAL] Automatic reply: Pricing',
    '[Ext] [SPAM?] Automatische Antwort: Pricing',
    '*** EXTERNAL *** Réponse automatique : Pricing',
    'EXTERNAL: Out of Office: Pricing',
    'Εκτός γραφείου',
    'Távollét: Pricing',
    'Poza biurem: Pricing',
    'Van kancelarije',
    'Ван канцеларије: Pricing',
    'Вне офиса: Pricing',
    'الرد الآلي: Pricing',
    'Otomatik cevap: Pricing',
    '자동 답장: Pricing',
    '부재중 알림: Pricing',
    '不在のお知らせ',
    '不在办公室: Pricing',
    '外出自动回复: Pricing',
    'कार्यालय से बाहर',
  ];
  for (const subject of automatic) test(subject, () => assert.ok(hasAutomaticSubject(subject)));
  const written = [
    'Re: Automatic reply: Pricing',
    '[EXTERNAL] Re: Automatic reply: Pricing',
    'Out of office next week - can we meet before?',
    'Pricing for the office (out of stock)',
    '[EXTERNAL] Pricing',
    '[EXTERNAL]',
    'Ooops: a mistake in the offer',
  ];
  for (const subject of written) test(`a person's: ${subject}`, () => assert.ok(!hasAutomaticSubject(subject)));
});

describe('that somebody is away is known by the usual words of each language', () => {
  const notes = [
    'Bin auf Dienstreise.',
    'Ich bin diese Woche ausser Haus.',
    'Je suis en déplacement cette semaine.',
    'Jeg er på barselsorlov.',
    'Jeg har permisjon ut måneden.',
    'Olen virkavapaalla.',
    'Jelenleg nem vagyok az irodában.',
    'Na odmoru sam.',
    'Trenutno sam na bolovanju.',
    'Нисам у канцеларији.',
    'Я в командировке.',
    'İzinliyim, dönünce yazarım.',
    'Bugün ofiste değilim.',
    'أنا في عطلة هذا الأسبوع.',
    'मैं अवकाश पर हूँ।',
    '出張のため、返信が遅れます。',
    '출장 중입니다.',
    '我在度假，回来后回复。',
    '我今天請假。',
  ];
  for (const words of notes) test(words, () => assert.ok(speaksOfAbsence(words)));
  const others = [
    'Your ticket 4711 was opened.',
    'Merhaba, talebiniz alındı.',
    'お問い合わせありがとうございます。',
    'Olemme vastaanottaneet lomakkeen.',
  ];
  for (const words of others) test(`not: ${words}`, () => assert.ok(!speaksOfAbsence(words)));
});

test('our own subject behind the prefix of an answer or of a forwarded message is not the words of whoever is away', () => {
  for (const prefix of ['Re', 'RES', 'Odp', '答复', '返信', 'Fwd', 'WG', 'VL', 'Doorst'])
    assert.equal(ownWordsOfSubject(`Away until 11 December ${prefix}: Offer until 20 December`), 'Away until 11 December', prefix);
  assert.equal(ownWordsOfSubject('Holiday: until 11 December'), 'Holiday: until 11 December');
});

test('what asks others not to answer, or comes through a list, is a hint; what answers by itself is certain', () => {
  assert.equal(automationOf([['x-auto-response-suppress', 'DR, OOF, AutoReply']]), 'hinted');
  assert.equal(automationOf([['precedence', 'list']]), 'hinted');
  assert.equal(automationOf([['list-id', '<buyers.globex.example>']]), null);
  assert.equal(automationOf([['x-auto-response-suppress', 'None']]), null);
  assert.equal(automationOf([['auto-submitted', 'auto-replied']]), 'certain');
  assert.equal(automationOf([['auto-submitted', 'no']]), null);
  assert.equal(automationOf([['precedence', 'bulk']]), 'certain');
  assert.equal(automationOf([['x-autoreply', 'yes']]), 'certain');
  assert.equal(automationOf([['from', 'Globex <no-reply@globex.example>']]), 'certain');
  assert.equal(automationOf([['from', 'noreen.plyers@globex.example']]), null);
});
