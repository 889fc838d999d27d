import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTimeZone, languageOf, localeOf } from './region.ts';

test('what Salesforce says of a language is one of ours or none', () => {
  assert.deepEqual(['en_US', 'pt_BR', 'ja', 'nl_NL', '', null].map(languageOf), ['en', 'pt', 'ja', null, null, null]);
});

test('a locale of Salesforce becomes one that this runtime can use, and what is no locale becomes none', () => {
  assert.deepEqual(['en_GB', 'de_DE_EURO', 'zh_Hant_TW', 'ja', 'xx_YY', 'not a locale', '', null].map(localeOf), [
    'en-GB',
    'de-DE',
    'zh-Hant-TW',
    'ja',
    null,
    null,
    null,
    null,
  ]);
});

test('a time zone is a name that the list of zones knows, old or new, and never a distance', () => {
  for (const name of ['Europe/Berlin', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC', 'America/Argentina/Buenos_Aires'])
    assert.ok(isTimeZone(name), name);
  for (const name of ['', '+05:30', 'Mars/Olympus', 'Europe/Berlin; drop table users']) assert.ok(!isTimeZone(name), name);
});
