import { $isLinkNode, $createLinkNode, $toggleLink } from '@lexical/link';
import { $isListItemNode, $isListNode, $insertList, $removeList } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $patchStyleText } from '@lexical/selection';
import {
    $createTableNodeWithDimensions,
    $deleteTableColumnAtSelection,
    $deleteTableRowAtSelection,
    $findTableNode,
    $insertTableColumnAtSelection,
    $insertTableRowAtSelection,
    type TableNode
} from '@lexical/table';
import { $insertNodeToNearestRoot } from '@lexical/utils';
import {
    $createParagraphNode,
    $createTextNode,
    $findMatchingParent,
    $getRoot,
    $getSelection,
    $isElementNode,
    $isRangeSelection,
    $isRootOrShadowRoot,
    $isTextNode,
    type ElementNode
} from 'lexical';

import type { Link, ListKind, Picture, TableChange, TextStyle } from 'richText';
import { $linkAt } from './format-state';
import { PictureNode } from './nodes';

/** An empty value takes the style away. */
export function $setStyle(style: TextStyle, value: string): void {
    const selection = $getSelection();
    if (selection) $patchStyleText(selection as Parameters<typeof $patchStyleText>[0], { [style]: value || null });
}

export function $toggleList(kind: ListKind): void {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const list = $findMatchingParent(selection.anchor.getNode(), $isListNode);
    if ($isListNode(list) && list.getListType() === kind) $removeList();
    else $insertList(kind);
}

/**
 * Links what is selected, changes the link at the caret, or writes the address as a link of its own. An empty address takes the link away
 * and leaves its words.
 */
export function $setLink(href: string): void {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    const link = $linkAt(selection);
    if (link && !href) {
        for (const child of link.getChildren()) link.insertBefore(child);
        link.remove();
    } else if (!href) $toggleLink(null);
    else if (link) link.setURL(href);
    else if (selection.isCollapsed()) {
        const words = $createTextNode(href.replace(/^(?:mailto|tel):/, ''));
        words.setFormat(selection.format);
        words.setStyle(selection.style);
        selection.insertNodes([$createLinkNode(href).append(words)]);
    } else $toggleLink(href);
}

/** Words that are selected become the link; with none it says its own, behind a link that the caret stands in. */
export function $insertLink({ text, href }: Link): void {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    if ($isRangeSelection(selection) && !selection.isCollapsed()) {
        $toggleLink(href);
        return;
    }
    const words = $createTextNode(text);
    const link = $createLinkNode(href).append(words);
    const around = $isRangeSelection(selection) ? $linkAt(selection) : null;
    if ($isRangeSelection(selection)) {
        words.setFormat(selection.format);
        words.setStyle(selection.style);
    }
    if (around) around.insertAfter(link);
    else selection.insertNodes([link]);
    link.selectEnd();
}

export function $insertPicture({ src, alt, width, height }: Picture): void {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    selection.insertNodes([new PictureNode({ src, alt, width: String(width), height: String(height) })]);
}

/** In the place of what is selected, with the looks of the words there. */
export function $insertText(text: string): void {
    const selection = $getSelection() ?? $getRoot().selectEnd();
    selection.insertText(text);
}

/** A table below the line of the caret, which goes into its first cell. */
export function $insertTable(rows: number, columns: number): void {
    const table = $createTableNodeWithDimensions(rows, columns, false);
    $insertNodeToNearestRoot(table);
    table.getFirstDescendant()?.selectStart();
}

const TABLE_CHANGES: Record<TableChange, (table: TableNode) => void> = {
    rowAbove: () => $insertTableRowAtSelection(false),
    rowBelow: () => $insertTableRowAtSelection(true),
    columnBefore: () => $insertTableColumnAtSelection(false),
    columnAfter: () => $insertTableColumnAtSelection(true),
    deleteRow: () => $deleteTableRowAtSelection(),
    deleteColumn: () => $deleteTableColumnAtSelection(),
    deleteTable(table) {
        table.selectNext();
        table.remove();
    }
};

export function $changeTable(change: TableChange): void {
    const selection = $getSelection();
    const [point] = selection?.getStartEndPoints() ?? [];
    const table = point && $findTableNode(point.getNode());
    if (!table) return;
    TABLE_CHANGES[change](table);
}

/** Words, links, lists and tables stay; fonts, colours, emphasis, alignment and headings go. */
export function $clearFormatting(): void {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    if (!selection.isCollapsed()) {
        for (const node of selection.extract()) {
            if (!$isTextNode(node)) continue;
            node.setFormat(0);
            node.setStyle('');
        }
    }
    selection.setFormat(0);
    selection.setStyle('');
    for (const block of $blocksOf(selection.getNodes())) {
        block.setFormat('');
        if (!$isListItemNode(block)) block.setIndent(0);
        if ($isHeadingNode(block)) block.replace($createParagraphNode(), true);
    }
}

function $blocksOf(nodes: ReturnType<NonNullable<ReturnType<typeof $getSelection>>['getNodes']>): Set<ElementNode> {
    const blocks = new Set<ElementNode>();
    for (const node of nodes) {
        const block = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline() && !$isLinkNode(parent));
        if ($isElementNode(block) && !$isRootOrShadowRoot(block)) blocks.add(block);
    }
    return blocks;
}
