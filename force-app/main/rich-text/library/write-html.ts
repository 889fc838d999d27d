import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, $isListNode, type ListItemNode, type ListNode } from '@lexical/list';
import { $isHeadingNode, $isQuoteNode } from '@lexical/rich-text';
import { $isTableCellNode, $isTableNode, TableCellHeaderStates, type TableCellNode, type TableNode } from '@lexical/table';
import {
    $getRoot,
    $isElementNode,
    $isLineBreakNode,
    $isParagraphNode,
    $isTabNode,
    $isTextNode,
    type ElementNode,
    type LexicalNode,
    type TextFormatType,
    type TextNode
} from 'lexical';

import { isHarmlessAddress } from '../lwc/richTextEditor/harmless';
import { CELL_STYLE, INDENT_PX } from './looks';
import { $isFixedNode, $isPictureNode, LOOKS, type PictureLook } from './nodes';

const TAGS: [TextFormatType, string][] = [
    ['bold', 'strong'],
    ['italic', 'em'],
    ['underline', 'u'],
    ['strikethrough', 's'],
    ['subscript', 'sub'],
    ['superscript', 'sup']
];
/** A letter of a script that is read from right to left. */
export const READS_FROM_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** What the editor holds as HTML, everything that its looks need said inline; empty where nobody wrote anything. */
export function $writeHtml(): string {
    const blocks = $blocksToWrite();
    const [only] = blocks;
    if (blocks.length === 1 && $isParagraphNode(only) && only.isEmpty()) return '';
    return $writeBlocks(blocks);
}

/** All blocks, without the line that only stands below the last one so that somebody can go on there (`registerLastLine`). */
export function $blocksToWrite(): LexicalNode[] {
    const blocks = $getRoot().getChildren();
    const [before, last] = blocks.slice(-2);
    const isOnlyForTheCaret = $isParagraphNode(last) && last.isEmpty() && $needsLineBelow(before);
    return isOnlyForTheCaret ? blocks.slice(0, -1) : blocks;
}

/** Whether nobody can put the caret below this block when it is the last. */
export function $needsLineBelow(block: LexicalNode | null | undefined): boolean {
    return $isTableNode(block) || $isFixedNode(block) || $isQuoteNode(block);
}

/** Some of its blocks, as `$writeHtml` writes all. */
export function $writeBlocks(blocks: LexicalNode[]): string {
    return blocks.map($writeBlock).join('');
}

function $writeBlock(node: LexicalNode): string {
    if ($isFixedNode(node)) return node.__html;
    if ($isListNode(node)) return $writeList(node);
    if ($isTableNode(node)) return $writeTable(node);
    if ($isQuoteNode(node)) {
        const inside = node.isShadowRoot() ? $writeBlocks(node.getChildren()) : $writeLine(node);
        return `<blockquote${$attributes(node)}>${inside}</blockquote>`;
    }
    if (!$isElementNode(node)) return `<p>${$writeInline(node)}</p>`;
    const tag = $isHeadingNode(node) ? node.getTag() : 'p';
    return `<${tag}${$attributes(node)}>${$writeLine(node)}</${tag}>`;
}

/** A line without words is as high as one with them. */
function $writeLine(block: ElementNode): string {
    const html = block
        .getChildren()
        .map($writeInline)
        .join('')
        // Spaces that meet, or stand where a line begins or ends, would not be shown
        .replace(/ ((?:<[^>]+>)+)(?= )/g, '&nbsp;$1')
        .replace(/<br>((?:<[^>]+>)*) /g, '<br>$1&nbsp;')
        .replace(/ ((?:<[^>]+>)*<br>)/g, '&nbsp;$1')
        .replace(/^((?:<[^>]+>)*) /, '$1&nbsp;')
        .replace(/ ((?:<\/\w+>)*)$/, '&nbsp;$1');
    return html && !/<br>$/.test(html) ? html : `${html}<br>`;
}

function $writeInline(node: LexicalNode): string {
    if ($isLineBreakNode(node)) return '<br>';
    if ($isTabNode(node)) return '&nbsp;&nbsp;&nbsp; ';
    if ($isTextNode(node)) return $writeText(node);
    if ($isPictureNode(node)) return `<img${pictureAttributes(node.__look)}>`;
    if (!$isElementNode(node)) return '';
    const inside = node.getChildren().map($writeInline).join('');
    return $isLinkNode(node) && isHarmlessAddress(node.getURL()) ? `<a href="${escape(node.getURL())}">${inside}</a>` : inside;
}

function $writeText(node: TextNode): string {
    const words = escape(node.getTextContent().replace(/\t/g, '    ')).replace(
        / {2,}/g,
        (spaces) => `${'&nbsp;'.repeat(spaces.length - 1)} `
    );
    const style = node
        .getStyle()
        .replace(/\s*([:;])\s*/g, '$1')
        .replace(/;$/, '');
    const styled = style ? `<span style="${escape(style)}">${words}</span>` : words;
    return TAGS.reduce((html, [format, tag]) => (node.hasFormat(format) ? `<${tag}>${html}</${tag}>` : html), styled);
}

function pictureAttributes(look: PictureLook): string {
    return LOOKS.filter((name) => look[name] || name === 'alt')
        .map((name) => ` ${name}="${escape(look[name])}"`)
        .join('');
}

function $attributes(block: ElementNode, ownStyle = ''): string {
    const isFromRight = block.getDirection() === 'rtl' || (!block.getDirection() && READS_FROM_RIGHT.test(block.getTextContent()));
    const styles = [ownStyle];
    const align = block.getFormatType();
    const sides = isFromRight ? { start: 'right', end: 'left' } : { start: 'left', end: 'right' };
    if (align) styles.push(`text-align:${align === 'start' || align === 'end' ? sides[align] : align}`);
    if (block.getIndent() > 0 && !$isListItemNode(block)) styles.push(`margin-${sides.start}:${block.getIndent() * INDENT_PX}px`);
    const style = styles.filter(Boolean).join(';');
    const dir = block.getDirection() ?? (isFromRight ? 'auto' : undefined);
    return `${dir ? ` dir="${dir}"` : ''}${style ? ` style="${style}"` : ''}`;
}

/** Within an item that stands in the middle a list would do so too, so that it has to say where it stands. */
function $writeList(list: ListNode, outer?: ListItemNode): string {
    const tag = list.getTag();
    const place = outer?.getFormatType() ? ' style="text-align:left"' : '';
    const start = tag === 'ol' && list.getStart() !== 1 ? ` start="${list.getStart()}"` : '';
    const items: string[] = [];
    let before: ListItemNode | undefined;
    for (const item of list.getChildren()) {
        if (!$isListItemNode(item)) continue;
        const inner = item.getFirstChild();
        // A list in a list belongs to the item before it, for everybody but the editor
        if ($isListNode(inner)) items.push(`${items.pop()?.replace(/<\/li>$/, '') ?? '<li>'}${$writeList(inner, before)}</li>`);
        else {
            items.push($writeItem(item));
            before = item;
        }
    }
    return `<${tag}${start}${place}>${items.join('')}</${tag}>`;
}

function $writeItem(item: ListItemNode): string {
    return `<li${$attributes(item)}>${$writeLine(item)}</li>`;
}

function $writeTable(table: TableNode): string {
    const rows = table.getChildren().filter($isElementNode);
    const written = rows.map((row) => `<tr>${row.getChildren().filter($isTableCellNode).map($writeCell).join('')}</tr>`);
    return `<table style="border-collapse:collapse"><tbody>${written.join('')}</tbody></table>`;
}

function $writeCell(cell: TableCellNode): string {
    const tag = cell.getHeaderStyles() === TableCellHeaderStates.NO_STATUS ? 'td' : 'th';
    const span = (name: string, count: number) => (count > 1 ? ` ${name}="${count}"` : '');
    const spans = span('colspan', cell.getColSpan()) + span('rowspan', cell.getRowSpan());
    const background = cell.getBackgroundColor();
    const style = `${CELL_STYLE}${tag === 'th' ? ';text-align:left' : ''}${background ? `;background-color:${background}` : ''}`;
    return `<${tag}${spans} style="${escape(style)}">${$writeBlocks(cell.getChildren())}</${tag}>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\u00a0': '&nbsp;' };
function escape(text: string): string {
    return text.replace(/[&<>"\u00a0]/g, (character) => ENTITIES[character] ?? character);
}
