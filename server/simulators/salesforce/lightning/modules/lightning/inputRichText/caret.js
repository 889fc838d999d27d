/** Chromium makes a list inside the paragraph it was made from, where HTML allows none. */
export function liftLists(editor) {
  const wrapped = [...editor.querySelectorAll('p')].filter((paragraph) => paragraph.querySelector('ul, ol'));
  for (const paragraph of wrapped) paragraph.replaceWith(...paragraph.childNodes);
}

/** Making a list moves the caret to the start of the item; this puts it back to where it was in the text. */
export function keepCaret(editor, change) {
  const selection = window.getSelection();
  const { anchorNode, anchorOffset, isCollapsed } = selection;
  const offset = anchorNode ? textBefore(editor, anchorNode, anchorOffset) : 0;
  change();
  if (!isCollapsed || !(anchorNode instanceof Text)) return;
  const texts = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT);
  let left = offset;
  while (texts.nextNode()) {
    const { length } = texts.currentNode;
    if (left <= length) {
      selection.collapse(texts.currentNode, left);
      return;
    }
    left -= length;
  }
}

function textBefore(editor, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.setEnd(node, offset);
  return range.toString().length;
}
