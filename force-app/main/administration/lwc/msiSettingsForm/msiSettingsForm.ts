import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import { forgetWords, keepWords, keptWords } from 'c/msiUnsavedWords';
import { callServer } from 'c/serverApi';

/**
 * A page of the settings that is one form: read as a whole with GET, saved as a whole with PUT. `Page` is what the service answers to
 * both. Fires `unsaved` with whether there is something to save. What is not saved is kept while another tab of the app is open, and
 * stands in the form again when its user comes back. A form extends it, and its template stands in a `c-msi-page`.
 */
export default abstract class MsiSettingsForm<Page> extends LightningElement {
    /** What is saved; undefined until it is loaded. */
    page: Page | undefined;
    /** Stands in place of the form. */
    loadError: unknown;
    /** Stands in the form, which keeps what was entered. */
    saveError: unknown;
    isSaving = false;
    /** The form says what was typed on an earlier visit. */
    isRestored = false;

    /** Of the service, below /v1. */
    abstract readonly path: string;
    /** Of the page in the settings. */
    abstract readonly pageName: string;
    /** The toast after saving. */
    abstract readonly savedText: string;
    /** Whether the form says something else than what is saved. */
    abstract get isChanged(): boolean;
    /** What the form says, as JSON can hold it. */
    abstract get words(): unknown;
    /** Fills the form with the words of an earlier visit. */
    abstract restore(words: unknown): void;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.page && !this.loadError;
    }

    get cannotSave() {
        return !this.isChanged || this.isSaving;
    }

    /** Whether anything would be lost when the page is left. */
    get isUnsaved() {
        return this.isChanged;
    }

    async load() {
        this.loadError = undefined;
        try {
            this.show(await callServer<Page>('GET', this.path));
            this.restoreKept();
        } catch (error) {
            this.loadError = error;
        }
    }

    /** Fills the form with what is saved. */
    show(page: Page) {
        this.page = page;
    }

    restoreKept() {
        const words = keptWords(this.pageName);
        if (words === undefined) return;
        this.restore(words);
        // What was typed may have been saved elsewhere meanwhile
        this.isRestored = this.isChanged;
        this.tellUnsaved();
    }

    discard() {
        if (this.page) this.show(this.page);
        this.isRestored = false;
        this.saveError = undefined;
        this.tellUnsaved();
    }

    async save(body: unknown) {
        if (this.isSaving) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.show(await callServer<Page>('PUT', this.path, body));
            this.isRestored = false;
            this.tellUnsaved();
            this.dispatchEvent(new ShowToastEvent({ title: this.savedText, variant: 'success' }));
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }

    tellUnsaved() {
        if (this.isChanged) keepWords(this.pageName, this.words);
        else forgetWords(this.pageName);
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.isUnsaved }));
    }
}
