import { LightningElement, api } from 'lwc';

import addingPictures from '@salesforce/label/c.SalesEmail_Compose_AddingPictures';
import bcc from '@salesforce/label/c.SalesEmail_Compose_Bcc';
import body from '@salesforce/label/c.SalesEmail_Compose_Body';
import cc from '@salesforce/label/c.SalesEmail_Compose_Cc';
import changePerson from '@salesforce/label/c.SalesEmail_Compose_ChangePerson';
import contentInserted from '@salesforce/label/c.Content_Inserted';
import from from '@salesforce/label/c.SalesEmail_Compose_From';
import needsSubject from '@salesforce/label/c.SalesEmail_Compose_NeedsSubject';
import subject from '@salesforce/label/c.SalesEmail_Compose_Subject';
import to from '@salesforce/label/c.SalesEmail_Compose_To';

import type { ContentLink } from 'c/contentPicker';
import { uploadPicture } from 'c/emailPictures';
import { formatLabel, formatPlural } from 'c/labels';
import type { Picture } from 'richText';
import type { RefusedRecipient, TemplatePickerRow } from 'service';

/** What the rep writes. */
export interface Words {
    cc: string[];
    bcc: string[];
    subject: string;
    bodyHtml: string;
}

export type WordsField = keyof Words;

/** An address that the rep may send as. */
export interface Sender {
    /** Empty for the mailbox itself. */
    id: string;
    label: string;
    isSelected: boolean;
}

/** What the window around the fields may call. */
export interface FormElement extends HTMLElement {
    focusField(field: WordsField): void;
    focusAgain(): void;
    commit(): ('cc' | 'bcc')[];
    exchangeSignature(before: string, after: string): void;
}

/** What the editor of the body may be asked for. */
interface BodyElement extends HTMLElement {
    insertPicture(picture: Picture): void;
    insertText(text: string): void;
    insertLink(link: ContentLink): void;
    setHtml(html: string): void;
    exchangeEnd(before: string, after: string): boolean;
}

/** What of a field of one line matters here. The platform answers undefined before it has drawn it. */
interface LineElement extends HTMLElement {
    selectionStart?: number | null;
    selectionEnd?: number | null;
}

const BLANK_LINE = '<p><br></p>';
/** As wide as a text that is easy to read; whoever gets the email may look at the whole picture. */
const MOST_SHOWN_PX = 600;

/**
 * The fields of one sales email. Fires `change` with the words that changed, `changeperson`, `changesender` with the id, and `template`
 * with the one that was chosen.
 */
export default class SalesEmailForm extends LightningElement {
    @api recordId = '';
    /** Empty while nobody has said it. */
    @api from = '';
    /** To choose from, when there is a choice. */
    @api senders: Sender[] = [];
    /** Empty where the window says otherwise whom it is for: there are no copies then. */
    @api to = '';
    /** Whom templates are recommended for. */
    @api personId = '';
    @api personName = '';
    @api canChangePerson = false;
    /** The looks of text in this org's emails, as CSS declarations; empty while the service has not said it. */
    @api bodyStyle = '';
    /** True once the rep has pressed Send: before that nobody is told what is missing. */
    @api hasTried = false;
    /** Recipients who may get nothing, as far as the service has said. */
    @api refused: RefusedRecipient[] = [];

    labels = { bcc, body, cc, changePerson, from, needsSubject, subject, to };
    cc: string[] = [];
    bcc: string[] = [];
    subject = '';
    /** What the editor was opened with; it keeps its own text from there on. */
    startBody = '';
    isCcOpen = false;
    isBccOpen = false;
    /** How many pictures are on their way to the service. */
    adding = 0;
    pictureError: unknown;
    /** Of the file that the rep has put a link to last. */
    insertedName = '';
    /** The next change of the text is that link; the one after it makes the sentence old. */
    isInserting = false;
    focusNext: string | undefined;
    /** Where the caret of the subject goes, once its new words are on the page. */
    caretNext: number | undefined;
    focused: HTMLElement | undefined;

    /** The words to begin with. Later ones come from the fields themselves. */
    @api
    get words(): Words {
        const { cc: copies, bcc: blindCopies, subject: line, startBody: bodyHtml } = this;
        return { cc: copies, bcc: blindCopies, subject: line, bodyHtml };
    }
    set words(words: Words) {
        this.cc = words.cc;
        this.bcc = words.bcc;
        this.subject = words.subject;
        const isAsBefore = this.startBody === words.bodyHtml;
        this.startBody = words.bodyHtml;
        // What was typed since is unknown here: the same words as before may still be other words than there are
        if (isAsBefore) this.editor?.setHtml(words.bodyHtml);
    }

    get editor() {
        return this.template?.querySelector<BodyElement>('.bodyHtml');
    }

    /** The first field that is still to be filled in. */
    @api
    focus() {
        this.focusField(this.subject ? 'bodyHtml' : 'subject');
    }

    /** Where the rep was, when something has taken the focus away; before that as `focus`. */
    @api
    focusAgain() {
        if (this.focused?.isConnected) this.focused.focus();
        else this.focus();
    }

    @api
    focusField(field: WordsField) {
        this.focusNext = `.${field}`;
        this.moveFocus();
    }

    /** Takes over addresses that still stand in their fields. Answers the fields that hold something else. */
    @api
    commit(): ('cc' | 'bcc')[] {
        return (['cc', 'bcc'] as const).filter((field) => {
            const input = this.template?.querySelector<HTMLElement & { commit(): boolean }>(`.${field}`);
            return input && !input.commit();
        });
    }

    /**
     * Puts another signature in the place of the one below the text, where that is as it was put there; with none before, it goes below
     * what is written. The caret stays where it is.
     */
    @api
    exchangeSignature(before: string, after: string) {
        if (before === after) return;
        this.editor?.exchangeEnd(before, before ? after : `${BLANK_LINE}${after}`);
    }

    renderedCallback() {
        this.moveFocus();
        this.moveCaret();
    }

    /** What is not on the page yet gets the focus when it comes. */
    moveFocus() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    moveCaret() {
        const { caretNext, subjectLine } = this;
        if (caretNext === undefined || !subjectLine) return;
        this.caretNext = undefined;
        subjectLine.focus();
        subjectLine.selectionStart = caretNext;
        subjectLine.selectionEnd = caretNext;
    }

    get subjectLine() {
        return this.template?.querySelector<LineElement>('.subject');
    }

    get refusedCc() {
        return this.refused.filter(({ field }) => field === 'cc');
    }

    get refusedBcc() {
        return this.refused.filter(({ field }) => field === 'bcc');
    }

    get addingText() {
        if (this.adding > 0) return formatPlural(addingPictures, this.adding);
        return this.insertedName ? formatLabel(contentInserted, this.insertedName) : '';
    }

    get hasChoice() {
        return this.senders.length > 1;
    }

    get showCc() {
        return this.isCcOpen || this.cc.length > 0;
    }

    get showBcc() {
        return this.isBccOpen || this.bcc.length > 0;
    }

    get offersCc() {
        return !this.showCc;
    }

    get offersBcc() {
        return !this.showBcc;
    }

    handleCcClick() {
        this.isCcOpen = true;
        this.focusNext = '.cc';
    }

    handleBccClick() {
        this.isBccOpen = true;
        this.focusNext = '.bcc';
    }

    handleCcChange(event: CustomEvent<{ addresses: string[] }>) {
        this.isCcOpen = true;
        this.cc = event.detail.addresses;
        this.fireChange({ cc: this.cc });
    }

    handleBccChange(event: CustomEvent<{ addresses: string[] }>) {
        this.isBccOpen = true;
        this.bcc = event.detail.addresses;
        this.fireChange({ bcc: this.bcc });
    }

    handleSubjectChange(event: CustomEvent<{ value: string }>) {
        this.subject = event.detail.value;
        this.fireChange({ subject: this.subject });
    }

    handleBodyChange(event: CustomEvent<{ value: string }>) {
        if (!this.isInserting) this.insertedName = '';
        this.isInserting = false;
        this.fireChange({ bodyHtml: event.detail.value });
    }

    /** One after the other, so that they stand in the order in which they were chosen. */
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
        const shown = Math.min(width, MOST_SHOWN_PX);
        this.editor?.insertPicture({ src, alt: nameOf(file), width: shown, height: Math.round((height * shown) / width) });
    }

    /** Where the rep writes; the tools are for a moment. */
    handleFocus(event: Event) {
        const target = event.target as HTMLElement;
        if (!target.matches('c-compose-tools')) this.focused = target;
    }

    /** Fields stand in the subject too. */
    handleField({ detail: { token } }: CustomEvent<{ token: string }>) {
        const { subject: line, subjectLine } = this;
        if (!subjectLine || this.focused !== subjectLine) {
            this.editor?.insertText(token);
            return;
        }
        const start = subjectLine.selectionStart ?? line.length;
        this.subject = `${line.slice(0, start)}${token}${line.slice(subjectLine.selectionEnd ?? start)}`;
        this.caretNext = start + token.length;
        this.fireChange({ subject: this.subject });
    }

    /** Links stand in the text alone, also where the caret was in the subject. */
    handleContent({ detail: link }: CustomEvent<ContentLink>) {
        this.insertedName = link.text;
        this.isInserting = true;
        this.editor?.insertLink(link);
    }

    handleTemplate({ detail }: CustomEvent<TemplatePickerRow>) {
        this.dispatchEvent(new CustomEvent('template', { detail }));
    }

    handleLeaveTools() {
        this.focusAgain();
    }

    handleSenderChange(event: Event) {
        this.dispatchEvent(new CustomEvent('changesender', { detail: (event.target as HTMLSelectElement).value }));
    }

    handleChangePersonClick() {
        this.dispatchEvent(new CustomEvent('changeperson'));
    }

    fireChange(change: Partial<Words>) {
        this.dispatchEvent(new CustomEvent('change', { detail: change }));
    }
}

/** For whoever cannot see it: the name of the file, unless a program has given it. */
function nameOf({ name }: File): string {
    return /^image\.\w+$/i.test(name) ? '' : name.replace(/\.\w+$/, '');
}
