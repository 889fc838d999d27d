import { html, type Html } from '../../../platform/html.ts';
import type { SayPage } from '../words/index.ts';

const DRAWINGS = {
  bold: html`<path d="M4.5 3h4a2.5 2.5 0 0 1 0 5h-4zm0 5h4.75a2.5 2.5 0 0 1 0 5H4.5z" />`,
  italic: html`<path d="M6.5 3h5M4.5 13h5M9 3 7 13" />`,
  link: html`<path
    d="M7 9a2.5 2.5 0 0 0 3.5 0l2.5-2.5A2.5 2.5 0 0 0 9.5 3L9 3.5M9 7a2.5 2.5 0 0 0-3.5 0L3 9.5A2.5 2.5 0 0 0 6.5 13l.5-.5"
  />`,
  bullets: html`<path d="M6.5 4H14M6.5 8H14M6.5 12H14M2.5 4h1M2.5 8h1M2.5 12h1" />`,
  numbers: html`<path d="M6.5 4H14M6.5 8H14M6.5 12H14M2.5 3l1-.5V6M2 10.5c0-1.500 2-1 2 0S2 12 2 13h2" />`,
};

/**
 * What `signature.js` fills: the buttons, and the words that the editor begins with. Hidden until then. The attributes are Trix's: what a
 * button changes, and the field that asks for the address of a link.
 */
export function editorFrame(say: SayPage, editable: string): Html {
  const tool = (attribute: string, drawing: keyof typeof DRAWINGS, more?: Html): Html =>
    html`<button
      type="button"
      data-trix-attribute="${attribute}"
      title="${say(`signature.${drawing}`)}"
      aria-label="${say(`signature.${drawing}`)}"
      ${more}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">${DRAWINGS[drawing]}</svg>
    </button>`;
  return html`<div id="signature-editor" hidden>
    <input type="hidden" id="signature-words" value="${editable}" />
    <div id="signature-tools" role="group" aria-label="${say('signature.formatting')}">
      ${tool('bold', 'bold', html`data-trix-key="b"`)} ${tool('italic', 'italic', html`data-trix-key="i"`)}
      ${tool('href', 'link', html`data-trix-key="k" aria-expanded="false"`)} ${tool('bullet', 'bullets')} ${tool('number', 'numbers')}
      <div class="link-address" data-trix-dialog="href" data-trix-dialog-attribute="href">
        <label for="signature-link">${say('signature.linkAddress')}</label>
        <input type="text" inputmode="url" id="signature-link" name="href" form="" data-trix-input required disabled />
        <button type="button" data-trix-method="setAttribute">${say('signature.addLink.button')}</button>
        <button type="button" data-trix-method="removeAttribute">${say('signature.removeLink.button')}</button>
      </div>
    </div>
  </div>`;
}
