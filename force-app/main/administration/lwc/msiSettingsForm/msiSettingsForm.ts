import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import { callServer } from 'c/serverApi';

/**
 * A page of the settings that is one form: read as a whole with GET, saved as a whole with PUT. `Page` is what the service answers to both.
 * Fires `unsaved` with whether there is something to save. A form extends it, and its template stands in a `c-msi-page`.
 */
export default abstract class MsiSettingsForm<Page> extends LightningElement {
    /** What is saved; undefined until it is loaded. */
    page: Page | undefined;
    /** Stands in place of the form. */
    loadError: unknown;
    /** Stands in the form, which keeps what was entered. */
    saveError: unknown;
    isSaving = false;

    /** Of the service, below /v1. */
    abstract readonly path: string;
    /** The toast after saving. */
    abstract readonly savedText: string;
    /** Whether the form says something else than what is saved. */
    abstract get isChanged(): boolean;

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
        } catch (error) {
            this.loadError = error;
        }
    }

    /** Fills the form with what is saved. */
    show(page: Page) {
        this.page = page;
    }

    async save(body: unknown) {
        if (this.isSaving) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.show(await callServer<Page>('PUT', this.path, body));
            this.tellUnsaved();
            this.dispatchEvent(new ShowToastEvent({ title: this.savedText, variant: 'success' }));
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }

    tellUnsaved() {
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.isUnsaved }));
    }
}
