import { IntlMessageFormat } from 'intl-messageformat';
import { html, type Html, type HtmlValue } from '../html.ts';
import type { Language } from './languages.ts';

type Texts = Readonly<Record<string, string>>;

/** The texts of `English` in another language. One that is missing or left over does not compile. */
export type Translated<English extends Texts> = Readonly<Record<keyof English, string>>;
/** The same texts in each language. */
export type Catalogue<English extends Texts> = Readonly<Record<Language, Translated<English>>>;

export type Value = string | number;
/** What a place of a text stands for: a value, or for `<link>words</link>` a function that puts its markup around them. */
export type MarkupValue = Value | Html | ((words: Html) => Html);

/** Says texts in one language. */
export interface Say<Key extends string> {
  /** The text as plain words. */
  (key: Key, values?: Readonly<Record<string, Value>>): string;
  /** The text as markup: values are escaped unless they are markup themselves. A text may have `<strong>` in it. */
  html(key: Key, values?: Readonly<Record<string, MarkupValue>>): Html;
  readonly language: Language;
}

/**
 * The door to a catalogue. Texts are ICU messages: `{name}` is a place, `{count, plural, one {# email} other {# emails}}` a plural. Throws
 * when a value for a place is missing.
 */
export function createWords<English extends Texts>(
  catalogue: Catalogue<English>,
): (language: Language) => Say<Extract<keyof English, string>> {
  type Key = Extract<keyof English, string>;
  const read = new Map<string, IntlMessageFormat>();
  return function inLanguage(language: Language): Say<Key> {
    const message = (key: Key): IntlMessageFormat => {
      const place = `${language} ${key}`;
      const known = read.get(place) ?? new IntlMessageFormat(catalogue[language][key], language);
      read.set(place, known);
      return known;
    };
    const say = (key: Key, values: Readonly<Record<string, Value>> = {}): string => String(message(key).format(values));
    const sayHtml = (key: Key, values: Readonly<Record<string, MarkupValue>> = {}): Html => {
      const parts = message(key).format<HtmlValue>({ strong, ...elementsOf(values) });
      return html`${parts}`;
    };
    return Object.assign(say, { html: sayHtml, language });
  };
}

function strong(words: HtmlValue[]): Html {
  return html`<strong>${words}</strong>`;
}

function elementsOf(values: Readonly<Record<string, MarkupValue>>) {
  return Object.fromEntries(
    Object.entries(values).map(([place, value]) => [
      place,
      typeof value === 'function' ? (words: HtmlValue[]) => value(html`${words}`) : value,
    ]),
  );
}
