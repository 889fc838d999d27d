import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import blocked from '@salesforce/label/c.Panel_Mailbox_Blocked';
import blockedText from '@salesforce/label/c.Panel_Mailbox_BlockedText';
import confirmButton from '@salesforce/label/c.Panel_Mailbox_ConfirmButton';
import confirmText from '@salesforce/label/c.Panel_Mailbox_ConfirmText';
import confirmTitle from '@salesforce/label/c.Panel_Mailbox_ConfirmTitle';
import confirmWaiting from '@salesforce/label/c.Panel_Mailbox_ConfirmWaiting';
import connected from '@salesforce/label/c.Panel_Mailbox_Connected';
import disconnect from '@salesforce/label/c.Panel_Mailbox_Disconnect';
import disconnected from '@salesforce/label/c.Panel_Mailbox_Disconnected';
import full from '@salesforce/label/c.Panel_Mailbox_Full';
import fullText from '@salesforce/label/c.Panel_Mailbox_FullText';
import google from '@salesforce/label/c.Panel_Mailbox_Google';
import lacksBodies from '@salesforce/label/c.Panel_Mailbox_LacksBodies';
import lacksReplies from '@salesforce/label/c.Panel_Mailbox_LacksReplies';
import lacksSettling from '@salesforce/label/c.Panel_Mailbox_LacksSettling';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import needsReconnect from '@salesforce/label/c.Panel_Mailbox_NeedsReconnect';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import settings from '@salesforce/label/c.Panel_Mailbox_Settings';
import silent from '@salesforce/label/c.Panel_Mailbox_Silent';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { afterPaint } from 'c/afterPaint';
import { formatClock, formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { EmailConnection } from 'service';

const PROVIDERS = { google, microsoft };

/** What keeps a connected mailbox from sending: on the chip, and in a sentence. */
const TROUBLES = { blocked: { chip: blocked, text: blockedText }, full: { chip: full, text: fullText } };

/** What a rep misses most comes first; one sentence is enough beside a record. */
const LACKS = [
    ['notice_replies', lacksReplies],
    ['settle', lacksSettling],
    ['read_bodies', lacksBodies]
] as const;

/** Whether the rep's mailbox sends and notices replies, with a menu to reconnect or disconnect it. Fires `reconnect` and `disconnected`. */
export default class MailboxStatus extends NavigationMixin(LightningElement) {
    @api connection: EmailConnection | undefined;

    labels = { cancel, confirmButton, confirmText, disconnect, reconnect, settings };
    isPainted = false;
    isAsking = false;
    isBusy = false;
    error: unknown;
    focusNext: string | undefined;

    /** The icon and the menu take longer to draw than the words beside them (decision 17). */
    connectedCallback() {
        afterPaint(() => {
            this.isPainted = true;
        });
    }

    renderedCallback() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (!target) return;
        this.focusNext = undefined;
        target.focus();
    }

    get needsReconnect() {
        return this.connection?.state === 'reconnect_required';
    }

    get lack() {
        const { state, missingCapabilities } = this.connection ?? {};
        return state === 'connected' ? LACKS.find(([name]) => missingCapabilities?.includes(name))?.[1] : undefined;
    }

    get trouble() {
        const { state, trouble } = this.connection ?? {};
        return state === 'connected' && trouble ? formatLabel(TROUBLES[trouble.kind].text, formatClock(trouble.since)) : undefined;
    }

    get canReconnect() {
        return this.needsReconnect || this.lack;
    }

    get silence() {
        const { state, watch } = this.connection ?? {};
        return state === 'connected' && watch?.state === 'silent' && watch.lastAliveAt
            ? formatLabel(silent, formatClock(watch.lastAliveAt))
            : undefined;
    }

    get text() {
        const { connection } = this;
        if (!connection) return '';
        const works = connection.trouble ? TROUBLES[connection.trouble.kind].chip : connected;
        return formatLabel(this.needsReconnect ? needsReconnect : works, PROVIDERS[connection.provider]);
    }

    get address() {
        return this.connection?.address;
    }

    get isWarning() {
        return Boolean(this.canReconnect || this.trouble);
    }

    get chipClass() {
        return this.isWarning ? 'chip chip_amber' : 'chip';
    }

    get iconName() {
        return this.isWarning ? 'utility:warning' : 'utility:email';
    }

    get iconVariant() {
        return this.isWarning ? 'warning' : undefined;
    }

    get question() {
        return formatLabel(confirmTitle, this.address);
    }

    get waitingText() {
        const waiting = this.connection?.waitingEmails ?? 0;
        return waiting > 0 ? formatPlural(confirmWaiting, waiting) : undefined;
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        if (event.detail.value === 'reconnect') this.handleReconnectClick();
        else if (event.detail.value === 'settings') this.openSettings();
        else {
            this.isAsking = true;
            this.focusNext = '.cancel';
        }
    }

    handleReconnectClick() {
        this.dispatchEvent(new CustomEvent('reconnect'));
    }

    openSettings() {
        this[NavigationMixin.Navigate]({
            type: 'standard__navItemPage',
            attributes: { apiName: 'MSI_Settings' },
            state: { c__page: 'profile' }
        });
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
