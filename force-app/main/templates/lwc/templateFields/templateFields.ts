import { LightningElement, api } from 'lwc';

import contentTool from '@salesforce/label/c.Content_Insert';
import category from '@salesforce/label/c.TemplatePicker_Category';
import editHtml from '@salesforce/label/c.Templates_Html_Edit';
import insertField from '@salesforce/label/c.SalesEmail_Compose_InsertField';
import needsName from '@salesforce/label/c.Settings_Teams_NeedsName';
import nameLabel from '@salesforce/label/c.Users_Column_Name';
import subject from '@salesforce/label/c.SalesEmail_Compose_Subject';

import type { ContentLink } from 'c/contentPicker';
import type { WrittenTemplate } from 'c/templateWords';
import type { TemplateCategories } from 'service';

interface Field extends HTMLElement {
    reportValidity(): boolean;
    selectionStart: number | null | undefined;
    selectionEnd: number | null | undefined;
}

interface BodyElement extends HTMLElement {
    isSource: boolean;
    insertText(text: string): void;
    insertLink(link: ContentLink): void;
}

/** Name, category, subject and text of a template. Fires `words` with what has changed of a WrittenTemplate. */
export default class TemplateFields extends LightningElement {
    @api words!: WrittenTemplate;
    @api directory!: TemplateCategories;

    labels = { category, contentTool, editHtml, insertField, name: nameLabel, needsName, subject };
    isSource = false;
    picking: 'fields' | 'content' | undefined;
    /** A field goes to where the caret was last. */
    isInSubject = false;

    /** A new template begins with its name. */
    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.name')?.focus();
    }

    /** Whether all can be saved; what cannot says so and has the focus. HTML becomes formatted text, so that the rep sees what is saved. */
    @api
    checkFields(): boolean {
        const { bodyElement } = this;
        if (bodyElement) bodyElement.isSource = false;
        this.isSource = false;
        const wrong = [...(this.template?.querySelectorAll<Field>('[data-field]') ?? [])].filter((field) => !field.reportValidity());
        wrong[0]?.focus();
        return wrong.length === 0;
    }

    get options() {
        return this.directory.categories.map(({ id, name }) => ({ value: id, label: name }));
    }

    get isPicking() {
        return this.picking === 'fields';
    }

    get isPickingContent() {
        return this.picking === 'content';
    }

    get pickerExpanded() {
        return String(this.isPicking);
    }

    get contentExpanded() {
        return String(this.isPickingContent);
    }

    get sourcePressed() {
        return String(this.isSource);
    }

    get subjectElement() {
        return this.template?.querySelector<Field>('.subject');
    }

    get bodyElement() {
        return this.template?.querySelector<BodyElement>('c-template-body');
    }

    handleFieldChange(event: CustomEvent<{ value: string }> & { currentTarget: HTMLElement }) {
        this.tell({ [event.currentTarget.dataset['field'] ?? '']: event.detail.value });
    }

    handleBody(event: CustomEvent<string>) {
        this.tell({ bodyHtml: event.detail });
    }

    handleSubjectFocus() {
        this.isInSubject = true;
    }

    handleBodyFocus() {
        this.isInSubject = false;
    }

    /** The caret stays where it is, and with it the place where a field goes. */
    handleMouseDown(event: Event) {
        event.preventDefault();
    }

    handlePickerClick() {
        this.picking = this.isPicking ? undefined : 'fields';
    }

    handleContentClick() {
        this.picking = this.isPickingContent ? undefined : 'content';
    }

    handleSourceClick() {
        this.isSource = !this.isSource;
    }

    handleChoose(event: CustomEvent<{ token: string }>) {
        this.picking = undefined;
        const { token } = event.detail;
        if (this.isInSubject) this.insertIntoSubject(token);
        else this.bodyElement?.insertText(token);
    }

    /** Links stand in the text alone. */
    handleContent(event: CustomEvent<ContentLink>) {
        this.picking = undefined;
        this.bodyElement?.insertLink(event.detail);
    }

    insertIntoSubject(token: string) {
        const { subject: before } = this.words;
        const start = this.subjectElement?.selectionStart ?? before.length;
        const end = this.subjectElement?.selectionEnd ?? start;
        this.tell({ subject: before.slice(0, start) + token + before.slice(end) });
        this.subjectElement?.focus();
    }

    handleCancel() {
        this.picking = undefined;
        (this.isInSubject ? this.subjectElement : this.bodyElement)?.focus();
    }

    tell(words: Partial<WrittenTemplate>) {
        this.dispatchEvent(new CustomEvent('words', { detail: words }));
    }
}
