/**
 * Makes all text in a value that was just parsed well-formed, in place, and answers the value: half of a character (a lone surrogate, as a
 * cut emoji leaves it) becomes U+FFFD. PostgreSQL and other parsers of JSON refuse such halves, so they are taken out wherever text comes
 * in. Without recursion, since a stranger chooses the depth.
 */
export function wellFormed<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed() as T;
  const left: unknown[] = [value];
  const seen = new Set<unknown>();
  while (left.length > 0) {
    const holder = left.pop();
    if (!isHolder(holder) || seen.has(holder)) continue;
    seen.add(holder);
    for (const [name, inside] of Object.entries(holder)) {
      left.push(inside);
      const fixed = typeof inside === 'string' ? inside.toWellFormed() : inside;
      if (fixed === inside && name.isWellFormed()) continue;
      Reflect.deleteProperty(holder, name);
      holder[name.toWellFormed()] = fixed;
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

/** An escape of JSON, whichever: a whole pair of halves, one half alone, or any other. */
const ESCAPE = /\\(?:u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|(u[dD][89a-fA-F][\da-fA-F]{2})|[^])/g;

/** JSON that is not parsed yet, with `\ufffd` for each half of a character. */
export function wellFormedJson(json: string): string {
  return /\\u[dD][89a-fA-F]/.test(json) ? json.replace(ESCAPE, (escape: string, half?: string) => (half ? '\\ufffd' : escape)) : json;
}
