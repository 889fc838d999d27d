import { $isListItemNode } from '@lexical/list';
import { $createQuoteNode, $isQuoteNode } from '@lexical/rich-text';
import {
    $createNodeSelection,
    $createParagraphNode,
    $findMatchingParent,
    $getNearestNodeFromDOMNode,
    $getSelection,
    $isNodeSelection,
    $isParagraphNode,
    $isRangeSelection,
    $setSelection,
    CLICK_COMMAND,
    COMMAND_PRIORITY_CRITICAL,
    COMMAND_PRIORITY_LOW,
    INDENT_CONTENT_COMMAND,
    COMMAND_PRIORITY_HIGH,
    KEY_BACKSPACE_COMMAND,
    KEY_DELETE_COMMAND,
    KEY_DOWN_COMMAND,
    KEY_ENTER_COMMAND,
    KEY_TAB_COMMAND,
    OUTDENT_CONTENT_COMMAND,
    mergeRegister,
    type LexicalEditor
} from 'lexical';

import { $isFixedNode, $isPictureNode } from './nodes';

/** What keys and clicks mean beside writing. */
export function registerKeys(editor: LexicalEditor): () => void {
    return mergeRegister(
        // Ctrl+Enter is the window's: it sends
        editor.registerCommand(KEY_ENTER_COMMAND, (event) => Boolean(event?.ctrlKey || event?.metaKey), COMMAND_PRIORITY_CRITICAL),
        editor.registerCommand(KEY_ENTER_COMMAND, $leaveQuote, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(INDENT_CONTENT_COMMAND, $hasNothingToIndentBelow, COMMAND_PRIORITY_HIGH),
        editor.registerCommand(KEY_DOWN_COMMAND, $writeBelowChosen, COMMAND_PRIORITY_LOW),
        editor.registerUpdateListener(() => showChosen(editor)),
        editor.registerCommand(KEY_TAB_COMMAND, (event) => $indentItem(editor, event), COMMAND_PRIORITY_LOW),
        editor.registerCommand(CLICK_COMMAND, $choosePart, COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_BACKSPACE_COMMAND, $removeChosen, COMMAND_PRIORITY_LOW),
        editor.registerCommand(KEY_DELETE_COMMAND, $removeChosen, COMMAND_PRIORITY_LOW)
    );
}

/** Tab moves an item of a list. Everywhere else it leaves the editor, for whoever has no mouse. */
function $indentItem(editor: LexicalEditor, event: KeyboardEvent): boolean {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !$findMatchingParent(selection.anchor.getNode(), $isListItemNode)) return false;
    event.preventDefault();
    return editor.dispatchCommand(event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND, undefined);
}

function $choosePart({ target }: MouseEvent): boolean {
    const node = target instanceof Node ? $getNearestNodeFromDOMNode(target) : null;
    if (!$isPictureNode(node) && !$isFixedNode(node)) return false;
    const chosen = $createNodeSelection();
    chosen.add(node.getKey());
    $setSelection(chosen);
    return true;
}

function $removeChosen(event: KeyboardEvent): boolean {
    const selection = $getSelection();
    if (!$isNodeSelection(selection)) return false;
    event.preventDefault();
    for (const node of selection.getNodes()) {
        node.selectPrevious();
        node.remove();
    }
    return true;
}

/** On an empty line of a quote Enter leaves it, and divides it where it goes on: so somebody answers between its lines. */
function $leaveQuote(event: KeyboardEvent | null): boolean {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
    const line = $findMatchingParent(selection.anchor.getNode(), $isParagraphNode);
    const quote = line?.getParent();
    if (!line?.isEmpty() || !$isQuoteNode(quote)) return false;
    event?.preventDefault();
    const below = line.getNextSiblings();
    const answer = $createParagraphNode();
    quote.insertAfter(answer);
    if (below.length > 0) answer.insertAfter($createQuoteNode({ shadowRoot: true }).append(...below));
    line.remove();
    if (quote.isEmpty()) quote.remove();
    answer.select();
    return true;
}

/** The first item of a list has none above it that it could belong to. */
function $hasNothingToIndentBelow(): boolean {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
    return $isListItemNode(item) && !item.getPreviousSibling();
}

/** A letter cannot stand in a part that is chosen: it begins a line below. */
function $writeBelowChosen(event: KeyboardEvent): boolean {
    const selection = $getSelection();
    if (!$isNodeSelection(selection) || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
    const part = selection.getNodes().at(-1);
    if ($isPictureNode(part)) part.selectNext();
    else if (part) {
        const line = $createParagraphNode();
        part.insertAfter(line);
        line.select();
    }
    return false;
}

function showChosen(editor: LexicalEditor): void {
    const root = editor.getRootElement();
    const selection = editor.getEditorState().read($getSelection);
    const keys = $isNodeSelection(selection) ? [...selection._nodes] : [];
    for (const part of root?.querySelectorAll('.chosen') ?? []) part.classList.remove('chosen');
    for (const key of keys) editor.getElementByKey(key)?.classList.add('chosen');
}
