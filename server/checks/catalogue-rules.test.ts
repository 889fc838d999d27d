import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueProblems } from './catalogue-rules.ts';

const EN = {
  sent: 'Sent {when} by <strong>{person}</strong>',
  count: '{count, plural, =0 {None.} one {# email for {person}} other {# emails for {person}}}',
  'save.button': 'Save',
  person: '{name}, {org}',
};
const FR = {
  sent: '<strong>{person}</strong> a envoyé {when}',
  count: '{count, plural, =0 {Aucun.} one {# e-mail pour {person}} many {# d’e-mails pour {person}} other {# e-mails pour {person}}}',
  'save.button': 'Enregistrer',
  person: '{name}, {org}',
};

function problemsOf(changed: Record<string, string>): string[] {
  return catalogueProblems({ en: EN, fr: { ...FR, ...changed } });
}

test('a complete catalogue has no problem, whatever the order of its places', () => {
  assert.deepEqual(problemsOf({}), []);
});

test('a text that nobody translated is named, and so is one that is no longer there', () => {
  const { person, ...texts } = FR;
  assert.deepEqual(catalogueProblems({ en: EN, fr: { ...texts, people: person } }), [
    'fr: person is not translated',
    'fr: people does not exist',
  ]);
});

test('a place or an element that got lost, or was made up, is named', () => {
  assert.deepEqual(problemsOf({ sent: '{who} a envoyé {when}' }), [
    'fr: sent must hold <strong>, {person}, {when}, and holds {when}, {who}',
  ]);
});

test('a plural has the forms that its language tells apart, and each holds what the English one holds', () => {
  assert.deepEqual(problemsOf({ count: '{count, plural, one {# e-mail pour {person}} other {# e-mails pour {person}}}' }), [
    'fr: count needs the forms =0, one, many, other of {count}, and has one, other',
  ]);
  assert.deepEqual(
    problemsOf({ count: '{count, plural, =0 {Aucun.} one {Un e-mail pour {person}} many {# d’e-mails} other {# e-mails pour {person}}}' }),
    ['fr: count form one: must hold #, {person}, and holds {person}', 'fr: count form many: must hold #, {person}, and holds #'],
  );
});

test('words that are still English are named, and a text without words is not', () => {
  assert.deepEqual(problemsOf({ 'save.button': 'Save' }), ['fr: save.button is the English text']);
});

test('a text that cannot be read is named, in English as well', () => {
  assert.deepEqual(problemsOf({ sent: '<strong>{person} {when}' }), ['fr: sent is no ICU message']);
  assert.deepEqual(catalogueProblems({ en: { sent: '{when' } }), ['en: sent is no ICU message']);
});

test('an empty text and one with blanks around it are named', () => {
  assert.deepEqual(problemsOf({ person: '', sent: ' <strong>{person}</strong> {when}' }), [
    'fr: sent has blanks around it',
    'fr: person is empty',
  ]);
});

test('what does not fit its place on a narrow screen is named with both widths', () => {
  assert.deepEqual(problemsOf({ 'save.button': 'Enregistrer toutes les modifications' }), [
    'fr: save.button is 36 wide, and a button holds 34',
  ]);
});
