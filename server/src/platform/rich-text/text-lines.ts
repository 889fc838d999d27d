/** Lines of text as they come into being: words, line breaks, indentation. */
export interface TextLines {
  /** Text whose white space means no more than a blank. */
  words(text: string): void;
  /** Text that stays as it is. */
  preformatted(text: string): void;
  /** Adds exactly this to the line. */
  word(text: string): void;
  newLine(): void;
  /** What follows stands on a line of its own, with 2 below a blank line. */
  block(breaks: 1 | 2): void;
  /** Each line from here on is indented, the first one by `first`. */
  indent(first: string, rest?: string): void;
  outdent(): void;
  beginRow(): void;
  /** A cell of a row begins; all but the first are set off by a bar. */
  cell(isLater: boolean): void;
  endRow(): void;
  /** For `textSince`. */
  mark(): number;
  /** The beginning of what was written since a mark. */
  textSince(mark: number): string;
  /** The whole text. */
  end(): string;
}

/** More blank lines than these say nothing, and nobody writes them. */
const MOST_BREAKS = 20;
/** Deeper levels are not indented any further: the text would grow with every one of them. */
const MOST_LEVELS = 8;
/** Enough to compare with an address. */
const LONGEST_LINK_TEXT = 2_000;
/** Only indentation of very many lines makes a text this long. */
const LONGEST_TEXT = 1_000_000;

/** An empty text to write into; it grows only where something is written. */
export function createTextLines(): TextLines {
  const pieces: string[] = [];
  const levels: { first: string; rest: string }[] = [];
  let length = 0;
  /** How many levels what stands above and what follows have in common. */
  let shared = 0;
  let breaks = 0;
  let hasSpace = false;
  let bars = 0;
  let rowStart = 0;
  let isCellStart = false;

  const put = (piece: string): void => {
    if (length > LONGEST_TEXT) return;
    pieces.push(piece);
    length += piece.length;
  };
  const indentation = (): string => {
    let text = '';
    for (const level of levels.slice(0, MOST_LEVELS)) {
      text += level.first;
      level.first = level.rest;
    }
    return text;
  };
  const beginLine = (): void => {
    if (length > 0) {
      const quote = levels.slice(0, Math.min(shared, MOST_LEVELS)).map(({ rest }) => rest);
      for (let line = 1; line < breaks; line += 1) put(`\n${quote.join('').trimEnd()}`);
      put('\n');
    }
    put(indentation());
    breaks = 0;
    shared = levels.length;
  };
  const write = (text: string): void => {
    const isFirst = length === 0 || breaks > 0;
    if (isFirst) beginLine();
    if (bars > 0) put(isFirst ? '| '.repeat(bars) : `${' |'.repeat(bars)} `);
    else if (hasSpace && !isFirst) put(' ');
    put(text);
    hasSpace = false;
    bars = 0;
    isCellStart = false;
  };

  return {
    words(text) {
      const collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
      if (collapsed.startsWith(' ')) hasSpace = true;
      const start = collapsed.startsWith(' ') ? 1 : 0;
      const end = collapsed.length - (collapsed.endsWith(' ') ? 1 : 0);
      if (end <= start) return;
      write(collapsed.slice(start, end));
      hasSpace = end < collapsed.length;
    },
    preformatted(text) {
      let isFirst = true;
      for (const line of text.split(/\r\n|\r|\n/)) {
        if (!isFirst) breaks += 1;
        if (line) write(line);
        isFirst = false;
      }
    },
    word: write,
    newLine: () => void (breaks = Math.min(breaks + 1, MOST_BREAKS)),
    block(wanted) {
      // What a cell begins with stays on the line of its row
      if (!isCellStart) breaks = Math.max(breaks, wanted);
      hasSpace = false;
    },
    indent: (first, rest = ' '.repeat(first.length)) => void levels.push({ first, rest }),
    outdent() {
      levels.pop();
      shared = Math.min(shared, levels.length);
    },
    beginRow: () => void (rowStart = pieces.length),
    cell(isLater) {
      if (isLater) bars += 1;
      if (isLater && pieces.length > rowStart) breaks = 0;
      isCellStart = true;
    },
    endRow() {
      bars = 0;
      isCellStart = false;
      breaks = Math.min(breaks, 1);
    },
    mark: () => pieces.length,
    textSince(mark) {
      let text = '';
      for (let at = mark; at < pieces.length && text.length < LONGEST_LINK_TEXT; at += 1) text += pieces[at] ?? '';
      return text;
    },
    end: () =>
      (length > LONGEST_TEXT ? [...pieces, '…'] : pieces)
        .join('')
        .replaceAll('\u00a0', ' ')
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n')
        .trim(),
  };
}
