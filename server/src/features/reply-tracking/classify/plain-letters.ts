/** Marks of direction, and characters without any width. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text from outside in the form of our word lists: each accent composed with its letter (NFC), no unseen characters. */
export function plainLetters(text: string): string {
  return text.normalize('NFC').replace(UNSEEN, '');
}
