import { isRecordId } from './ids.ts';

/**
 * A SOQL string literal with its quotes. The backslash is escaped first: escaping only the quote would let a
 * trailing backslash swallow it.
 */
export function quoted(value: string): string {
  const escaped = value
    .replaceAll('\\', '\\\\')
    .replaceAll("'", "\\'")
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `'${escaped}'`;
}

/** A literal for `LIKE`: what was typed is looked for as it is, at any place. */
export function containing(words: string): string {
  return `'%${quoted(words).slice(1, -1).replace(/[%_]/g, '\\$&')}%'`;
}

/** A record id as a literal. Throws a TypeError for anything that is not one. */
export function quotedId(id: string): string {
  if (!isRecordId(id)) throw new TypeError('A Salesforce record id has 15 or 18 letters and digits.');
  return `'${id}'`;
}
