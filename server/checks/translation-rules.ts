import { Parser } from 'htmlparser2';
import type { Label } from './label-rules.ts';
import { placeOf, sameWords } from './translation-places.ts';

/** A translation file: pairs of name and words, in the order of the file. */
export interface Translation {
  /** As Salesforce names it: "de", "pt_BR". */
  language: string;
  labels: [string, string][];
  tabs: [string, string][];
}

/** What there is to translate. */
export interface Source {
  labels: Label[];
  tabs: string[];
}

/** Salesforce refuses more. */
const LONGEST_VALUE = 1000;
/** Letters that are as wide as two Latin ones. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]/gu;

/** The words of a Translations file. Other elements than labels and tabs are left out. */
export function readTranslation(language: string, xml: string): Translation {
  const found: Record<string, [string, string][]> = { customLabels: [], customTabs: [] };
  let current: Record<string, string> = {};
  let element = '';
  const parser = new Parser(
    {
      onopentag: (name) => {
        element = name;
        if (name in found) current = {};
      },
      ontext: (text) => (current[element] = (current[element] ?? '') + text),
      onclosetag: (name) => {
        element = '';
        found[name]?.push([current['name'] ?? '', current['label'] ?? '']);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { language, labels: found['customLabels'] ?? [], tabs: found['customTabs'] ?? [] };
}

/** How wide words are, in Latin letters. A place for a value counts as two. */
export function widthOf(words: string): number {
  const shown = words.replace(/\{\d\}/g, '00');
  return shown.length + (shown.match(WIDE)?.length ?? 0);
}

/** What a rep would stumble over in one language: words that are missing, wrong or too long. */
export function translationProblems(source: Source, { language, labels, tabs }: Translation): string[] {
  const english = new Map(source.labels.map((label) => [label.name, label]));
  const names = labels.map(([name]) => name);
  const problems = [
    ...difference([...english.keys()], names).map((name) => `label ${name} is not translated`),
    ...difference(names, [...english.keys()]).map((name) => `label ${name} does not exist`),
    ...difference(
      source.tabs,
      tabs.map(([name]) => name),
    ).map((name) => `tab ${name} is not translated`),
    ...difference(
      tabs.map(([name]) => name),
      source.tabs,
    ).map((name) => `tab ${name} does not exist`),
    ...names.filter((name, index) => names.indexOf(name) !== index).map((name) => `label ${name} is there twice`),
    ...labels.flatMap(([name, words]) => {
      const label = english.get(name);
      return label ? wordProblems(language, label, words).map((problem) => `label ${name}${problem}`) : [];
    }),
  ];
  if (names.some((name, index) => name < (names[index - 1] ?? '')))
    problems.push('the labels are not sorted by name, as Salesforce gives them');
  return problems.map((problem) => `${language}: ${problem}`);
}

/** Each begins where the name of the label ends. */
function wordProblems(language: string, { value, shortDescription }: Label, words: string): string[] {
  if (words.trim() !== words || words === '') return [' is empty or has blanks around it'];
  if (words.length > LONGEST_VALUE) return [` is longer than ${LONGEST_VALUE}`];
  if (words === value && !sameWords(language).has(value)) return [' is the English text'];
  const forms = formsOf(words);
  if (isPlural(value)) {
    const needed = pluralFormsOf(language);
    const has = forms.map(({ category }) => category);
    if (difference(needed, has).length > 0 || difference(has, needed).length > 0)
      return [` needs the forms ${inOrder(needed)}, and has ${inOrder(has)}`];
  }
  const places = placesIn(formsOf(value).at(-1)?.words ?? '');
  const lost = forms
    .map((form) => ({ category: form.category, holds: placesIn(form.words) }))
    .filter(({ holds }) => holds.join() !== places.join())
    .map(({ category, holds }) => {
      const form = category && `, form ${category}`;
      return `${form} must hold ${places.join(', ') || 'nothing'}, and holds ${holds.join(', ') || 'nothing'}`;
    });
  const place = placeOf(shortDescription);
  const width = Math.max(...forms.map((form) => widthOf(form.words)));
  return place && width > place.width ? [...lost, ` is ${width} wide, and a ${place.name} holds ${place.width}`] : lost;
}

function isPlural(value: string) {
  return /^(zero|one|two|few|many|other):/.test(value);
}

function formsOf(value: string): { category: string; words: string }[] {
  if (!isPlural(value)) return [{ category: '', words: value }];
  return value.split('|').map((form) => ({ category: form.slice(0, form.indexOf(':')), words: form.slice(form.indexOf(':') + 1) }));
}

function placesIn(words: string): string[] {
  return [...new Set(words.match(/\{\d\}/g))].sort();
}

/** The forms of a plural that a language tells apart. */
export function pluralFormsOf(language: string): string[] {
  return new Intl.PluralRules(language.replace('_', '-')).resolvedOptions().pluralCategories;
}

export function difference(all: string[], without: string[]): string[] {
  const left = new Set(without);
  return all.filter((one) => !left.has(one));
}

export function inOrder(categories: string[]): string {
  const order = ['zero', 'one', 'two', 'few', 'many', 'other'];
  return [...categories].sort((one, other) => order.indexOf(one) - order.indexOf(other)).join(', ');
}
