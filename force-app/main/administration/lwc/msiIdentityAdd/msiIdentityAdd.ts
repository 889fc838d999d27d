import LightningModal from 'lightning/modal';

import address from '@salesforce/label/c.Settings_Identities_Address';
import add from '@salesforce/label/c.Settings_Identities_Add';
import addText from '@salesforce/label/c.Settings_Identities_AddText';
import name from '@salesforce/label/c.Settings_Identities_Name';
import needsAddress from '@salesforce/label/c.Settings_Identities_NeedsAddress';
import needsName from '@salesforce/label/c.Settings_Identities_NeedsName';
import send from '@salesforce/label/c.Settings_Identities_Send';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { Identity, NewIdentity } from 'service';

interface Field extends HTMLElement {
    name: string;
    checkValidity(): boolean;
    reportValidity(): boolean;
}

/** Asks for another address to send as. Closes with the identity, to which a verification email is then on its way. */
export default class MsiIdentityAdd extends LightningModal {
    labels = { add, addText, address, cancel, name, needsAddress, needsName, send };
    values = { address: '', name: '' };
    isSending = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        this.focusGuide.give('lightning-input');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    /** What is right again says so at once: a message that goes when the field is left moves the button under the pointer. */
    handleChange(event: CustomEvent<{ value: string }>) {
        const field = event.target as Field;
        this.values = { ...this.values, [field.name]: event.detail.value };
        if (field.checkValidity()) field.reportValidity();
    }

    handleCancelClick() {
        this.close();
    }

    async handleSendClick() {
        const fields = [...(this.template?.querySelectorAll<Field>('lightning-input') ?? [])];
        const [wrong] = fields.filter((field) => !field.reportValidity());
        wrong?.focus();
        if (wrong || this.isSending) return;
        this.isSending = true;
        this.error = undefined;
        try {
            const body: NewIdentity = { address: this.values.address.trim(), name: this.values.name.trim() };
            this.close(await callServer<Identity>('POST', '/identities', body));
        } catch (error) {
            this.error = error;
        } finally {
            this.isSending = false;
        }
    }
}
