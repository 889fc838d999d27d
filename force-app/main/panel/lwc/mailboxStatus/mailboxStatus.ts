import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import blocked from '@salesforce/label/c.Panel_Mailbox_Blocked';
import confirmButton from '@salesforce/label/c.Panel_Mailbox_ConfirmButton';
import confirmText from '@salesforce/label/c.Panel_Mailbox_ConfirmText';
import confirmTitle from '@salesforce/label/c.Panel_Mailbox_ConfirmTitle';
import confirmWaiting from '@salesforce/label/c.Panel_Mailbox_ConfirmWaiting';
import connected from '@salesforce/label/c.Panel_Mailbox_Connected';
import disconnect from '@salesforce/label/c.Panel_Mailbox_Disconnect';
import disconnected from '@salesforce/label/c.Panel_Mailbox_Disconnected';
import full from '@salesforce/label/c.Panel_Mailbox_Full';
import needsReconnect from '@salesforce/label/c.Panel_Mailbox_NeedsReconnect';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import settings from '@salesforce/label/c.Panel_Mailbox_Settings';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { afterPaint } from 'c/afterPaint';
import { notify, openPage } from 'c/hostPage';
import { formatLabel, formatPlural } from 'c/labels';
import { LACKS, PROVIDERS, silentText, troubleText } from 'c/mailboxWords';
import { callServer } from 'c/serverApi';
import type { EmailConnection } from 'service';

/** What the chip says of a connected mailbox that cannot send. */
const TROUBLES = { blocked, full };

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
        if (state !== 'connected') return undefined;
        // One sentence is enough beside a record
        return Object.entries(LACKS).find(([name]) => missingCapabilities?.some((missing) => missing === name))?.[1];
    }

    get trouble() {
        const { state, trouble } = this.connection ?? {};
        return state === 'connected' && trouble ? troubleText(trouble) : undefined;
    }

    get canReconnect() {
        return this.needsReconnect || this.lack;
    }

    get silence() {
        const { state, watch } = this.connection ?? {};
        return state === 'connected' && watch?.state === 'silent' ? silentText(watch) : undefined;
    }

    get text() {
        const { connection } = this;
        if (!connection) return '';
        const works = connection.trouble ? TROUBLES[connection.trouble.kind] : connected;
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
        openPage(this, {
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
            notify(this, { title: formatLabel(disconnected, connection.address), variant: 'success' });
            this.dispatchEvent(new CustomEvent('disconnected'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
