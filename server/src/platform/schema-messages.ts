import type { Sentence } from './languages/index.ts';

/** The sentences that schemas have for their messages, by their English words: zod carries a message as text alone. */
const SENTENCES = new Map<string, Sentence>();

/** A sentence as the message of a schema. Whoever meets it reads it in their own language; see `request-faults.ts`. */
export function schemaMessage(sentence: Sentence): string {
  const english = sentence('en');
  SENTENCES.set(english, sentence);
  return english;
}

/** The sentence that a schema gave as this message; undefined for a message of zod's own. */
export function sentenceOfMessage(english: string): Sentence | undefined {
  return SENTENCES.get(english);
}
