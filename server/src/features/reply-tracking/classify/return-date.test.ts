import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ABSENCE_NOTES } from './fixtures/absences.ts';
import { inboxMessage, NOW, OWN_ADDRESSES } from './fixtures/index.ts';
import { classify } from './index.ts';
import { returnDateIn } from './return-date.ts';
import { sentOn } from './sent-on.ts';

function note(
  subject: string,
  text: string,
  headers: string[] = ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All'],
): Buffer {
  return Buffer.from(
    [
      'From: Dana Whitfield <dana@globex.example>',
      `Subject: ${subject}`,
      'Date: Tue, 1 Dec 2026 21:00:05 +0000',
      ...headers,
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: 8bit',
      '',
      text,
      '',
    ].join('\r\n'),
  );
}

function classified(raw: Buffer, more: { raw?: Buffer; now?: Date } = {}) {
  return classify(inboxMessage(raw), { ownAddresses: OWN_ADDRESSES, now: NOW, ...more });
}

describe('the first day back is read in every language, and is unknown where a person could not be sure either', () => {
  for (const { language, prefix, text, returnsOn } of ABSENCE_NOTES) {
    test(`${language}: ${text}`, async () => {
      const raw = note(`${prefix}: Pricing for 40 seats`, text);
      const found = await classified(raw, { raw });
      assert.deepEqual(found, { kind: 'out_of_office', returnsOn, referencedMessageIds: [] });
    });
  }
});

describe('where bodies are not read, absence is known by the subject in every language', () => {
  const prefixes = new Map(ABSENCE_NOTES.map(({ language, prefix }) => [language, prefix]));
  assert.ok(prefixes.size >= 12);
  for (const [language, prefix] of prefixes) {
    test(`${language}: ${prefix}`, async () => {
      const found = await classified(note(`${prefix}: Pricing for 40 seats`, 'x', ['X-Auto-Response-Suppress: All']));
      assert.deepEqual(found, { kind: 'out_of_office', returnsOn: null, referencedMessageIds: [] });
      assert.equal((await classified(note(`${prefix}: Pricing for 40 seats`, 'x', []))).kind, 'out_of_office');
      assert.equal((await classified(note(`Re: ${prefix}: Pricing for 40 seats`, 'x', []))).kind, 'human');
    });
  }
});

describe('letters that come apart from their accents, or with marks of direction, are read as any others', () => {
  for (const { language, prefix, text, returnsOn } of ABSENCE_NOTES.filter(({ prefix }) => prefix.normalize('NFD') !== prefix)) {
    test(`${language}: ${text}`, async () => {
      const raw = note(`${prefix}: Pricing for 40 seats`.normalize('NFD'), text.normalize('NFD'), []);
      assert.deepEqual(await classified(raw, { raw }), { kind: 'out_of_office', returnsOn, referencedMessageIds: [] });
    });
  }
  test('in an encoded word', async () => {
    const encoded = Buffer.from('Abwesend bis 11. März'.normalize('NFD')).toString('base64');
    const found = await classified(note(`=?utf-8?B?${encoded}?=`, 'x', ['Auto-Submitted: auto-replied']));
    assert.deepEqual(found, { kind: 'out_of_office', returnsOn: '2027-03-12', referencedMessageIds: [] });
  });
  test('from right to left', async () => {
    for (const subject of ['\u200fرد تلقائي: Pricing', '\u202bמענה אוטומטי\u202c: Pricing', '\u2067خارج المكتب\u2069'])
      assert.equal((await classified(note(subject, 'x', []))).kind, 'out_of_office', subject);
  });
});

test('a date in a subject counts only in the words of whoever is away', async () => {
  const returnsOn = async (subject: string) => {
    const found = await classified(note(subject, 'x', ['Auto-Submitted: auto-replied']));
    return found.kind === 'out_of_office' ? found.returnsOn : found.kind;
  };
  assert.equal(await returnsOn('Im Urlaub bis 11.12.2026'), '2026-12-12');
  assert.equal(await returnsOn('Out of office until 11 December Re: Offer open until 20 December'), '2026-12-12');
  assert.equal(await returnsOn('Automatic reply: I am out of office until 11 December'), null);
  assert.equal(await returnsOn('Re: Offer open until 20 December'), 'auto_reply');
});

test('our own words quoted below an absence note are not read as its date', async () => {
  const raw = note('Automatic reply: Pricing', 'I am away for a while.\r\n\r\n> The offer stands until 20 December 2026.');
  const found = await classified(raw, { raw });
  assert.equal(found.kind === 'out_of_office' && found.returnsOn, null);
});

test('a person who is back by now is not shown as away until a day that has passed', async () => {
  const raw = note('Automatic reply: Pricing', 'I will be back on 4 December.');
  const found = await classified(raw, { raw, now: new Date('2026-12-10T00:00:00Z') });
  assert.deepEqual(found, { kind: 'out_of_office', returnsOn: null, referencedMessageIds: [] });
});

test('a day without a year is the next one, across the turn of the year, and never a year after it has just passed', () => {
  const from = (sentOnDay: string, text: string) => returnDateIn({ text, sentOn: sentOnDay });
  assert.equal(from('2026-12-28', 'Back on 4 January.'), '2027-01-04');
  assert.equal(from('2026-12-31', 'Away until 31 December.'), '2027-01-01');
  assert.equal(from('2028-02-27', 'Away until 28 February.'), '2028-02-29');
  assert.equal(from('2026-12-10', 'Back on 4 December.'), null);
  assert.equal(from('2026-12-01', 'Back on 30 February.'), null);
  assert.equal(from('not a day', 'Back on 4 January.'), null);
});

test('which day it is follows the sender, or the zone of the reader where the Date header is missing or wrong', () => {
  const late = new Date('2026-12-01T22:30:00Z');
  assert.equal(sentOn([['date', 'Wed, 2 Dec 2026 07:30:00 +0900']], late, 'America/Chicago'), '2026-12-02');
  assert.equal(sentOn([['date', 'Thu, 1 Jan 1970 00:00:00 +0000']], late, 'Asia/Tokyo'), '2026-12-02');
  assert.equal(sentOn([], late, undefined), '2026-12-01');
  assert.equal(sentOn([['date', 'yesterday']], late, 'Nowhere/Land'), '2026-12-01');
});

test('a weekday may be short where a date follows', () => {
  const from = (text: string) => returnDateIn({ text, sentOn: '2026-03-02' });
  assert.equal(from('I am away until Thu 12th March.'), '2026-03-13');
  assert.equal(from('Back Mon, 16 Mar'), '2026-03-16');
  assert.equal(from('Ich bin bis Fr., 13.03. abwesend.'), '2026-03-14');
  assert.equal(from('De retour lun. 16 mars'), '2026-03-16');
  assert.equal(from('I was back on Sun after the sun rose'), null);
});

test('the short names that people write in place of those of a calendar are read', () => {
  const from = (text: string) => returnDateIn({ text, sentOn: '2026-08-31' });
  assert.equal(from('I am away until Thurs.'), '2026-09-04');
  assert.equal(from('Back Tues'), '2026-09-01');
  assert.equal(from('Out until Weds, 9 Sept'), '2026-09-10');
  assert.equal(from('Back on Thur 10th Sept'), '2026-09-10');
  assert.equal(from('Back Sept. 14th'), '2026-09-14');
  assert.equal(from('Ik ben met verlof tot en met 11 sept.'), '2026-09-12');
  assert.equal(from('Jag är tillbaka 14 sept.'), '2026-09-14');
  assert.equal(from('Sono in ferie fino al 11 sett.'), '2026-09-12');
  assert.equal(from('I wed on the 3rd and am back soon'), null);
});

test('two dates that contradict each other give none', () => {
  assert.equal(returnDateIn({ text: 'Back on 4 December. Back on 9 December.', sentOn: '2026-12-01' }), null);
});

test('a day that the year does not have is no day of return', () => {
  assert.equal(returnDateIn({ text: 'Back on 29 February', sentOn: '2027-02-01' }), null);
  assert.equal(returnDateIn({ text: 'Back on 29 February', sentOn: '2028-02-01' }), '2028-02-29');
  assert.equal(sentOn([['date', 'Mon, 30 Feb 2027 07:30:00 +0900']], new Date('2027-03-01T12:00:00Z'), 'Asia/Tokyo'), '2027-03-01');
});
