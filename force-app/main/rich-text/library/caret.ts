import { $getRoot, $isTextNode, $nodesOfType, TextNode, getDOMSelectionRange } from 'lexical';

/** Of the private use area, so nobody can have typed it. */
const MARK = '\uf8f0';

/** Marks where the caret stands in an element, so that it can be found again in the nodes that are made of its HTML. */
export function markCaret(root: HTMLElement): boolean {
    const selection = document.getSelection();
    const caret = selection && getDOMSelectionRange(selection, root)?.cloneRange();
    if (!caret || !root.contains(caret.endContainer)) return false;
    caret.collapse(false);
    // Before the first line the mark would be a line of its own
    const line = caret.endContainer === root ? root.childNodes[caret.endOffset] : undefined;
    if (line instanceof HTMLElement) caret.setStart(line, 0);
    caret.collapse(true);
    caret.insertNode(document.createTextNode(MARK));
    return true;
}

/** Of what no caret can stand in. */
export function withoutMark(html: string): string {
    return html.replaceAll(MARK, '');
}

/** Puts the caret where the mark is, and takes the mark out. */
export function $returnCaret(): void {
    const node = $nodesOfType(TextNode).find((text) => text.getTextContent().includes(MARK));
    if (!node) {
        $getRoot().selectEnd();
        return;
    }
    const text = node.getTextContent();
    const at = text.indexOf(MARK);
    const words = text.replace(MARK, '');
    if (words) {
        node.setTextContent(words);
        node.select(at, at);
        return;
    }
    const before = node.getPreviousSibling();
    const parent = node.getParentOrThrow();
    const index = node.getIndexWithinParent();
    node.remove(true);
    if ($isTextNode(before)) before.select();
    else parent.select(index, index);
}
