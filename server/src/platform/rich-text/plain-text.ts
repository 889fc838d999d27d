import { Parser } from 'htmlparser2';
import { roomAround, type Room } from './room-around.ts';
import { createTextLines, type TextLines } from './text-lines.ts';

/** Blank lines around them, unless their style leaves no room there. */
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'address', 'table', 'dl', 'hr']);
/** On lines of their own. */
const LINES = new Set(['div', 'center', 'li', 'tr', 'dt', 'dd', 'caption', 'ul', 'ol']);

interface List {
  isOrdered: boolean;
  next: number;
}

interface Table {
  /** Begun by a row that stands outside every table, and ended with it. */
  isRowAlone: boolean;
  /** Only there to place things: its cells are no columns. */
  isLayout: boolean;
  cells: number;
}

/**
 * The text alternative of a cleaned body, also what a Task in Salesforce shows: the same words, links in angle brackets, lists with dashes
 * or numbers, quotes with `>`, cells with bars between them, pictures by their alternative text. A blank line stands where there is room
 * between paragraphs. One pass over the HTML, however it is nested.
 */
export function plainText(html: string): string {
  const lines = createTextLines();
  const lists: List[] = [];
  const tables: Table[] = [];
  const links: { href: string; startsAt: number }[] = [];
  /** Of the paragraphs and lists that are open. */
  const rooms: Room[] = [];
  let preformatted = 0;

  const openers: Record<string, (attributes: Record<string, string>) => void> = {
    br: () => lines.newLine(),
    hr: () => lines.word('----------'),
    pre: () => void (preformatted += 1),
    img: ({ alt = '' }) => {
      if (alt.trim()) lines.word(`[${alt.trim()}]`);
    },
    a: ({ href = '' }) => void links.push({ href, startsAt: lines.mark() }),
    ul: () => void lists.push({ isOrdered: false, next: 1 }),
    ol: ({ start = '1' }) => void lists.push({ isOrdered: true, next: /^-?\d{1,6}$/.test(start) ? Number(start) : 1 }),
    li: () => lines.indent(markerOf(lists.at(-1))),
    dd: () => lines.indent('  '),
    blockquote: () => lines.indent('> ', '> '),
    table: ({ role = '' }) => void tables.push({ isLayout: role === 'presentation' || role === 'none', cells: 0, isRowAlone: false }),
    tr: () => beginRow(lines, tables),
    td: () => beginCell(lines, tables.at(-1)),
    th: () => beginCell(lines, tables.at(-1)),
  };
  const closers: Record<string, () => void> = {
    pre: () => void (preformatted -= 1),
    a: () => endLink(lines, links.pop()),
    ul: () => void lists.pop(),
    ol: () => void lists.pop(),
    li: () => lines.outdent(),
    dd: () => lines.outdent(),
    blockquote: () => lines.outdent(),
    table: () => void tables.pop(),
    tr: () => endRow(lines, tables),
    td: () => endCell(lines, tables.at(-1)),
    th: () => endCell(lines, tables.at(-1)),
  };

  const parser = new Parser({
    onopentag(name, attributes) {
      const room = hasRoom(name) ? roomAround(attributes['style'] ?? '') : undefined;
      if (room) rooms.push(room);
      if (isBlock(name)) lines.block(blankLines(name, lists, room?.above));
      openers[name]?.(attributes);
    },
    onclosetag(name) {
      closers[name]?.();
      const room = hasRoom(name) ? rooms.pop() : undefined;
      if (isBlock(name)) lines.block(blankLines(name, lists, room?.below));
    },
    ontext: (text) => (preformatted > 0 ? lines.preformatted(text) : lines.words(text)),
  });
  parser.end(html);
  return lines.end();
}

function isBlock(name: string): boolean {
  return PARAGRAPHS.has(name) || LINES.has(name);
}

function isList(name: string): boolean {
  return name === 'ul' || name === 'ol';
}

/** What may have a blank line above and below. A table always has one: it would not be told from the words around it. */
function hasRoom(name: string): boolean {
  return isList(name) || (PARAGRAPHS.has(name) && name !== 'table');
}

/** A list inside a list follows its item at once. */
function blankLines(name: string, lists: readonly List[], hasRoomThere = true): 1 | 2 {
  const isOuterList = isList(name) && lists.length === 0;
  return hasRoomThere && (isOuterList || PARAGRAPHS.has(name)) ? 2 : 1;
}

function markerOf(list: List | undefined): string {
  if (!list?.isOrdered) return '- ';
  list.next += 1;
  return `${String(list.next - 1)}. `;
}

function beginRow(lines: TextLines, tables: Table[]): void {
  const table = tables.at(-1);
  if (table) table.cells = 0;
  else tables.push({ isLayout: false, cells: 0, isRowAlone: true });
  lines.beginRow();
}

function endRow(lines: TextLines, tables: Table[]): void {
  lines.endRow();
  if (tables.at(-1)?.isRowAlone) tables.pop();
}

/** A cell outside every row and table has a line of its own. */
function beginCell(lines: TextLines, table: Table | undefined): void {
  if (table) table.cells += 1;
  if (!table || table.isLayout) lines.block(1);
  else lines.cell(table.cells > 1);
}

function endCell(lines: TextLines, table: Table | undefined): void {
  if (!table) lines.block(1);
}

/** Where a link leads, unless its words say so already or it leads nowhere outside. */
function endLink(lines: TextLines, link: { href: string; startsAt: number } | undefined): void {
  if (!link || !/^(?:https?|mailto|tel):/i.test(link.href)) return;
  const said = lines.textSince(link.startsAt).trim();
  if (bare(said) === bare(link.href)) return;
  if (said) lines.words(' ');
  lines.word(`<${link.href}>`);
}

function bare(address: string): string {
  return address
    .toLowerCase()
    .replace(/^(?:https?:\/\/|mailto:|tel:)/, '')
    .replace(/\/$/, '');
}
