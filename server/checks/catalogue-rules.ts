import { IntlMessageFormat } from 'intl-messageformat';
import { placeOfKey, sameWords } from './translation-places.ts';
import { difference, inOrder, pluralFormsOf, widthOf } from './translation-rules.ts';

/** The texts of the service by language and key, as `createWords` takes them. */
export type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A part of an ICU message, of which only what the rules look at is named. */
interface Part {
  type: number;
  value?: string;
  options?: Readonly<Record<string, { value: readonly Part[] }>>;
  children?: readonly Part[];
}

const LITERAL = 0;
/** A value in a button or a step is the name of a vendor at most. */
const LONGEST_VALUE = '0'.repeat('Salesforce'.length);

/** What a reader would stumble over in the translations of one catalogue: texts that are missing, wrong or too long. */
export function catalogueProblems(catalogue: Catalogue): string[] {
  const { en: english = {}, ...others } = catalogue;
  const broken = Object.entries(english).flatMap(([key, text]) => (partsOf('en', text) ? [] : [`en: ${key} is no ICU message`]));
  if (broken.length > 0) return broken;
  return Object.entries(others).flatMap(([language, texts]) =>
    [
      ...difference(Object.keys(english), Object.keys(texts)).map((key) => `${key} is not translated`),
      ...difference(Object.keys(texts), Object.keys(english)).map((key) => `${key} does not exist`),
      ...Object.entries(texts).flatMap(([key, text]) => {
        const source = english[key];
        return source === undefined ? [] : textProblems(language, key, { source, text }).map((problem) => `${key} ${problem}`);
      }),
    ].map((problem) => `${language}: ${problem}`),
  );
}

/** Each begins where the key of the text ends. */
function textProblems(language: string, key: string, { source, text }: { source: string; text: string }): string[] {
  const [english, translated] = [partsOf('en', source), partsOf(language, text)];
  if (!english || !translated) return ['is no ICU message'];
  if (text.trim() === '' && source.trim() !== '') return ['is empty'];
  if (source.trim() === source && text.trim() !== text) return ['has blanks around it'];
  if (text === source && hasWords(english) && !sameWords(language.replace('-', '_')).has(text)) return ['is the English text'];
  const problems = [...holdProblems(english, translated), ...pluralProblems(language, english, translated)];
  const place = placeOfKey(key);
  const width = widthOf(longest(translated));
  if (place && width > place.width) problems.push(`is ${width} wide, and a ${place.name} holds ${place.width}`);
  return problems;
}

/** The same places and elements, whatever their order. */
function holdProblems(english: readonly Part[], translated: readonly Part[]): string[] {
  const [needed, has] = [holds(english), holds(translated)];
  return needed.join() === has.join() ? [] : [`must hold ${needed.join(', ') || 'nothing'}, and holds ${has.join(', ') || 'nothing'}`];
}

function pluralProblems(language: string, english: readonly Part[], translated: readonly Part[]): string[] {
  const sources = new Map(pluralsIn(english).map((plural) => [plural.value, plural.options]));
  return pluralsIn(translated).flatMap(({ value = '', options }) => {
    const source = sources.get(value);
    if (!source) return [];
    const exact = Object.keys(source).filter((form) => form.startsWith('='));
    const [needed, has] = [[...pluralFormsOf(language), ...exact], Object.keys(options)];
    if (difference(needed, has).length > 0 || difference(has, needed).length > 0)
      return [`needs the forms ${inOrder(needed)} of {${value}}, and has ${inOrder(has)}`];
    return has.flatMap((form) => {
      const model = source[form.startsWith('=') ? form : 'other'];
      return holdProblems(model?.value ?? [], options[form]?.value ?? []).map((problem) => `form ${form}: ${problem}`);
    });
  });
}

/** Null for a text that is no ICU message. */
function partsOf(language: string, text: string): readonly Part[] | null {
  try {
    return new IntlMessageFormat(text, language).getAst();
  } catch {
    return null;
  }
}

/** Places and elements outside plurals, and what is counted. */
function holds(parts: readonly Part[]): string[] {
  const found = parts.flatMap(({ type, value, children }) => {
    if (value === undefined) return ['#'];
    if (children) return [`<${value}>`, ...holds(children)];
    return type === LITERAL ? [] : [`{${value}}`];
  });
  return [...new Set(found)].sort();
}

function pluralsIn(parts: readonly Part[]): (Part & Required<Pick<Part, 'options'>>)[] {
  return parts.flatMap((part) => {
    if (part.options) return [{ ...part, options: part.options }];
    return part.children ? pluralsIn(part.children) : [];
  });
}

/** Every form of every plural counts. */
function literalsOf(parts: readonly Part[]): string {
  return parts
    .map(({ type, value = '', children, options }) => {
      if (children) return literalsOf(children);
      if (options)
        return Object.values(options)
          .map((form) => literalsOf(form.value))
          .join(' ');
      return type === LITERAL ? value : '';
    })
    .join('');
}

function hasWords(parts: readonly Part[]): boolean {
  return /\p{L}/u.test(literalsOf(parts).replaceAll(/MSI Actions|Salesforce/g, ''));
}

/** The text at its longest. */
function longest(parts: readonly Part[]): string {
  return parts
    .map(({ type, value, children, options }) => {
      if (children) return longest(children);
      if (options)
        return Object.values(options)
          .map((form) => longest(form.value))
          .sort((one, other) => widthOf(other) - widthOf(one))[0];
      return type === LITERAL ? value : LONGEST_VALUE;
    })
    .join('');
}
