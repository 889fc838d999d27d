import { $isListItemNode } from '@lexical/list';
import {
    $createNodeSelection,
    $findMatchingParent,
    $getNearestNodeFromDOMNode,
    $getSelection,
    $isNodeSelection,
    $isRangeSelection,
    $setSelection,
    CLICK_COMMAND,
    COMMAND_PRIORITY_CRITICAL,
    COMMAND_PRIORITY_LOW,
    INDENT_CONTENT_COMMAND,
    KEY_BACKSPACE_COMMAND,
    KEY_DELETE_COMMAND,
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
