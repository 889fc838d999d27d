const SUFFIX_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The case-safe 18-character form of a 15-character id: one suffix letter tells the capitals of each five characters. */
export function to18(id: string): string {
  if (id.length === 18) return id;
  const chunks = [id.slice(0, 5), id.slice(5, 10), id.slice(10, 15)];
  return id + chunks.map((chunk) => SUFFIX_ALPHABET[capitals(chunk)]).join('');
}

/** Salesforce accepts 15 or 18 characters wherever an id is expected; null when the text is no id. */
export function parseId(text: unknown): string | null {
  if (typeof text !== 'string' || !/^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/.test(text)) return null;
  return to18(text.slice(0, 15));
}

/** The id of the n-th record of an object, for instance `makeId('00Q', 1)` is 00Q000000000001EAA. */
export function makeId(keyPrefix: string, number: number): string {
  return to18(keyPrefix + String(number).padStart(12, '0'));
}

function capitals(chunk: string): number {
  return Array.from(chunk).reduce((bits, letter, index) => (letter >= 'A' && letter <= 'Z' ? bits | (1 << index) : bits), 0);
}
