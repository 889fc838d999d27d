import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranslation, translationProblems, widthOf, type Translation } from './translation-rules.ts';

const SOURCE = {
  labels: [
    { name: 'Sent', value: 'Sent {0} by {1}', shortDescription: '{0} is a time, {1} a name' },
    { name: 'Count', value: 'one:{0} email|other:{0} emails', shortDescription: 'Forms per plural category' },
    { name: 'Save', value: 'Save', shortDescription: 'Button' },
  ],
  tabs: ['MSI_Users'],
};

function translation(labels: Record<string, string>, tabs: Record<string, string> = { MSI_Users: 'Utilisateurs' }): Translation {
  return { language: 'fr', labels: Object.entries(labels), tabs: Object.entries(tabs) };
}

const GOOD = {
  Count: 'one:{0} e-mail|many:{0} d’e-mails|other:{0} e-mails',
  Save: 'Enregistrer',
  Sent: '{1} a envoyé {0}',
};

test('a complete translation has no problem, whatever the order of its places', () => {
  assert.deepEqual(translationProblems(SOURCE, translation(GOOD)), []);
});

test('a label or a tab that nobody translated is named, and so is one that is no longer there', () => {
  const { Save, ...labels } = GOOD;

  assert.deepEqual(
    translationProblems(SOURCE, translation({ Count: labels.Count, Saved: Save, Sent: labels.Sent }, { MSI_Home: 'Accueil' })),
    [
      'fr: label Save is not translated',
      'fr: label Saved does not exist',
      'fr: tab MSI_Users is not translated',
      'fr: tab MSI_Home does not exist',
    ],
  );
});

test('a place that got lost, or was made up, is named', () => {
  const problems = translationProblems(SOURCE, translation({ ...GOOD, Sent: 'Envoyé par {2}' }));

  assert.deepEqual(problems, ['fr: label Sent must hold {0}, {1}, and holds {2}']);
});

test('every form of a plural needs its places', () => {
  const problems = translationProblems(SOURCE, translation({ ...GOOD, Count: 'one:un e-mail|many:{0} d’e-mails|other:e-mails' }));

  assert.deepEqual(problems, [
    'fr: label Count, form one must hold {0}, and holds nothing',
    'fr: label Count, form other must hold {0}, and holds nothing',
  ]);
});

test('a plural has the forms that its language tells apart, no fewer and no more', () => {
  const problems = translationProblems(SOURCE, translation({ ...GOOD, Count: 'one:{0} e-mail|few:{0} e-mails|other:{0} e-mails' }));

  assert.deepEqual(problems, ['fr: label Count needs the forms one, many, other, and has one, few, other']);
});

test('words that are still English are named, except those that are the same in this language', () => {
  const source = { ...SOURCE, labels: [...SOURCE.labels, { name: 'Type', value: 'Signature', shortDescription: 'Heading' }] };
  const problems = translationProblems(source, translation({ ...GOOD, Save: 'Save', Type: 'Signature' }));

  assert.deepEqual(problems, ['fr: label Save is the English text']);
});

test('what does not fit its place on a narrow screen is named with both widths', () => {
  const problems = translationProblems(SOURCE, translation({ ...GOOD, Save: 'Enregistrer toutes les modifications de cette page' }));

  assert.deepEqual(problems, ['fr: label Save is 50 wide, and a button holds 34']);
});

test('an ideograph is as wide as two letters, and a number in a place as two digits', () => {
  assert.equal(widthOf('ToDo を追加'), 11);
  assert.equal(widthOf('Email ({0})'), 10);
});

test('files that Salesforce would give in another order, or with a name twice, are named', () => {
  const { Count, Save, Sent } = GOOD;
  const labels: [string, string][] = [
    ['Save', Save],
    ['Sent', Sent],
    ['Count', Count],
    ['Count', Count],
  ];

  assert.deepEqual(translationProblems(SOURCE, { ...translation({}), labels }), [
    'fr: label Count is there twice',
    'fr: the labels are not sorted by name, as Salesforce gives them',
  ]);
});

test('a file is read with its entities resolved', () => {
  const xml =
    '<Translations><customLabels><label>Nom &lt;adresse&gt;</label><name>A</name></customLabels>' +
    '<customTabs><label>Utilisateurs</label><name>T</name></customTabs></Translations>';

  assert.deepEqual(readTranslation('fr', xml), { language: 'fr', labels: [['A', 'Nom <adresse>']], tabs: [['T', 'Utilisateurs']] });
});
