import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $getSelection, COMMAND_PRIORITY_HIGH, PASTE_COMMAND, $isRangeSelection, type LexicalEditor } from 'lexical';

import { $readHtml } from './read-html';

const OWN = 'application/x-lexical-editor';

/** What comes from another program takes the looks of the email. Pictures stay out: nobody could load them. */
export function registerPaste(editor: LexicalEditor): () => void {
    return editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
            const data = event instanceof ClipboardEvent ? event.clipboardData : null;
            const html = data?.getData('text/html');
            const selection = $getSelection();
            if (!html || data?.getData(OWN) || !$isRangeSelection(selection)) return false;
            event.preventDefault();
            $insertGeneratedNodes(editor, $readHtml(html, true), selection);
            return true;
        },
        COMMAND_PRIORITY_HIGH
    );
}
