import { LightningElement, api } from 'lwc';

import addingPictures from '@salesforce/label/c.SalesEmail_Compose_AddingPictures';
import body from '@salesforce/label/c.SalesEmail_Compose_Body';
import source from '@salesforce/label/c.Templates_Html_Source';
import takenOut from '@salesforce/label/c.Templates_Html_TakenOut';

import { uploadPicture } from 'c/emailPictures';
import { formatLabel, formatList, formatPlural } from 'c/labels';
import type { Link, Picture } from 'richText';
import { takeOut } from './takeOut';

interface EditorElement extends HTMLElement {
    insertText(text: string): void;
    insertLink(link: Link): void;
    insertPicture(picture: Picture): void;
}

/** As in compose: as wide as a text that is easy to read. */
const WIDEST_PICTURE = 600;

/** The text of a template: formatted, or its HTML. Fires `body` with it as HTML. */
export default class TemplateBody extends LightningElement {
    @api textStyle = '';

    labels = { body, source };
    html = '';
    isHtml = false;
    /** What the HTML had and an email cannot have. */
    lost: string[] = [];
    /** How many pictures are on their way to the service. */
    adding = 0;
    pictureError: unknown;

    @api
    get value(): string {
        return this.html;
    }
    set value(html: string) {
        if (html === this.html) return;
        this.html = html;
        this.lost = [];
    }

    /** Whether the HTML is shown. What it may not have is taken out when it is left, and said. */
    @api
    get isSource(): boolean {
        return this.isHtml;
    }
    set isSource(isSource: boolean) {
        if (isSource === this.isHtml) return;
        if (!isSource) this.leaveSource();
        else this.lost = [];
        this.isHtml = isSource;
    }

    /** A textarea takes its words from a property alone. */
    renderedCallback() {
        const { area, html } = this;
        if (area && area.value !== html) area.value = html;
    }

    @api
    focus() {
        (this.area ?? this.editor)?.focus();
    }

    /** At the caret. */
    @api
    insertText(text: string) {
        const { area } = this;
        if (!area) {
            this.editor?.insertText(text);
            return;
        }
        area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
        area.focus();
        this.handleSourceInput();
    }

    /** At the caret. Words that are selected become the link. */
    @api
    insertLink({ text, href }: Link) {
        const { area } = this;
        if (!area) {
            this.editor?.insertLink({ text, href });
            return;
        }
        const anchor = document.createElement('a');
        anchor.href = href;
        anchor.textContent = area.value.slice(area.selectionStart, area.selectionEnd) || text;
        // Only written down
        // eslint-disable-next-line @lwc/lwc/no-inner-html
        this.insertText(anchor.outerHTML);
    }

    get editor() {
        return this.template?.querySelector<EditorElement>('c-rich-text-editor');
    }

    get area() {
        return this.template?.querySelector<HTMLTextAreaElement>('textarea');
    }

    get statusText() {
        if (this.adding > 0) return formatPlural(addingPictures, this.adding);
        return this.lost.length > 0 ? formatLabel(takenOut, formatList(this.lost)) : '';
    }

    leaveSource() {
        const { html, parts } = takeOut(this.html);
        this.lost = parts;
        if (html !== this.html) this.tell(html);
    }

    handleSourceInput() {
        this.tell(this.area?.value ?? '');
    }

    handleChange(event: CustomEvent<{ value: string }>) {
        this.tell(event.detail.value);
    }

    tell(html: string) {
        this.html = html;
        this.dispatchEvent(new CustomEvent<string>('body', { detail: html }));
    }

    async handlePictures({ detail: files }: CustomEvent<File[]>) {
        this.pictureError = undefined;
        this.adding += files.length;
        for (const file of files) {
            try {
                // eslint-disable-next-line no-await-in-loop
                await this.addPicture(file);
            } catch (error) {
                this.pictureError = error;
            }
            this.adding -= 1;
        }
    }

    async addPicture(file: File) {
        const { src, width, height } = await uploadPicture(file);
        const shown = Math.min(width, WIDEST_PICTURE);
        this.editor?.insertPicture({ src, alt: file.name, width: shown, height: Math.round((height * shown) / width) });
    }
}
