import assert from 'node:assert/strict';
import { test } from 'node:test';
import Fastify from 'fastify';
import { html } from '../html.ts';
import { createWords, dayWords, directionOf, LANGUAGES, languageFor, languageOfLetter, minuteWords, requestLanguage } from './index.ts';

const EN = {
  hello: 'Hello {name}',
  emails: '{count, plural, one {# email} other {# emails}}',
  open: 'Open <strong>{page}</strong> in <link>Setup</link>',
};
const DE = {
  hello: 'Guten Tag {name}',
  emails: '{count, plural, one {# E-Mail} other {# E-Mails}}',
  open: '<link>Setup</link>: <strong>{page}</strong> öffnen',
};
const inLanguage = createWords<typeof EN>({ en: EN, de: DE, es: EN, fr: EN, ja: EN, 'pt-BR': EN });

test('a text is said in the language that is asked for, with the plural form of that language', () => {
  assert.equal(inLanguage('de')('hello', { name: 'Ann' }), 'Guten Tag Ann');
  assert.equal(inLanguage('de')('emails', { count: 1 }), '1 E-Mail');
  assert.equal(inLanguage('en')('emails', { count: 1200 }), '1,200 emails');
  assert.equal(inLanguage('de')('emails', { count: 1200 }), '1.200 E-Mails');
});

test('in markup a value is escaped, and markup stands where the language puts it', () => {
  const link = (words: unknown) => html`<a href="/setup">${String(words)}</a>`;
  assert.equal(inLanguage('en').html('hello', { name: '<b>' }).markup, 'Hello &lt;b&gt;');
  assert.equal(
    inLanguage('de').html('open', { page: 'A & B', link }).markup,
    '<a href="/setup">Setup</a>: <strong>A &amp; B</strong> öffnen',
  );
});

test('a text whose place has no value is never said', () => {
  assert.throws(() => inLanguage('en')('hello'));
});

test('a wanted language is matched by its base, in the order of the wish, and English is what is left', () => {
  assert.equal(languageFor(['it', 'pt-PT', 'de']), 'pt-BR');
  assert.equal(languageFor(['de_CH']), 'de');
  assert.equal(languageFor(['zh-Hant', '*']), 'en');
  assert.equal(languageFor([]), 'en');
});

test('a letter is in the language of its reader, and in that of whoever asked for it only where the reader’s is not known', () => {
  assert.equal(languageOfLetter({ recipient: 'ja', askedBy: 'de' }), 'ja');
  assert.equal(languageOfLetter({ recipient: null, askedBy: 'pt_BR' }), 'pt-BR');
  assert.equal(languageOfLetter({ recipient: 'nl_NL', askedBy: 'de' }), 'en');
  assert.equal(languageOfLetter({ recipient: null, askedBy: null }), 'en');
});

test('a date is written as the language writes it, and its zone is named', () => {
  const moment = new Date('2026-12-28T23:30:00Z');
  assert.equal(dayWords('en', moment), 'December 28, 2026 (UTC)');
  assert.equal(dayWords('ja', moment), '2026年12月28日 (UTC)');
  assert.match(minuteWords('en', moment), /^December 28, 2026 at 11:30\sPM UTC$/);
  assert.equal(minuteWords('de', moment), '28. Dezember 2026 um 23:30 UTC');
});

test('every language of today is written from left to right', () => {
  assert.deepEqual(new Set(LANGUAGES.map(directionOf)), new Set(['ltr']));
});

test('a request is answered in the language that its browser likes best', async () => {
  const app = Fastify();
  await app.register(requestLanguage);
  app.get('/', async (request) => request.answerLanguage);
  const asked = async (header?: string) =>
    (await app.inject({ url: '/', headers: header === undefined ? {} : { 'accept-language': header } })).body;
  assert.equal(await asked('it;q=0.9, de;q=0.4, fr-CA;q=0.8, en;q=0.1'), 'fr');
  assert.equal(await asked(), 'en');
  assert.equal(await asked('*'), 'en');
  assert.equal(await asked('\u00ff;;q=x,,'), 'en');
});
