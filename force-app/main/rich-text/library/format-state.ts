import { $isLinkNode } from '@lexical/link';
import { $isListNode, type ListNode } from '@lexical/list';
import { $getSelectionStyleValueForProperty } from '@lexical/selection';
import { $isTableCellNode } from '@lexical/table';
import { $findMatchingParent, $getSelection, $isElementNode, $isRangeSelection, type LexicalNode, type RangeSelection } from 'lexical';

import type { FormatState, ListKind, TextAlign, TextMark, TextStyle } from 'richText';
import { TEXT_STYLES } from './looks';

const MARKS: TextMark[] = ['bold', 'italic', 'underline', 'strikethrough'];
const NO_STYLES: Record<TextStyle, string> = { color: '', 'background-color': '', 'font-family': '', 'font-size': '' };

/** What the toolbar shows. To be called within a read of the editor. */
export function $readState(can: Pick<FormatState, 'canUndo' | 'canRedo'>): FormatState {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) {
        return {
            marks: [],
            styles: NO_STYLES,
            align: 'start',
            list: undefined,
            link: undefined,
            hasSelection: false,
            isInTable: false,
            ...can
        };
    }
    const node = selection.anchor.getNode();
    return {
        marks: MARKS.filter((mark) => selection.hasFormat(mark)),
        styles: $stylesOf(selection),
        align: $alignAt(node),
        list: $listAt(node),
        link: $linkAt(selection)?.getURL(),
        hasSelection: !selection.isCollapsed(),
        isInTable: $findMatchingParent(node, $isTableCellNode) !== null,
        ...can
    };
}

/** The link at the caret, or around all that is selected. */
export function $linkAt(selection: RangeSelection) {
    const [from, to] = [selection.anchor, selection.focus].map((point) => $findMatchingParent(point.getNode(), $isLinkNode));
    return from && from.is(to ?? null) ? from : null;
}

function $stylesOf(selection: RangeSelection): Record<TextStyle, string> {
    return Object.fromEntries(TEXT_STYLES.map((style) => [style, $getSelectionStyleValueForProperty(selection, style, '')])) as Record<
        TextStyle,
        string
    >;
}

function $alignAt(node: LexicalNode): TextAlign {
    const block = $findMatchingParent(node, (parent) => $isElementNode(parent) && !parent.isInline());
    const format = $isElementNode(block) ? block.getFormatType() : '';
    if (format === 'center') return 'center';
    return format === 'right' || format === 'end' ? 'end' : 'start';
}

function $listAt(node: LexicalNode): ListKind | undefined {
    const list = $findMatchingParent(node, $isListNode) as ListNode | null;
    const kind = list?.getListType();
    return kind === 'bullet' || kind === 'number' ? kind : undefined;
}
