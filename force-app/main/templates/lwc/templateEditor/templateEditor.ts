import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import back from '@salesforce/label/c.Templates_Editor_Back';
import copied from '@salesforce/label/c.Templates_Editor_Copied';
import copyWords from '@salesforce/label/c.Templates_Editor_CopyWords';
import discard from '@salesforce/label/c.Settings_Unsaved_Discard';
import loadTheirs from '@salesforce/label/c.Templates_Editor_LoadTheirs';
import newTitle from '@salesforce/label/c.Templates_New';
import notCopied from '@salesforce/label/c.Templates_Editor_NotCopied';
import restored from '@salesforce/label/c.Settings_Unsaved_Restored';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Templates_Editor_Saved';

import { callServer, ServerProblem } from 'c/serverApi';
import type { TemplateDone, TemplateMenuElement } from 'c/templateMenu';
import { forgetTemplateWords, keepTemplateWords, keptTemplateWords, NEW_TEMPLATE, type WrittenTemplate } from 'c/templateWords';
import type { NewTemplate, Template, TemplateCategories, TemplateWords } from 'service';
import { copyToClipboard } from './copyToClipboard';
import { isSame, wordsOf, wordsOfNew } from './words';

interface FieldsElement extends HTMLElement {
    checkFields(): boolean;
}

/**
 * One template in place of the list: its words, for whom it is, and what it brings. Fires `back`, `unsaved` with whether there is something
 * to save, `created` with the id of a new one, `saved`, and `open` with the id of a copy.
 */
export default class TemplateEditor extends LightningElement {
    @api directory!: TemplateCategories;
    /** Where a new template begins. */
    @api firstCategoryId: string | undefined;

    labels = { back, copyWords, discard, loadTheirs, newTitle, restored, save };
    id = NEW_TEMPLATE;
    /** What is saved; undefined for a new one and until it is loaded. */
    saved: Template | undefined;
    words: WrittenTemplate | undefined;
    /** What the words are compared with. */
    before: WrittenTemplate | undefined;
    loadError: unknown;
    saveError: unknown;
    actionError: unknown;
    isSaving = false;
    isRestored = false;
    statusText = '';
    /** The template that had the focus already. */
    focusedId: string | undefined;

    @api
    get templateId() {
        return this.id;
    }
    set templateId(id: string) {
        const isShown = id === this.id;
        this.id = id;
        // A new template got its id from here
        if (this.isConnected && !isShown && this.saved?.id !== id) this.start();
    }

    connectedCallback() {
        this.start();
    }

    /** What was pressed to come here is out of sight, and browsers notice that late. */
    renderedCallback() {
        if (this.isLoading || this.focusedId === this.id) return;
        const isMade = this.focusedId === NEW_TEMPLATE;
        this.focusedId = this.id;
        if (isMade) return;
        const start = this.isNew ? this.fields : this.template?.querySelector<HTMLElement>('.heading');
        start?.focus();
    }

    get isNew() {
        return this.id === NEW_TEMPLATE;
    }

    get isLoading() {
        return !this.words && !this.loadError;
    }

    get heading() {
        return this.isNew ? newTitle : (this.saved?.name ?? '');
    }

    /** An archived template is only looked at. */
    get isReadOnly() {
        return Boolean(this.saved && (!this.saved.canEdit || this.saved.isArchived));
    }

    get canWrite() {
        return !this.isReadOnly;
    }

    get isChanged() {
        return Boolean(this.words && this.before && !isSame(this.words, this.before));
    }

    get cannotSave() {
        return this.isSaving || !this.isChanged;
    }

    /** Somebody else has saved, and one of the two has to go. */
    get isConflict() {
        return this.saveError instanceof ServerProblem && this.saveError.code === 'template_changed';
    }

    /** Whoever cannot save takes the words along. */
    get canCopy() {
        return this.saveError instanceof ServerProblem && [403, 404, 409].includes(this.saveError.status);
    }

    get canDiscard() {
        return this.isChanged && !this.isConflict;
    }

    get footText() {
        return this.isChanged && !this.isRestored ? restored : this.statusText;
    }

    get fields() {
        return this.template?.querySelector<FieldsElement>('c-template-fields');
    }

    start() {
        this.saved = undefined;
        this.words = undefined;
        this.loadError = undefined;
        this.saveError = undefined;
        this.isRestored = false;
        if (this.isNew) this.showNew();
        else void this.load();
    }

    showNew() {
        const ids = this.directory.categories.map(({ id }) => id);
        this.begin(wordsOfNew(ids.find((id) => id === this.firstCategoryId) ?? ids[0] ?? ''));
    }

    async load() {
        const { id } = this;
        this.loadError = undefined;
        try {
            const template = await callServer<Template>('GET', `/templates/${encodeURIComponent(id)}`);
            if (id !== this.id) return;
            this.saved = template;
            this.begin(wordsOf(template));
        } catch (error) {
            if (id === this.id) this.fail(error);
        }
    }

    /** Words of a template that is gone can still be taken along. */
    fail(error: unknown) {
        const kept = keptTemplateWords(this.id);
        const isGone = error instanceof ServerProblem && error.status === 404;
        if (!kept || !isGone) {
            this.loadError = error;
            return;
        }
        this.words = kept.words;
        this.before = wordsOfNew('');
        this.saveError = error;
        this.tell(true);
    }

    /** Shows what is saved, and over it what was written on an earlier visit. */
    begin(before: WrittenTemplate) {
        const kept = this.isReadOnly ? undefined : keptTemplateWords(this.id);
        this.before = before;
        this.words = kept?.words ?? before;
        // Whoever saved meanwhile is not overwritten without a question
        if (kept && this.saved) this.saved = { ...this.saved, version: kept.version };
        this.isRestored = this.isChanged;
        this.tellUnsaved();
    }

    handleWords(event: CustomEvent<Partial<WrittenTemplate>>) {
        if (!this.words) return;
        this.words = { ...this.words, ...event.detail };
        this.tellUnsaved();
    }

    handleBackClick() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    handleDiscardClick() {
        forgetTemplateWords(this.id);
        this.saveError = undefined;
        this.isRestored = false;
        this.words = this.before;
        this.tellUnsaved();
        // Others may have saved since these words were written
        if (!this.isNew) void this.load();
    }

    async handleSaveClick() {
        if (this.isSaving || !this.fields?.checkFields()) return;
        // What cannot be saved has just been taken out of them
        const { words } = this;
        if (!words) return;
        this.isSaving = true;
        this.saveError = undefined;
        this.statusText = '';
        try {
            const wasNew = this.isNew;
            const template = await (wasNew ? callServer<Template>('POST', '/templates', words satisfies NewTemplate) : this.put(words));
            this.note(template, words);
            this.statusText = saved;
            this.dispatchEvent(new CustomEvent(wasNew ? 'created' : 'saved', { detail: template.id }));
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }

    put(words: WrittenTemplate): Promise<Template> {
        const body: TemplateWords = { ...words, version: this.saved?.version ?? 1 };
        return callServer<Template>('PUT', `/templates/${this.id}`, body);
    }

    /** What was typed while it was saved stays to be saved. */
    note(template: Template, sent: WrittenTemplate) {
        forgetTemplateWords(this.id);
        this.saved = template;
        this.id = template.id;
        this.before = sent;
        this.isRestored = false;
        this.tellUnsaved();
    }

    async handleCopyClick() {
        const { words } = this;
        if (!words) return;
        const isCopied = await copyToClipboard(words.subject, words.bodyHtml);
        this.toast(isCopied ? copied : notCopied, isCopied ? 'success' : 'warning');
    }

    handleChoose(event: CustomEvent<string>) {
        void this.template?.querySelector<TemplateMenuElement>('c-template-menu')?.choose(event.detail);
    }

    handleProblem(event: CustomEvent<unknown>) {
        this.actionError = event.detail;
    }

    handleDone(event: CustomEvent<TemplateDone>) {
        const { what, id } = event.detail;
        this.actionError = undefined;
        this.dispatchEvent(new CustomEvent('saved', { detail: id }));
        if (what === 'deleted') {
            forgetTemplateWords(this.id);
            this.tell(false);
            this.handleBackClick();
        } else if (what === 'copied') this.dispatchEvent(new CustomEvent('open', { detail: id }));
        else void this.load();
    }

    tellUnsaved() {
        const { words, isChanged } = this;
        if (isChanged && words) keepTemplateWords(this.id, { words, version: this.saved?.version ?? 1 });
        else if (!this.isReadOnly) forgetTemplateWords(this.id);
        this.tell(isChanged);
    }

    tell(isUnsaved: boolean) {
        this.dispatchEvent(new CustomEvent('unsaved', { detail: isUnsaved }));
    }

    toast(title: string, variant: 'success' | 'warning') {
        this.dispatchEvent(new ShowToastEvent({ title, variant }));
    }
}
