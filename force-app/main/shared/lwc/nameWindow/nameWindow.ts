import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import needsName from '@salesforce/label/c.Settings_Teams_NeedsName';

import { WindowFocus } from 'c/windowFocus';

interface Field extends HTMLElement {
    checkValidity(): boolean;
    reportValidity(): boolean;
}

/** Asks for a name and saves it. Closes with what `save` answers; a name that is refused stays in its field. */
export default class NameWindow extends LightningModal {
    @api heading = '';
    @api nameLabel = '';
    @api saveLabel = '';
    /** The name that something has already. */
    @api name = '';
    /** How many letters it may have. */
    @api longest = 80;
    /** Gets the name without blanks around it. Rejects with ServerProblem. */
    @api save: ((name: string) => Promise<unknown>) | undefined;

    labels = { cancel, needsName };
    written = '';
    focusGuide = new WindowFocus();
    isSaving = false;
    error: unknown;

    connectedCallback() {
        this.written = this.name;
        this.focusGuide.give('lightning-input');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    /** What is right again says so at once: a message that goes when the field is left moves the button under the pointer. */
    handleChange(event: CustomEvent<{ value: string }>) {
        this.written = event.detail.value;
        const field = event.target as Field;
        if (field.checkValidity()) field.reportValidity();
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter') void this.handleSaveClick();
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        const field = this.template?.querySelector<Field>('lightning-input');
        if (this.isSaving || !field) return;
        // Blanks alone fill the field and are no name
        this.written = this.written.trim();
        await Promise.resolve();
        if (!field.reportValidity() || !this.written) {
            field.focus();
            return;
        }
        this.isSaving = true;
        this.disableClose = true;
        this.error = undefined;
        try {
            const saved = await this.save?.(this.written);
            this.disableClose = false;
            this.close(saved);
        } catch (error) {
            this.error = error;
        } finally {
            this.disableClose = false;
            this.isSaving = false;
        }
    }
}
