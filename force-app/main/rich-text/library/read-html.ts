import { $createLinkNode } from '@lexical/link';
import { $createListItemNode, $createListNode, type ListNode } from '@lexical/list';
import { $createHeadingNode, $createQuoteNode, type HeadingTagType } from '@lexical/rich-text';
import { $createTableCellNode, $createTableNode, $createTableRowNode, TableCellHeaderStates, type TableNode } from '@lexical/table';
import { $createParagraphNode, $isLineBreakNode, type ElementNode, type LexicalNode } from 'lexical';

import { harmless } from '../lwc/richTextEditor/harmless';
import { withoutMark } from './caret';
import { LineBuilder } from './line-builder';
import { CELL_STYLE, hasLookOfItsOwn, indentOf, plainColor } from './looks';
import { FixedNode, PictureNode } from './nodes';
import { contextIn, type Origin, type TextContext } from './text-context';

const PARAGRAPHS = new Set('p div address center pre dl dt dd caption li tr td th thead tbody tfoot table ul ol hr blockquote'.split(' '));
/** What says more has no such table: browsers let a cell be a thousand columns wide. */
const MOST_COLUMNS = 50;
const HEADING = /^h[1-6]$/;

/**
 * HTML as blocks of the editor; never empty. Of what is kept, a part that the editor has no words for stays fixed. To be called within an
 * update of the editor.
 */
export function $readHtml(html: string, origin: Origin = 'kept'): LexicalNode[] {
    const context: TextContext = { marks: new Set(), styles: {}, align: undefined, dir: undefined, isPreformatted: false, origin };
    return $readBlocks(harmless(html), context);
}

function $readBlocks(parent: Node, context: TextContext): LexicalNode[] {
    const lines = new LineBuilder(() => $createParagraphNode());
    lines.$within({ make: undefined, align: context.align, indent: 0, dir: context.dir }, () => $visitLines(parent, context, lines));
    return lines.blocks.length > 0 ? lines.blocks : [$createParagraphNode()];
}

function $visitChildren(parent: Node, context: TextContext, lines: LineBuilder): void {
    for (const node of parent.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) lines.$addText((node as Text).data, context);
        else if (node.nodeType === Node.ELEMENT_NODE) $visit(node as HTMLElement, context, lines);
    }
}

function $visit(element: HTMLElement, around: TextContext, lines: LineBuilder): void {
    const tag = element.localName;
    const context = contextIn(element, around);
    if (tag === 'br') lines.$addBreak();
    else if (tag === 'img') $visitPicture(element, context, lines);
    else if (tag === 'a' && element.getAttribute('href')) $visitLink(element, context, lines);
    else if (HEADING.test(tag) || PARAGRAPHS.has(tag)) $visitBlock(element, context, lines);
    else $visitChildren(element, context, lines);
}

function $visitBlock(element: HTMLElement, context: TextContext, lines: LineBuilder): void {
    const tag = element.localName;
    lines.$endBlock();
    if ((tag === 'ul' || tag === 'ol') && !lines.isInLink() && !(lines.takesBlocks() && hasOwnMarks(element, context)))
        lines.$addList($readList(element, context));
    else if (!lines.takesBlocks()) $visitLines(element, context, lines);
    else if (isFixed(element, context)) lines.$addBlock(new FixedNode(htmlOf(element)));
    else if (tag === 'blockquote') lines.$addBlock($createQuoteNode({ shadowRoot: true }).append(...$readBlocks(element, context)));
    else if (tag === 'table' && !hasColumns(element as HTMLTableElement)) $visitLines(element, context, lines);
    else if (tag === 'table') lines.$addBlock($readTable(element as HTMLTableElement, context));
    else {
        const make = HEADING.test(tag) ? () => $createHeadingNode(tag as HeadingTagType) : undefined;
        const indent = tag === 'dd' ? 1 : indentOf(element);
        lines.$within({ make, align: context.align, indent, dir: context.dir }, () => $visitLines(element, context, lines));
    }
}

function $visitLines(element: Node, context: TextContext, lines: LineBuilder): void {
    $visitChildren(element, context, lines);
    lines.$endBlock();
}

/** As it is when it has gone through a parser: what was taken out of it may have left what no parser would make. */
function htmlOf(element: HTMLElement): string {
    // Only read
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    return withoutMark(harmless(element.outerHTML).innerHTML);
}

function isFixed(element: HTMLElement, context: TextContext): boolean {
    const tag = element.localName;
    if (tag === 'hr') return true;
    if (tag === 'table') return !isTableToWriteIn(element as HTMLTableElement, context);
    return hasOwnMarks(element, context) || (context.origin === 'kept' && hasLookOfItsOwn(element));
}

/** A list whose items are not marked as the editor would mark them. */
function hasOwnMarks(element: HTMLElement, { origin }: TextContext): boolean {
    if (origin !== 'kept' || (element.localName !== 'ul' && element.localName !== 'ol')) return false;
    return /^(?!(?:disc|circle|square|decimal)?$)/.test(element.style.listStyleType) || element.hasAttribute('type');
}

/** One with rows and columns, not one that only places things. In a kept text its lines have to show: the editor draws them. */
function isTableToWriteIn(table: HTMLTableElement, { origin }: TextContext): boolean {
    if (/^(?:presentation|none)$/.test(table.getAttribute('role') ?? '') || table.querySelector('table')) return false;
    if (origin !== 'kept') return table.rows.length > 0;
    return table.rows.length > 0 && [...table.rows].every((row) => [...row.cells].every((cell) => isOurs(cell)));
}

/** Others put a text into a table of one column to give it a width. */
function hasColumns(table: HTMLTableElement): boolean {
    return (
        [...table.rows].some((row) => row.cells.length > 1) || [...table.rows].every((row) => [...row.cells].every((cell) => isOurs(cell)))
    );
}

function isOurs(cell: HTMLElement): boolean {
    const ours = document.createElement('td');
    ours.style.cssText = CELL_STYLE;
    if (cell.localName === 'th') ours.style.textAlign = 'left';
    if (cell.style.backgroundColor) ours.style.backgroundColor = cell.style.backgroundColor;
    return cell.style.cssText === ours.style.cssText;
}

function $visitLink(element: HTMLElement, context: TextContext, lines: LineBuilder): void {
    const link = $createLinkNode(element.getAttribute('href') ?? '');
    lines.$addInline(link);
    lines.$inside(link, () => $visitChildren(element, context, lines));
    // Of a block in the link a line break is left
    for (let last = link.getLastChild(); $isLineBreakNode(last); last = link.getLastChild()) last.remove();
    if (link.isEmpty()) link.remove();
}

/** Of a pasted picture that only the rep's own machine has nothing would arrive. */
function $visitPicture(element: HTMLElement, { origin }: TextContext, lines: LineBuilder): void {
    if (origin === 'kept' || /^(?:https?:)?\/\//i.test(element.getAttribute('src') ?? '')) lines.$addInline($createPicture(element));
}

function $createPicture(element: HTMLElement): PictureNode {
    const say = (name: string) => element.getAttribute(name) ?? '';
    const px = (length: string) => /^(\d+)(?:\.\d+)?px$/.exec(length)?.[1];
    const { width, height } = element.style;
    return new PictureNode({ src: say('src'), alt: say('alt'), width: px(width) ?? say('width'), height: px(height) ?? say('height') });
}

function $readList(list: HTMLElement, around: TextContext): ListNode {
    const isNumbered = list.localName === 'ol';
    const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
    const node = $createListNode(isNumbered ? 'number' : 'bullet', Number.isNaN(start) ? 1 : start);
    for (const child of list.children) $readListItem(child as HTMLElement, contextIn(child as HTMLElement, around), node);
    if (node.isEmpty()) $readListItem(document.createElement('li'), around, node);
    return node;
}

/** Its lines, and the lists in it as items of their own, as the editor keeps them. */
function $readListItem(element: HTMLElement, context: TextContext, list: ListNode): void {
    if (element.localName === 'ul' || element.localName === 'ol') {
        list.append($createListItemNode().append($readList(element, context)));
        return;
    }
    const lines = new LineBuilder(() => $createListItemNode(), true);
    const look = { make: undefined, align: context.align, indent: 0, dir: context.dir };
    lines.$within(look, () => {
        $visitLines(element, context, lines);
        if (lines.blocks.length === 0) lines.$addEmpty();
    });
    for (const block of lines.blocks) list.append(block as ElementNode);
}

function $readTable(table: HTMLTableElement, around: TextContext): TableNode {
    const node = $createTableNode();
    for (const row of table.rows) {
        const line = $createTableRowNode();
        for (const cell of row.cells) {
            const context = contextIn(cell, around);
            const isHeader = cell.localName === 'th' && row.rowIndex === 0;
            const state = isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS;
            const box = $createTableCellNode(state, Math.min(cell.colSpan, MOST_COLUMNS));
            box.setRowSpan(Math.min(cell.rowSpan, table.rows.length - row.rowIndex));
            const background = cell.style.backgroundColor || cell.getAttribute('bgcolor');
            if (background) box.setBackgroundColor(plainColor(background));
            // The colour is the cell's, not its words'
            const { 'background-color': _, ...styles } = context.styles;
            line.append(box.append(...$readBlocks(cell, { ...context, styles })));
        }
        node.append(line);
    }
    return node;
}
