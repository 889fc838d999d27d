import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { test } from 'node:test';
import { IntlMessageFormat } from 'intl-messageformat';
import { ERROR_SENTENCES } from '../error-catalogue/index.ts';
import { LANGUAGES, type Catalogue, type Language } from './index.ts';

type Element = ReturnType<IntlMessageFormat['getAst']>[number];
type AnyCatalogue = Catalogue<Record<string, string>>;

/** The parser's number of a piece of plain text. */
const LITERAL = 0;
const SOURCES = new URL('../..', import.meta.url).pathname;

async function catalogues(): Promise<[string, AnyCatalogue][]> {
  const files = globSync('**/error-words/index.ts', { cwd: SOURCES }).sort();
  assert.ok(files.length > 10);
  const read = files.map(async (file): Promise<[string, AnyCatalogue]> => {
    const { CATALOGUE } = (await import(`${SOURCES}${file}`)) as { CATALOGUE: AnyCatalogue };
    return [file, CATALOGUE];
  });
  return [['error-catalogue', ERROR_SENTENCES], ...(await Promise.all(read))];
}

/** The places of a text, each once and in order, and the forms of its plurals. */
function partsOf(elements: readonly Element[]): { places: string[]; forms: string[] } {
  const places = new Set<string>();
  const forms: string[] = [];
  for (const element of elements) {
    const kind: number = element.type;
    if ('value' in element && kind !== LITERAL) places.add(element.value);
    if (!('pluralType' in element)) continue;
    forms.push(Object.keys(element.options).sort().join(' '));
    for (const { value } of Object.values(element.options)) for (const place of partsOf(value).places) places.add(place);
  }
  return { places: [...places].sort(), forms };
}

function parse(text: string): readonly Element[] {
  return new IntlMessageFormat(text, 'en').getAst();
}

function formsOf(language: Language): string {
  return [...new Intl.PluralRules(language).resolvedOptions().pluralCategories].sort().join(' ');
}

test('Every sentence has the same places in each language, and each plural all forms of its language', async () => {
  for (const [file, catalogue] of await catalogues())
    for (const language of LANGUAGES) {
      assert.deepEqual(Object.keys(catalogue[language]).sort(), Object.keys(catalogue.en).sort(), `${file} ${language}`);
      for (const [key, text] of Object.entries(catalogue[language])) {
        const where = `${file} ${language} ${key}`;
        const { places, forms } = partsOf(parse(text));
        assert.deepEqual(places, partsOf(parse(catalogue.en[key] ?? '')).places, where);
        for (const form of forms) assert.equal(form, formsOf(language), where);
      }
    }
});

test('No sentence of a failure is left in English', async () => {
  for (const [file, catalogue] of await catalogues())
    for (const language of LANGUAGES)
      for (const [key, text] of Object.entries(catalogue[language]))
        if (language !== 'en') assert.notEqual(text, catalogue.en[key], `${file} ${language} ${key}`);
});
