import { createSentences, LANGUAGES, verbatim, type Catalogue, type Sentence } from './languages/index.ts';

/** Our sentences by their English words, where words are all that can be carried or kept: a message of zod, an error, a column. */
const SENTENCES = new Map<string, Sentence>();

/**
 * The English words of a sentence, from which `fromEnglish` makes the sentence again. Only for sentences without values. Throws when
 * another sentence has the same English and other words in a language of ours: nobody could tell which is meant.
 */
export function asEnglish(sentence: Sentence): string {
  const words = sentence('en');
  const known = SENTENCES.get(words);
  if (known && LANGUAGES.some((language) => known(language) !== sentence(language)))
    throw new Error(`Two sentences have the English words "${words}".`);
  SENTENCES.set(words, sentence);
  return words;
}

/** The sentence with these English words; undefined when `asEnglish` has not met them. */
export function findByEnglish(words: string): Sentence | undefined {
  return SENTENCES.get(words);
}

/** As `findByEnglish`; words of somebody else, or of an earlier release, are said as they are. */
export function fromEnglish(words: string): Sentence;
export function fromEnglish(words: string | null): Sentence | null;
export function fromEnglish(words: string | null): Sentence | null {
  return words === null ? null : (findByEnglish(words) ?? verbatim(words));
}

/** `asEnglish` for all sentences of a catalogue. At the start of a process, because a row may have been written by another one. */
export function asEnglishAll<English extends Readonly<Record<string, string>>>(
  catalogue: Catalogue<English>,
): Readonly<Record<Extract<keyof English, string>, string>> {
  const sentence = createSentences(catalogue);
  const keys = Object.keys(catalogue.en) as Extract<keyof English, string>[];
  return Object.fromEntries(keys.map((key) => [key, asEnglish(sentence(key))])) as Record<Extract<keyof English, string>, string>;
}
