import { TAG } from '../../platform/rich-text/inline-look.ts';
import { decoded, escapedText, escapedValue } from './escapes.ts';
import { parseFields, type Found } from './parse-fields.ts';

/** A text with fields: what stays as it is, and what is put in. */
export type Part = string | FieldPart | LinkPart;

export interface FieldPart {
  kind: 'field';
  field: Found;
  place: 'text' | 'attribute' | 'picture' | 'subject';
  /** Tags that cut it; they stay around what is put in. */
  before: string;
  after: string;
  /** As it stands now. */
  raw: string;
}

/** The address of a link, without its quotes. */
export interface LinkPart {
  kind: 'link';
  pieces: readonly (string | Found)[];
  raw: string;
}

/** A field may be cut by these. Everything else ends the text that a field has to stand in. */
const INLINE = new Set([
  'a',
  'b',
  'big',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'mark',
  's',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'u',
]);
const ATTRIBUTE = / (href|src|alt|title)="([^"]*)"/g;
/** A text run between two blocks, and the tags in it. */
interface Run {
  text: string;
  tags: { at: number; parts: Part[] }[];
}

/** A subject is plain text. */
export function readSubject(subject: string): Part[] {
  return between(
    subject,
    parseFields(subject),
    (words) => words,
    (field, raw) => ({ kind: 'field' as const, field, place: 'subject' as const, before: '', after: '', raw }),
  );
}

/**
 * A body as `cleanBody` writes it, with its fields: in its text, in links, in pictures and in titles. No field reaches over a block. A
 * paragraph with the signature in it becomes a `div`, because a paragraph can hold no other.
 */
export function readBody(cleanHtml: string): Part[] {
  const parts: Part[] = [];
  let run: Run = { text: '', tags: [] };
  /** The one that is open: where its tag stands, and whether it has become a `div`. */
  const paragraph = { at: -1, isWidened: false };
  const endRun = (): void => {
    const found = run.text.includes('{{') ? parseFields(run.text) : [];
    if (paragraph.at !== -1 && found.some((field) => field.kind === 'field' && field.key === 'mysignature')) {
      const opening = parts[paragraph.at];
      if (typeof opening === 'string') parts[paragraph.at] = opening.replace('<p', '<div');
      paragraph.isWidened = true;
    }
    parts.push(...partsOfRun(run, found));
    run = { text: '', tags: [] };
  };
  let from = 0;
  for (const tag of cleanHtml.matchAll(TAG)) {
    const [whole, end = '', name = ''] = tag;
    run.text += decoded(cleanHtml.slice(from, tag.index));
    from = tag.index + whole.length;
    const tagParts = end ? [whole] : partsOfTag(name, whole);
    if (INLINE.has(name)) {
      run.tags.push({ at: run.text.length, parts: tagParts });
      continue;
    }
    endRun();
    if (name === 'p' && end) {
      parts.push(paragraph.isWidened ? '</div>' : whole);
      paragraph.isWidened = false;
    } else parts.push(...tagParts);
    if (name === 'p') paragraph.at = end ? -1 : parts.length - tagParts.length;
  }
  run.text += decoded(cleanHtml.slice(from));
  endRun();
  return parts;
}

function partsOfRun({ text, tags }: Run, found: readonly Found[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  let tag = 0;
  /** Text and tags up to a place, tags at that very place included or not. */
  const upTo = (end: number, withTags: boolean): Part[] => {
    const made: Part[] = [];
    for (let next = tags.at(tag); next && (next.at < end || (withTags && next.at === end)); next = tags.at((tag += 1))) {
      if (next.at > at) made.push(escapedText(text.slice(at, next.at)));
      at = Math.max(at, next.at);
      made.push(...next.parts);
    }
    if (end > at) made.push(escapedText(text.slice(at, end)));
    at = Math.max(at, end);
    return made;
  };
  for (const field of found) {
    parts.push(...upTo(field.start, true));
    const first = tag;
    const raw = upTo(field.end, false).map(asWritten).join('');
    const within = tags.slice(first, tag);
    const tagsOf = (isBefore: boolean): string =>
      within
        .filter((one) => one.at <= field.at === isBefore)
        .flatMap((one) => one.parts.map(asWritten))
        .join('');
    // A field in the address of a link that cuts a field cannot be told apart from it
    const isTangled = within.some((one) => one.parts.some((part) => typeof part !== 'string'));
    const { start, end, at: anchor, written } = field;
    const read: Found = isTangled ? { kind: 'unreadable', start, end, at: anchor, written } : field;
    parts.push({ kind: 'field', field: read, place: 'text', before: tagsOf(true), after: tagsOf(false), raw });
  }
  parts.push(...upTo(text.length, true));
  return parts;
}

function partsOfTag(name: string, tag: string): Part[] {
  if (!tag.includes('{{')) return [tag];
  const parts: Part[] = [];
  let from = 0;
  for (const attribute of tag.matchAll(ATTRIBUTE)) {
    const [whole, attributeName = '', value = ''] = attribute;
    if (attributeName === 'href' && name !== 'a') continue;
    const begins = attribute.index + whole.length - 1 - value.length;
    parts.push(tag.slice(from, begins));
    from = begins + value.length;
    if (attributeName === 'href') parts.push(...partsOfLink(value));
    else {
      const text = decoded(value);
      const place: FieldPart['place'] = attributeName === 'src' ? 'picture' : 'attribute';
      parts.push(
        ...between(text, parseFields(text), escapedValue, (field, raw) => ({
          kind: 'field' as const,
          field,
          place,
          before: '',
          after: '',
          raw,
        })),
      );
    }
  }
  parts.push(tag.slice(from));
  return parts;
}

function partsOfLink(raw: string): Part[] {
  const address = decoded(raw);
  const found = parseFields(address);
  if (found.length === 0) return [raw];
  return [
    {
      kind: 'link',
      pieces: between(
        address,
        found,
        (words) => words,
        (field) => field,
      ),
      raw,
    },
  ];
}

/** A text cut at its fields. */
function between<Piece>(
  text: string,
  found: readonly Found[],
  writeWords: (words: string) => string,
  make: (field: Found, raw: string) => Piece,
): (string | Piece)[] {
  const pieces: (string | Piece)[] = [];
  let from = 0;
  for (const field of found) {
    if (field.start > from) pieces.push(writeWords(text.slice(from, field.start)));
    pieces.push(make(field, writeWords(text.slice(field.start, field.end))));
    from = field.end;
  }
  if (from < text.length) pieces.push(writeWords(text.slice(from)));
  return pieces;
}

/** What stands in a part to be filled in. */
export function fieldsOf(part: Part): Found[] {
  if (typeof part === 'string') return [];
  return part.kind === 'field' ? [part.field] : part.pieces.filter((piece) => typeof piece !== 'string');
}

/** Everything as it was. */
export function asWritten(part: Part): string {
  return typeof part === 'string' ? part : part.raw;
}
