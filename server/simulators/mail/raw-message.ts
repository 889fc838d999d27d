import { addressParser, decodeWords } from 'postal-mime';

/** One header field of a message, its value unfolded but otherwise as it is written. */
export interface HeaderField {
  name: string;
  value: string;
}

interface WrittenField {
  name: string;
  /** The whole field with its folds and line ends, one character per byte. */
  text: string;
}

/** The header fields in the order of the message. Never fails: bytes that are no header are left out. */
export function headersOf(raw: Buffer): HeaderField[] {
  return cut(raw).fields.map(({ name, text }) => ({
    name,
    value: Buffer.from(text.slice(name.length + 1), 'latin1')
      .toString('utf8')
      .replace(/\r?\n(?=[ \t])/g, '')
      .trim(),
  }));
}

/** The value of the first field of that name, whatever its case. */
export function headerOf(raw: Buffer, name: string): string | undefined {
  return headersOf(raw).find((field) => field.name.toLowerCase() === name.toLowerCase())?.value;
}

/** The value with its encoded words (RFC 2047) turned into text. */
export function readableHeader(raw: Buffer, name: string): string {
  return decodeWords(headerOf(raw, name) ?? '');
}

/** Everything after the empty line that ends the header. */
export function bodyOf(raw: Buffer): Buffer {
  const { rest } = cut(raw);
  const blank = /^\r?\n/.exec(rest.subarray(0, 2).toString('latin1'));
  return rest.subarray(blank?.[0].length ?? 0);
}

/** The same message with the named field set: replaced where it stands, or added to the end of the header. All other bytes stay. */
export function withHeader(raw: Buffer, name: string, value: string): Buffer {
  if (/[\r\n]/.test(value)) throw new Error(`The value of ${name} must be one line.`);
  const { fields, rest } = cut(raw);
  const written = { name, text: Buffer.from(`${name}: ${value}\r\n`, 'utf8').toString('latin1') };
  const at = fields.findIndex((field) => field.name.toLowerCase() === name.toLowerCase());
  const others = fields.filter((field, index) => index === at || field.name.toLowerCase() !== name.toLowerCase());
  if (at === -1) others.push(written);
  else others[others.findIndex((field) => field === fields[at])] = written;
  return join(others, rest);
}

/** The same message without the fields that `isUnwanted` names (lower case). All other bytes stay. */
export function withoutHeaders(raw: Buffer, isUnwanted: (name: string) => boolean): Buffer {
  const { fields, rest } = cut(raw);
  const kept = fields.filter((field) => !isUnwanted(field.name.toLowerCase()));
  return kept.length === fields.length ? raw : join(kept, rest);
}

/** The plain addresses of an address list, lower case, groups opened, in order and without repeats. */
export function addressesIn(list: string | undefined): string[] {
  const found = addressParser(list ?? '', { flatten: true }).flatMap(({ address }) => (address ? [address.toLowerCase()] : []));
  return [...new Set(found)];
}

/** The people of an address field by name, or by address where they have none: what a list of messages shows. */
export function peopleIn(raw: Buffer, field: 'From' | 'To'): string {
  const people = addressParser(headerOf(raw, field) ?? '', { flatten: true });
  return people.map(({ name, address }) => name || address).join(', ');
}

/** Everyone the header names as a recipient: To, Cc and Bcc. */
export function recipientsOf(raw: Buffer): string[] {
  const fields = headersOf(raw).filter(({ name }) => ['to', 'cc', 'bcc'].includes(name.toLowerCase()));
  return [...new Set(fields.flatMap(({ value }) => addressesIn(value)))];
}

/** The Message-IDs that this message answers to, with their angle brackets: In-Reply-To first, then References from the newest. */
export function answeredIds(raw: Buffer): string[] {
  const ids = (name: string) => headerOf(raw, name)?.match(/<[^<>\s]+>/g) ?? [];
  return [...new Set([...ids('In-Reply-To'), ...ids('References').reverse()])];
}

function cut(raw: Buffer): { fields: WrittenField[]; rest: Buffer } {
  const fields: WrittenField[] = [];
  let at = 0;
  while (at < raw.length) {
    const end = endOfLine(raw, at);
    const line = raw.toString('latin1', at, end);
    if (line.trim() === '') break;
    const last = fields.at(-1);
    const name = /^([!-9;-~]+)[ \t]*:/.exec(line)?.[1];
    if (/^[ \t]/.test(line) && last) last.text += line;
    else if (name) fields.push({ name, text: line });
    else break;
    at = end;
  }
  return { fields, rest: raw.subarray(at) };
}

function endOfLine(raw: Buffer, from: number): number {
  const at = raw.indexOf(10, from);
  return at === -1 ? raw.length : at + 1;
}

function join(fields: WrittenField[], rest: Buffer): Buffer {
  const head = fields.map(({ text }) => (text.endsWith('\n') ? text : `${text}\r\n`)).join('');
  return Buffer.concat([Buffer.from(head, 'latin1'), rest]);
}
