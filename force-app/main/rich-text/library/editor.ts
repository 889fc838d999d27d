import { LinkNode } from '@lexical/link';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { ListItemNode, ListNode, registerList } from '@lexical/list';
import { HeadingNode, QuoteNode, registerRichText } from '@lexical/rich-text';
import { TableCellNode, TableNode, TableRowNode, registerTablePlugin, registerTableSelectionObserver } from '@lexical/table';
import {
    $addUpdateTag,
    $createParagraphNode,
    $getRoot,
    CAN_REDO_COMMAND,
    CAN_UNDO_COMMAND,
    CLEAR_HISTORY_COMMAND,
    COMMAND_PRIORITY_LOW,
    FORMAT_ELEMENT_COMMAND,
    FORMAT_TEXT_COMMAND,
    HISTORY_MERGE_TAG,
    INDENT_CONTENT_COMMAND,
    OUTDENT_CONTENT_COMMAND,
    REDO_COMMAND,
    RootNode,
    SELECTION_CHANGE_COMMAND,
    SKIP_DOM_SELECTION_TAG,
    UNDO_COMMAND,
    createEditor as createLexicalEditor,
    mergeRegister,
    type LexicalCommand,
    type LexicalEditor,
    type LexicalNode
} from 'lexical';

import type { RichTextEditor, RichTextListener } from 'richText';
import { $returnCaret, markCaret } from './caret';
import {
    $changeTable,
    $clearFormatting,
    $insertLink,
    $insertPicture,
    $insertTable,
    $insertText,
    $setLink,
    $setStyle,
    $toggleList
} from './commands';
import { $readState } from './format-state';
import { registerKeys } from './keys';
import { FixedNode, PictureNode } from './nodes';
import { registerPaste } from './paste';
import { $readHtml } from './read-html';
import { $blocksToWrite, $needsLineBelow, $writeBlocks, $writeHtml, READS_FROM_RIGHT } from './write-html';

/** Changes of one kind that come within this time are one step of Undo. */
const UNDO_STEP_MS = 500;
const NODES = [HeadingNode, QuoteNode, ListNode, ListItemNode, LinkNode, TableNode, TableRowNode, TableCellNode, PictureNode, FixedNode];

/**
 * The synthetic shadow of Lightning says of an element that was put into the editor just now that it is not in it: it looks at what belongs
 * to whom a moment later. Lexical asks at once, and would lose the caret.
 */
function containsAlsoNew(this: HTMLElement, other: Node | null): boolean {
    for (let node = other; node; node = node.parentNode) if (node === this) return true;
    return false;
}

/** See `RichTextLibrary`. */
export function createEditor(root: HTMLElement, listener: RichTextListener): RichTextEditor {
    const editor = createLexicalEditor({
        namespace: 'msi-rich-text',
        nodes: NODES,
        theme: { list: { nested: { listitem: 'holds-list' } }, table: 'own-table' },
        // Later: the library puts the state of before back first
        onError(error) {
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            setTimeout(() => {
                throw error;
            });
        }
    });
    const can = { canUndo: false, canRedo: false };
    root.contains = containsAlsoNew;
    const hadFocus = markCaret(root);
    // Only read
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    const before = root.innerHTML;
    const end = mergeRegister(
        registerRichText(editor),
        registerHistory(editor, createEmptyHistoryState(), UNDO_STEP_MS),
        registerList(editor),
        registerTablePlugin(editor),
        registerTableSelectionObserver(editor),
        registerLastLine(editor),
        registerKeys(editor),
        registerPaste(editor, listener.onPictures)
    );
    replaceAll(editor, before, undefined);
    editor.setRootElement(root);
    if (hadFocus) editor.update($returnCaret, { discrete: true, tag: HISTORY_MERGE_TAG });
    const read = () => editor.read($writeHtml);
    const tell = <Payload>(command: LexicalCommand<Payload>, payload: Payload) => {
        editor.dispatchCommand(command, payload);
    };
    const stop = mergeRegister(end, registerState(editor, can, listener), registerChange(editor, read, listener));
    return {
        html: read,
        setHtml: (html) => replaceAll(editor, html, root.matches(':focus') ? $selectStart : undefined),
        exchangeEnd: (from, to) => exchangeEnd(editor, from, to),
        focus: () => editor.focus(undefined, { defaultSelection: 'rootStart' }),
        toggleMark: (mark) => tell(FORMAT_TEXT_COMMAND, mark),
        setStyle: (style, value) => editor.update(() => $setStyle(style, value)),
        setAlign: (align) => tell(FORMAT_ELEMENT_COMMAND, align === 'start' ? '' : align),
        toggleList: (kind) => editor.update(() => $toggleList(kind)),
        indent: () => tell(INDENT_CONTENT_COMMAND, undefined),
        outdent: () => tell(OUTDENT_CONTENT_COMMAND, undefined),
        setLink: (href) => editor.update(() => $setLink(href)),
        insertLink: (link) => editor.update(() => $insertLink(link)),
        insertPicture: (picture) => editor.update(() => $insertPicture(picture)),
        insertText: (text) => editor.update(() => $insertText(text)),
        insertTable: (rows, columns) => editor.update(() => $insertTable(rows, columns)),
        changeTable: (change) => editor.update(() => $changeTable(change)),
        clearFormatting: () => editor.update($clearFormatting),
        undo: () => tell(UNDO_COMMAND, undefined),
        redo: () => tell(REDO_COMMAND, undefined),
        destroy() {
            stop();
            editor.setRootElement(null);
            delete (root as Partial<HTMLElement>).contains;
        }
    };
}

/** Without somebody who writes there is no caret to set: the focus would follow it. */
function replaceAll(editor: LexicalEditor, html: string, $setCaret: (() => void) | undefined): void {
    const $replace = () => {
        $addUpdateTag(HISTORY_MERGE_TAG);
        $getRoot()
            .clear()
            .append(...$readHtml(html));
        if ($setCaret) $setCaret();
        else $addUpdateTag(SKIP_DOM_SELECTION_TAG);
    };
    editor.update($replace, { discrete: true });
    forgetSteps(editor);
}

function $selectStart(): void {
    $getRoot().selectStart();
}

/** A step back would bring the words of another email, or another signature. */
function forgetSteps(editor: LexicalEditor): void {
    editor.dispatchCommand(CLEAR_HISTORY_COMMAND, undefined);
}

function exchangeEnd(editor: LexicalEditor, from: string, to: string): boolean {
    let isDone = false;
    const $exchange = () => {
        const old = from ? $readHtml(from) : [];
        const blocks = $blocksToWrite();
        const last = old.length > 0 ? blocks.slice(-old.length) : [];
        if ($writeBlocks(last) !== $writeBlocks(old)) return;
        isDone = true;
        $addUpdateTag(HISTORY_MERGE_TAG);
        $addUpdateTag(SKIP_DOM_SELECTION_TAG);
        const next: LexicalNode[] = to ? $readHtml(to) : [];
        for (const block of [...last, ...(blocks.at(-1)?.getNextSiblings() ?? [])]) block.remove();
        $getRoot().append(...next);
        if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
    };
    editor.update($exchange, { discrete: true });
    if (isDone) forgetSteps(editor);
    return isDone;
}

/** Below a table at the end there is a line to go on. */
function registerLastLine(editor: LexicalEditor): () => void {
    return editor.registerNodeTransform(RootNode, (root) => {
        if ($needsLineBelow(root.getLastChild())) root.append($createParagraphNode());
    });
}

/** As at the recipient, the text decides on which side a table stands, not the page of the rep. */
function followText(editor: LexicalEditor): void {
    const root = editor.getRootElement();
    const [letter] = /\p{L}/u.exec(editor.getEditorState().read(() => $getRoot().getTextContent())) ?? [];
    if (root && letter) root.dir = READS_FROM_RIGHT.test(letter) ? 'rtl' : 'ltr';
    else root?.removeAttribute('dir');
}

function registerChange(editor: LexicalEditor, read: () => string, { onChange }: RichTextListener): () => void {
    let last = read();
    followText(editor);
    return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
        if (dirtyElements.size === 0 && dirtyLeaves.size === 0) return;
        const html = editor.getEditorState().read($writeHtml);
        if (html === last) return;
        last = html;
        followText(editor);
        onChange(html);
    });
}

function registerState(editor: LexicalEditor, can: { canUndo: boolean; canRedo: boolean }, { onState }: RichTextListener): () => void {
    const tellState = () => onState(editor.getEditorState().read(() => $readState(can), { editor }));
    const tellCan = (name: keyof typeof can) => (value: boolean) => {
        can[name] = value;
        tellState();
        return false;
    };
    tellState();
    return mergeRegister(
        editor.registerUpdateListener(tellState),
        editor.registerCommand(
            SELECTION_CHANGE_COMMAND,
            () => {
                tellState();
                return false;
            },
            COMMAND_PRIORITY_LOW
        ),
        editor.registerCommand(CAN_UNDO_COMMAND, tellCan('canUndo'), COMMAND_PRIORITY_LOW),
        editor.registerCommand(CAN_REDO_COMMAND, tellCan('canRedo'), COMMAND_PRIORITY_LOW)
    );
}
