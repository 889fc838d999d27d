import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LANGUAGES } from '../../platform/region.ts';
import { replyWords } from './reply-words.ts';

const AT = new Date('2026-03-05T23:30:00Z');
const DANA = 'dana@globex.example';
function words(language: string | null, locale: string | null, timeZone: string | null, address: string | null = DANA): string {
  return replyWords({ language, locale, timeZone }, address, AT).replace(/[\u00a0\u202f]/g, ' ');
}

test('a rep reads of a reply in the own language, and the time in the own locale and zone', () => {
  assert.equal(words('de', 'de-DE', 'Europe/Berlin'), `${DANA} hat am 6. März 2026 um 00:30 MEZ geantwortet.`);
  assert.equal(words('en_US', 'en_US', 'America/New_York'), `${DANA} replied on March 5, 2026 at 6:30 PM EST.`);
  assert.equal(words('ja', 'ja-JP', 'Asia/Tokyo'), `2026年3月6日 8:30 JSTに${DANA}から返信がありました。`);
});

test('what Salesforce did not say is no fault: English, a day that everybody reads, UTC', () => {
  assert.equal(words(null, null, null), `${DANA} replied on 2026-03-05 at 23:30 UTC.`);
  assert.equal(words('nl_NL', 'xx_YY', 'Mars/Olympus', null), 'Somebody replied on 2026-03-05 at 23:30 UTC.');
});

test('every language has its sentence, with the address in it and without one', () => {
  for (const language of LANGUAGES) {
    assert.ok(words(language, 'en-GB', 'UTC').includes(DANA), language);
    assert.ok(!words(language, 'en-GB', 'UTC', null).includes('null'), language);
  }
});
