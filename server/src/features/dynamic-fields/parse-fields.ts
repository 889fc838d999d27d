/** A field, a literal or a prompt in a text without markup. */
export type Found = {
  /** Where it begins and ends in the text. */
  start: number;
  end: number;
  /** Where its name begins, or the words of a literal: what is put in stands there. */
  at: number;
  /** What it is called to people: its name, or all that stands between its braces. */
  written: string;
} & (
  | { kind: 'field'; /** See `keyOf`. */ key: string; /** Null: it has no default. */ fallback: string | null }
  | { kind: 'literal'; text: string }
  | { kind: 'prompt' }
  | { kind: 'unreadable' }
);

const OPENS = '{{';
const CLOSES = '}}';
const LONGEST_NAME = 200;
const NAME = /^[\p{L}\p{M}\p{N}\s_-]+$/u;
/** What a name is compared without. Editors add the invisible ones. */
const NOT_COMPARED = /[\s_\-\u00ad\u200b-\u200d\u2060\ufeff]+/gu;
const BLANKS = /[\s\u200b-\u200d\u2060\ufeff]*/y;
const DEFAULT = /default/iy;
const BAR_OR_BRACE = /[|{}]/g;

/** What each mark opens is closed by. In single ones an apostrophe, which has a letter behind it, closes nothing. */
const QUOTES: readonly { opens: string; closes: RegExp }[] = [
  { opens: '"', closes: /"/g },
  { opens: '“”„‟', closes: /[“”‟]/g },
  { opens: "'", closes: /'(?!\p{L})/gu },
  { opens: '‘’‚‛', closes: /[‘’‛](?!\p{L})/gu },
  { opens: '«', closes: /»/g },
  { opens: '»', closes: /«/g },
];

/** A name as names are compared: without case, blanks, underscores and hyphens. */
export function keyOf(name: string): string {
  return name.normalize('NFC').replace(NOT_COMPARED, '').toLowerCase();
}

/** Whether there may be a field in an email: a look at its characters and no more. A tag may cut the braces. */
export function hasFields(subject: string, bodyHtml: string): boolean {
  return subject.includes(OPENS) || bodyHtml.includes(OPENS) || bodyHtml.includes('{<');
}

/** Stands where it changes nothing that people see, and keeps two braces from being read as one sign. */
const APART = '\u2060';

/** Words of others as they are put into an email: no brace in them, or beside them, makes a field. */
export function inert(text: string): string {
  return text.replaceAll('{', `${APART}{${APART}`);
}

/**
 * The fields of a text in their order; docs/dynamic-fields.md has the grammar. A `{{` without its `}}` is plain text, but a prompt without
 * them reaches to the end: whoever writes over one may take its end away. Looks at each character a few times at most, however often
 * braces and quotes stand there.
 */
export function parseFields(text: string): Found[] {
  const found: Found[] = [];
  const places = createPlaces(text);
  for (let start = text.indexOf(OPENS); start !== -1;) {
    const one = readAt(text, start, places);
    if (one) found.push(one);
    start = text.indexOf(OPENS, one?.end ?? start + OPENS.length);
  }
  return found;
}

/** Where something stands next. Asked with places that only grow, it looks at each character once. */
interface Places {
  closes: (from: number) => number;
  quotes: ReadonlyMap<string, (from: number) => number>;
  /** Where the blanks behind a closing quote end. Many fields may have the same one, and it is looked at once. */
  behindQuote: (quote: number) => number;
}

function createPlaces(text: string): Places {
  const quotes = QUOTES.map(({ opens, closes }) => {
    const next = remembering((from) => searchFrom(closes, text, from));
    return Array.from(opens).map((mark) => [mark, next] as const);
  });
  const ends = new Map<number, number>();
  return {
    closes: remembering((from) => text.indexOf(CLOSES, from)),
    quotes: new Map(quotes.flat()),
    behindQuote(quote) {
      const end = ends.get(quote) ?? skipBlanks(text, quote + 1);
      ends.set(quote, end);
      return end;
    },
  };
}

function remembering(find: (from: number) => number): (from: number) => number {
  let at = -1;
  let isOver = false;
  return function next(from) {
    if (at < from && !isOver) {
      at = find(from);
      isOver = at === -1;
    }
    return isOver ? -1 : at;
  };
}

function searchFrom(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

/** Null: nothing ends it. */
function readAt(text: string, start: number, places: Places): Found | null {
  const at = skipBlanks(text, start + OPENS.length);
  const unreadable = (): Found | null => {
    const closes = places.closes(start + OPENS.length);
    if (closes === -1) return null;
    return {
      start,
      end: closes + CLOSES.length,
      at,
      kind: 'unreadable',
      written: wordsOf(text.slice(start + OPENS.length, closes)) || '{{ }}',
    };
  };
  if (text[at] === '!') {
    const closes = places.closes(at + 1);
    const [wordsEnd, end] = closes === -1 ? [text.length, text.length] : [closes, closes + CLOSES.length];
    return { start, end, at, kind: 'prompt', written: wordsOf(text.slice(at + 1, wordsEnd)) || '{{!}}' };
  }
  const literal = readQuoted(text, at, places);
  if (literal) return { start, end: literal.end, at: at + 1, kind: 'literal', text: literal.words, written: wordsOf(literal.words) };

  const nameEnds = searchFrom(BAR_OR_BRACE, text, at);
  const name = nameEnds === -1 ? '' : text.slice(at, nameEnds).trim();
  if (!isName(name)) return unreadable();
  const field = { start, at, kind: 'field', key: keyOf(name), written: wordsOf(name) } as const;
  if (text.startsWith(CLOSES, nameEnds)) return { ...field, end: nameEnds + CLOSES.length, fallback: null };
  const fallback = text[nameEnds] === '|' ? readDefault(text, nameEnds + 1, places) : null;
  return fallback ? { ...field, end: fallback.end, fallback: fallback.words } : unreadable();
}

function isName(name: string): boolean {
  return name.length <= LONGEST_NAME && NAME.test(name) && keyOf(name) !== '';
}

/** What stands behind the bar, up to the braces that end the field; null when it is no default. */
function readDefault(text: string, from: number, places: Places): { words: string; end: number } | null {
  const at = skipBlanks(text, from);
  DEFAULT.lastIndex = at;
  if (!DEFAULT.test(text)) return null;
  const colon = skipBlanks(text, at + 'default'.length);
  return text[colon] === ':' ? readQuoted(text, skipBlanks(text, colon + 1), places) : null;
}

/** Quoted words, up to the braces that end the field; null when there are none. */
function readQuoted(text: string, at: number, places: Places): { words: string; end: number } | null {
  const closes = places.quotes.get(text[at] ?? '')?.(at + 1) ?? -1;
  if (closes === -1) return null;
  const end = places.behindQuote(closes);
  return text.startsWith(CLOSES, end) ? { words: text.slice(at + 1, closes), end: end + CLOSES.length } : null;
}

function skipBlanks(text: string, from: number): number {
  BLANKS.lastIndex = from;
  return from + (BLANKS.exec(text)?.[0].length ?? 0);
}

/** For showing: on one line, and not longer than a line. */
function wordsOf(text: string): string {
  const words = text
    .slice(0, LONGEST_NAME * 2)
    .replace(/\s+/gu, ' ')
    .trim();
  return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words;
}
