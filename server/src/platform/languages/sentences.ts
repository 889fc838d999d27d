import type { Language } from './languages.ts';
import { createWords, type Catalogue, type Value } from './words.ts';

/** What people are told. It is put into words when it is known who reads it. */
export type Sentence = (language: Language) => string;

/** A value that differs from language to language is a sentence itself. */
export type SentenceValues = Readonly<Record<string, Value | Sentence>>;

/** As `createWords`, for what is decided in one place and said in another: a refusal, or a row that is read later. */
export function createSentences<English extends Readonly<Record<string, string>>>(
  catalogue: Catalogue<English>,
): (key: Extract<keyof English, string>, values?: SentenceValues) => Sentence {
  const inLanguage = createWords(catalogue);
  return function sentence(key, values = {}) {
    return function say(language) {
      const said = Object.entries(values).map(([place, value]) => [place, typeof value === 'function' ? value(language) : value] as const);
      return inLanguage(language)(key, Object.fromEntries(said));
    };
  };
}

/** Words that are not ours, such as Salesforce's: the same in every language. */
export function verbatim(words: string): Sentence {
  return function say() {
    return words;
  };
}
