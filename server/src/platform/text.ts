/**
 * Makes all text in a value that was just parsed well-formed, in place, and answers the value: half of a character (a lone surrogate, as a
 * cut emoji leaves it) becomes U+FFFD. PostgreSQL and other parsers of JSON refuse such halves, so they are taken out wherever text comes
 * in. Without recursion, since a stranger chooses the depth.
 */
export function wellFormed<T>(value: T): T {
  return mendTexts(value, (text) => text.toWellFormed());
}

/**
 * As `wellFormed`, and U+0000 becomes U+FFFD too: PostgreSQL refuses it as well, and a stranger's message that cannot be stored would be
 * read again for ever.
 */
export function storable<T>(value: T): T {
  return mendTexts(value, (text) => text.toWellFormed().replaceAll('\0', '\ufffd'));
}

function mendTexts<T>(value: T, mend: (text: string) => string): T {
  if (typeof value === 'string') return mend(value) as T;
  const left: unknown[] = [value];
  const seen = new Set<unknown>();
  while (left.length > 0) {
    const holder = left.pop();
    if (!isHolder(holder) || seen.has(holder)) continue;
    seen.add(holder);
    for (const [name, inside] of Object.entries(holder)) {
      left.push(inside);
      const mended = typeof inside === 'string' ? mend(inside) : inside;
      if (mended === inside && mend(name) === name) continue;
      Reflect.deleteProperty(holder, name);
      holder[mend(name)] = mended;
    }
  }
  return value;
}

/** A list or a plain object: what a parser makes, not a date or a file. */
function isHolder(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === Object.prototype || prototype === null;
}

/** An escape of JSON, whichever: a whole pair of halves, one half alone or U+0000, or any other. */
const ESCAPE = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2}|u0000)|[^])/g;

/** JSON of a vendor that is not parsed yet, with `\ufffd` for each half of a character and each U+0000. */
export function storableJson(json: string): string {
  const isWellFormed = !/\\u(?:[dD][89a-fA-F]|0000)/.test(json);
  return isWellFormed ? json : json.replace(ESCAPE, (escape: string, refused?: string) => (refused ? '\\ufffd' : escape));
}
