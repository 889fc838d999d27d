import LightningModal from 'lightning/modal';

import save from '@salesforce/label/c.Panel_Signature_Save';
import saving from '@salesforce/label/c.Panel_Signature_Saving';
import text from '@salesforce/label/c.Panel_Signature_Text';
import title from '@salesforce/label/c.Panel_Signature_Title';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { callServer } from 'c/serverApi';
import type { Me, MeChange } from 'service';

/** No images: the platform would keep them as Salesforce files that a recipient cannot load. */
const FORMATS = ['font', 'size', 'bold', 'italic', 'underline', 'strike', 'list', 'align', 'link', 'clean', 'color'];

/** The window in which a rep changes the signature. Closes with `true` when it was saved. */
export default class SignatureEditor extends LightningModal {
    labels = { cancel, text, title };
    formats = FORMATS;
    /** What the editor was opened with; it keeps its own text from there on. */
    startText: string | undefined;
    signatureHtml = '';
    isSaving = false;
    focusNext = false;
    loadError: unknown;
    saveError: unknown;

    connectedCallback() {
        void this.load();
    }

    renderedCallback() {
        const editor = this.focusNext && this.template?.querySelector<HTMLElement>('.editor');
        if (!editor) return;
        this.focusNext = false;
        editor.focus();
    }

    get isLoading() {
        return this.startText === undefined && !this.loadError;
    }

    get cannotSave() {
        return this.startText === undefined || this.isSaving;
    }

    get saveLabel() {
        return this.isSaving ? saving : save;
    }

    async load() {
        this.loadError = undefined;
        try {
            const { signatureHtml } = await callServer<Me>('GET', '/me');
            this.startText = signatureHtml;
            this.signatureHtml = signatureHtml;
            this.focusNext = true;
        } catch (error) {
            this.loadError = error;
        }
    }

    handleTextChange(event: CustomEvent<{ value: string }>) {
        this.signatureHtml = event.detail.value;
    }

    handleCancelClick() {
        this.close(false);
    }

    async handleSaveClick() {
        if (this.cannotSave) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            const change: MeChange = { signatureHtml: this.signatureHtml };
            await callServer<Me>('PATCH', '/me', change);
            this.close(true);
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }
}
