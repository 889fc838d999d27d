import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hardCodedWords, labelProblems, readLabels, usedLabels } from './label-rules.ts';

function label(name: string, value: string, shortDescription = 'For the translator') {
  return { name, value, shortDescription };
}

test('a word that no translator would see is found, in the text and in what a screen reader says', () => {
  const template = `<template>
    <p title={name}>{label.one} · {label.two}</p>
    <lightning-button label="Save" title={label.save}></lightning-button>
    <span class="title">Hello</span>
    <!-- Not shown -->
  </template>`;

  assert.deepEqual(hardCodedWords(template), ['label="Save"', 'the text "Hello"']);
});

test('a Visualforce page and its components are looked at as well, without their scripts and the notes for developers', () => {
  const markup = `<apex:component>
    <apex:attribute name="shows" description="The component of this page" />
    <script>var words = 'not for people';</script>
    <p hidden="hidden">{!$Label.Classic_NotLoaded}</p>
    <p title="Reload">Broken</p>
  </apex:component>`;

  assert.deepEqual(hardCodedWords(markup), ['title="Reload"', 'the text "Broken"']);
});

test('a label is read with its entities resolved', () => {
  const xml =
    '<CustomLabels><labels><fullName>A_B</fullName><shortDescription>x</shortDescription>' +
    '<value>Terms &amp; more</value></labels></CustomLabels>';

  assert.deepEqual(readLabels(xml), [label('A_B', 'Terms & more', 'x')]);
});

test('a use is found in components, in Apex and in metadata', () => {
  const source = `import a from '@salesforce/label/c.In_Component'; throw x(System.Label.In_Apex); <value>{!$Label.In_Page}</value>`;

  assert.deepEqual([...new Set(usedLabels(source))].sort(), ['In_Apex', 'In_Component', 'In_Page']);
});

test('what an org or a translator would stumble over is named', () => {
  const problems = labelProblems([
    label('Twice', 'a'),
    label('Twice', 'b'),
    label('Undescribed', 'a', ' '),
    label('Wordy', 'a', 'x'.repeat(81)),
    label('Plural', 'one:{0} mail|few:{0} mails'),
    label('Blank', ' a'),
  ]);

  assert.deepEqual(problems, [
    'label Twice is defined twice',
    'label Undescribed has no shortDescription for its translator',
    'label Wordy: shortDescription is longer than 80',
    'label Plural: a plural needs the form other:',
    'label Blank: value is empty or has blanks around it',
  ]);
});
