import { LightningElement, api } from 'lwc';

import address from '@salesforce/label/c.RichText_LinkAddress';
import cancel from '@salesforce/label/c.Shared_Cancel';
import remove from '@salesforce/label/c.RichText_LinkRemove';
import save from '@salesforce/label/c.RichText_LinkSave';
import wrong from '@salesforce/label/c.RichText_LinkWrong';

import { toLink } from './toLink';

/** Where a link leads. Fires `save` with the address, empty to take the link away, and `cancel`. */
export default class RichTextLink extends LightningElement {
    /** Of the link that is there already. */
    @api href: string | undefined;

    labels = { address, cancel, remove, save, wrong };
    isWrong = false;
    isDrawn = false;

    get input() {
        return this.refs?.['address'] as HTMLInputElement | undefined;
    }

    get ariaInvalid() {
        return String(this.isWrong);
    }

    renderedCallback() {
        if (this.isDrawn) return;
        this.isDrawn = true;
        if (this.input) this.input.value = this.href?.replace(/^mailto:/, '') ?? '';
        this.input?.focus();
        this.input?.select();
    }

    /** The window around the editor would take the key for Send. */
    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        this.handleSaveClick();
    }

    handleInput() {
        this.isWrong = false;
    }

    handleSaveClick() {
        const href = toLink(this.input?.value ?? '');
        this.isWrong = href === undefined;
        if (href === undefined) this.input?.focus();
        else this.fire('save', href);
    }

    handleRemoveClick() {
        this.fire('save', '');
    }

    handleCancelClick() {
        this.fire('cancel');
    }

    fire(name: string, detail?: string) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
