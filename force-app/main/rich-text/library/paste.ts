import { $insertGeneratedNodes } from '@lexical/clipboard';
import { DRAG_DROP_PASTE } from '@lexical/rich-text';
import {
    $getSelection,
    COMMAND_PRIORITY_HIGH,
    CONTROLLED_TEXT_INSERTION_COMMAND,
    PASTE_COMMAND,
    mergeRegister,
    type LexicalEditor
} from 'lexical';

import { harmless } from '../lwc/richTextEditor/harmless';
import { $readHtml } from './read-html';

/** By which the library knows its own copies. Any page can say so too: it is a hint and no proof. */
const OWN = 'application/x-lexical-editor';

/** What comes from another program takes the looks of the email. Pictures that come as files are handed on. */
export function registerPaste(editor: LexicalEditor, onPictures: (files: File[]) => void): () => void {
    const $take = (data: DataTransfer | null): boolean => {
        const html = data?.getData('text/html');
        const selection = $getSelection();
        if (!html && selection && data?.getData(OWN)) {
            // The library would believe every word of it
            selection.insertRawText(data.getData('text/plain'));
            return true;
        }
        if (!html || !selection) return false;
        const pictures = picturesIn([...(data?.files ?? [])]);
        // Whoever copies a picture of a page copies its address too, which may be one that nobody else can load
        if (pictures.length > 0 && !harmless(html).textContent?.trim()) onPictures(pictures);
        else $insertGeneratedNodes(editor, $readHtml(html, data?.getData(OWN) ? 'copied' : 'pasted'), selection);
        return true;
    };
    const $paste = (event: ClipboardEvent): boolean => {
        const isTaken = $take(event.clipboardData);
        if (isTaken) event.preventDefault();
        return isTaken;
    };
    const handOn = (files: File[]): boolean => {
        const pictures = picturesIn(files);
        if (pictures.length > 0) onPictures(pictures);
        return pictures.length > 0;
    };
    return mergeRegister(
        editor.registerCommand(PASTE_COMMAND, (event) => event instanceof ClipboardEvent && $paste(event), COMMAND_PRIORITY_HIGH),
        // What is dropped comes like this
        editor.registerCommand(
            CONTROLLED_TEXT_INSERTION_COMMAND,
            (event) => typeof event !== 'string' && $take(event.dataTransfer),
            COMMAND_PRIORITY_HIGH
        ),
        editor.registerCommand(DRAG_DROP_PASTE, handOn, COMMAND_PRIORITY_HIGH)
    );
}

function picturesIn(files: File[]): File[] {
    return files.filter(({ type }) => type.startsWith('image/'));
}
