import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import save from '@salesforce/label/c.Panel_Signature_Save';
import saving from '@salesforce/label/c.Panel_Signature_Saving';
import text from '@salesforce/label/c.Panel_Signature_Text';
import title from '@salesforce/label/c.Panel_Signature_Title';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { Identity, IdentityChange } from 'service';

/** No images: the platform would keep them as Salesforce files that a recipient cannot load. */
const FORMATS = ['font', 'size', 'bold', 'italic', 'underline', 'strike', 'list', 'align', 'link', 'clean', 'color'];

/** The window in which a rep changes the signature of one address. Closes with the identity when it was saved. */
export default class SignatureEditor extends LightningModal {
    @api identity!: Identity;

    labels = { cancel, text, title };
    formats = FORMATS;
    signatureHtml: string | undefined;
    isSaving = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        this.focusGuide.give('.editor');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get startText() {
        return this.identity.signatureHtml;
    }

    get address() {
        return this.identity.address;
    }

    get saveLabel() {
        return this.isSaving ? saving : save;
    }

    handleTextChange(event: CustomEvent<{ value: string }>) {
        this.signatureHtml = event.detail.value;
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        if (this.isSaving) return;
        this.isSaving = true;
        this.error = undefined;
        try {
            const change: Partial<IdentityChange> = { signatureHtml: this.signatureHtml ?? this.startText };
            this.close(await callServer<Identity>('PATCH', `/identities/${this.identity.id}`, change));
        } catch (error) {
            this.error = error;
        } finally {
            this.isSaving = false;
        }
    }
}
