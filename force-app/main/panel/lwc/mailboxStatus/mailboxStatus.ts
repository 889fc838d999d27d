import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import confirmButton from '@salesforce/label/c.Panel_Mailbox_ConfirmButton';
import confirmText from '@salesforce/label/c.Panel_Mailbox_ConfirmText';
import confirmTitle from '@salesforce/label/c.Panel_Mailbox_ConfirmTitle';
import confirmWaiting from '@salesforce/label/c.Panel_Mailbox_ConfirmWaiting';
import connected from '@salesforce/label/c.Panel_Mailbox_Connected';
import disconnect from '@salesforce/label/c.Panel_Mailbox_Disconnect';
import disconnected from '@salesforce/label/c.Panel_Mailbox_Disconnected';
import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import needsReconnect from '@salesforce/label/c.Panel_Mailbox_NeedsReconnect';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import signature from '@salesforce/label/c.Panel_Mailbox_Signature';
import signatureSaved from '@salesforce/label/c.Panel_Signature_Saved';
import signatureTitle from '@salesforce/label/c.Panel_Signature_Title';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import SignatureEditor from 'c/signatureEditor';
import type { EmailConnection } from 'service';

const PROVIDERS = { google, microsoft };

/** Whether the rep's mailbox can send, with a menu to reconnect or disconnect it and to change the signature. Fires `reconnect` and `disconnected`. */
export default class MailboxStatus extends LightningElement {
    @api connection: EmailConnection | undefined;

    labels = { cancel, confirmButton, confirmText, disconnect, reconnect, signature };
    isAsking = false;
    isBusy = false;
    error: unknown;
    focusNext: string | undefined;

    renderedCallback() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    get needsReconnect() {
        return this.connection?.state === 'reconnect_required';
    }

    get text() {
        const { connection } = this;
        return connection ? formatLabel(this.needsReconnect ? needsReconnect : connected, PROVIDERS[connection.provider]) : '';
    }

    get address() {
        return this.connection?.address;
    }

    get chipClass() {
        return this.needsReconnect ? 'chip chip_amber' : 'chip';
    }

    get iconName() {
        return this.needsReconnect ? 'utility:warning' : 'utility:email';
    }

    get iconVariant() {
        return this.needsReconnect ? 'warning' : undefined;
    }

    get question() {
        return formatLabel(confirmTitle, this.address);
    }

    get waitingText() {
        const waiting = this.connection?.waitingEmails ?? 0;
        return waiting > 0 ? formatPlural(confirmWaiting, waiting) : undefined;
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        if (event.detail.value === 'reconnect') this.dispatchEvent(new CustomEvent('reconnect'));
        else if (event.detail.value === 'signature') void this.editSignature();
        else {
            this.isAsking = true;
            this.focusNext = '.cancel';
        }
    }

    async editSignature() {
        const isSaved = await SignatureEditor.open<boolean>({ size: 'small', label: signatureTitle });
        if (isSaved) this.dispatchEvent(new ShowToastEvent({ title: signatureSaved, variant: 'success' }));
        this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
    }

    handleQuestionKeydown(event: KeyboardEvent) {
        if (event.key === 'Escape') this.handleCancelClick();
    }

    handleCancelClick() {
        this.isAsking = false;
        this.error = undefined;
        this.focusNext = 'lightning-button-menu';
    }

    async handleDisconnectClick() {
        const { connection } = this;
        if (!connection || this.isBusy) return;
        this.isBusy = true;
        this.error = undefined;
        try {
            await callServer('DELETE', `/email-connections/${connection.id}`);
            this.isAsking = false;
            this.dispatchEvent(new ShowToastEvent({ title: formatLabel(disconnected, connection.address), variant: 'success' }));
            this.dispatchEvent(new CustomEvent('disconnected'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
