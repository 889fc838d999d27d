import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';

import LIBRARY from '@salesforce/resourceUrl/MSI_Rich_Text';
import notLoaded from '@salesforce/label/c.RichText_NotLoaded';
import retry from '@salesforce/label/c.Shared_Error_Retry';

import { whenSeen } from 'c/afterPaint';
import type { RichTextCommand, ToolbarElement } from 'c/richTextToolbar';
import type { FormatState, Link, Picture, RichTextEditor as Library, RichTextLibrary } from 'richText';
import { harmless } from './harmless';

export { harmless };

const BLANK_LINE = '<p><br></p>';
/** By which the platform knows whose styles count in an element. */
const SCOPE_MARKS = / (?:lwc|c)-[\w-]+(?:="")?/g;

/**
 * Where formatted text is written. It can be typed in from the first moment: the library with the tools comes later and takes over what
 * stands there. Fires `change` with the HTML in `detail.value`, empty where nothing is written, and `pictures` with files that were chosen,
 * pasted or dropped: whoever listens gives them an address and calls `insertPicture`.
 */
export default class RichTextEditor extends LightningElement {
    @api label = '';
    /** The looks of text that has none of its own, as CSS declarations. */
    @api textStyle = '';

    labels = { notLoaded, retry };
    state: FormatState | undefined;
    isFailed = false;
    isLoaded = false;
    showTools = false;
    editor: Library | undefined;
    isComposing = false;
    html = '';
    isDrawn = false;

    /** HTML to begin with, as the service has cleaned it. What is typed afterwards comes with `change`. */
    @api
    get value(): string {
        return this.html;
    }
    set value(html: string) {
        if (html === this.html) return;
        this.setHtml(html);
    }

    /** As `value`, also where nobody else knows what has been typed since. */
    @api
    setHtml(html: string) {
        this.html = html;
        if (this.editor) this.editor.setHtml(html);
        else if (this.isDrawn) this.showHtml();
    }

    /** Where the caret was, else before the first word. */
    @api
    focus() {
        if (this.editor) this.editor.focus();
        else this.text?.focus();
    }

    /**
     * Puts `after` in the place of `before` at the end of the text and leaves the caret where it is. False, and nothing done, where the
     * text does not end with it any longer.
     */
    @api
    exchangeEnd(before: string, after: string): boolean {
        if (this.editor) return this.editor.exchangeEnd(before, after);
        const html = asBrowsersWrite(this.html || BLANK_LINE);
        const end = asBrowsersWrite(before);
        if (!html.endsWith(end)) return false;
        this.html = html.slice(0, html.length - end.length) + after;
        // Somebody may be writing there: where nothing goes away, what stands there is not touched
        if (before || !this.text) this.showHtml();
        else this.appendHtml(this.html.slice(this.text.hasChildNodes() ? html.length : 0));
        this.fireChange(this.html);
        return true;
    }

    /** At the caret; nothing happens before the library has come. */
    @api
    insertPicture(picture: Picture) {
        this.editor?.insertPicture(picture);
    }

    /** At the caret, else at the end. */
    @api
    insertText(text: string) {
        if (this.editor) this.editor.insertText(text);
        else {
            (this.text?.lastElementChild ?? this.text)?.append(text);
            this.handleInput();
        }
        this.focus();
    }

    /** At the caret, else at the end. Words that are selected become the link. */
    @api
    insertLink(link: Link) {
        const { editor, text } = this;
        if (editor) editor.insertLink(link);
        else {
            const anchor = document.createElement('a');
            anchor.href = link.href;
            anchor.textContent = link.text;
            (text?.lastElementChild ?? text)?.append(anchor);
            this.handleInput();
        }
        this.focus();
    }

    get text() {
        return this.refs?.['text'] as HTMLElement | undefined;
    }

    get toolbar() {
        return this.template?.querySelector<ToolbarElement>('c-rich-text-toolbar');
    }

    connectedCallback() {
        const host = this.template?.host;
        if (!host) return;
        whenSeen(host, () => {
            this.showTools = true;
            void this.load();
        });
    }

    renderedCallback() {
        const { text } = this;
        if (!text) return;
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.showHtml();
    }

    disconnectedCallback() {
        this.editor?.destroy();
        this.editor = undefined;
        this.isDrawn = false;
    }

    async load() {
        this.isFailed = false;
        try {
            await loadScript(this, LIBRARY);
            this.isLoaded = true;
            this.takeOver();
        } catch {
            this.isFailed = true;
        }
    }

    /** Not in the middle of a word that an input method puts together: that would be lost. */
    takeOver() {
        const { text } = this;
        if (!text?.isConnected || !this.isLoaded || this.isComposing || this.editor) return;
        const { msiRichText } = window as unknown as { msiRichText: RichTextLibrary };
        this.editor = msiRichText.createEditor(text, {
            onChange: (html) => {
                this.html = html;
                this.fireChange(html);
            },
            onPictures: (files) => this.firePictures(files),
            onState: (state) => {
                this.state = state;
            }
        });
        this.html = this.editor.html();
    }

    /** The service has cleaned it. Or this machine has kept it, where others may have changed it. */
    showHtml() {
        this.text?.replaceChildren(...harmless(this.html).childNodes);
        for (const picture of this.text?.querySelectorAll('img:not([alt])') ?? []) picture.setAttribute('alt', '');
    }

    appendHtml(html: string) {
        this.text?.append(...harmless(html).childNodes);
    }

    /** The library tells of its own changes. */
    handleInput() {
        const { text } = this;
        if (this.editor || !text) return;
        // Only read
        // eslint-disable-next-line @lwc/lwc/no-inner-html
        this.html = text.textContent?.trim() || text.querySelector('img') ? withoutScopeMarks(text.innerHTML) : '';
        this.fireChange(this.html);
    }

    handleCompositionStart() {
        this.isComposing = true;
    }

    handleCompositionEnd() {
        this.isComposing = false;
        this.takeOver();
    }

    handleCommand({ detail: command }: CustomEvent<RichTextCommand>) {
        if (!this.editor) return;
        command(this.editor);
        this.editor.focus();
    }

    handlePictures({ detail: files }: CustomEvent<File[]>) {
        this.firePictures(files);
    }

    /** The caret goes back to where the tool was opened from. */
    handleLeaveTools() {
        this.focus();
    }

    handleKeydown(event: KeyboardEvent) {
        const { toolbar } = this;
        const key = event.key.toLowerCase();
        const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
        // An open tool is closed first, and not the window
        if (event.key === 'Escape' && toolbar?.close()) event.stopPropagation();
        else if (event.altKey && event.key === 'F10') toolbar?.focus();
        else if (isCommand && key === 'k' && !event.shiftKey) toolbar?.openLink();
        else if (isCommand && event.shiftKey && event.code === 'Digit7') this.editor?.toggleList('number');
        else if (isCommand && event.shiftKey && event.code === 'Digit8') this.editor?.toggleList('bullet');
        else if (isCommand && event.key === '\\') this.editor?.clearFormatting();
        else return;
        event.preventDefault();
    }

    handleRetryClick() {
        void this.load();
        this.focus();
    }

    firePictures(files: File[]) {
        this.dispatchEvent(new CustomEvent('pictures', { detail: files }));
    }

    fireChange(value: string) {
        this.dispatchEvent(new CustomEvent('change', { detail: { value } }));
    }
}

/** Words may look like them, so only tags are looked at. */
function withoutScopeMarks(html: string): string {
    return html.replace(/<[^>]*>/g, (tag) => tag.replace(SCOPE_MARKS, ''));
}

/** The service and browsers spell the same HTML in different ways. */
function asBrowsersWrite(html: string): string {
    // Only read, from a document that nobody sees
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    return new DOMParser().parseFromString(html, 'text/html').body.innerHTML;
}
