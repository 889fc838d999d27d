import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import confirmButton from '@salesforce/label/c.Panel_Mailbox_ConfirmButton';
import confirmText from '@salesforce/label/c.Panel_Mailbox_ConfirmText';
import confirmTitle from '@salesforce/label/c.Panel_Mailbox_ConfirmTitle';
import confirmWaiting from '@salesforce/label/c.Panel_Mailbox_ConfirmWaiting';
import connected from '@salesforce/label/c.Panel_Mailbox_Connected';
import disconnected from '@salesforce/label/c.Panel_Mailbox_Disconnected';
import disconnect from '@salesforce/label/c.Panel_Mailbox_Disconnect';
import needsReconnect from '@salesforce/label/c.Panel_Mailbox_NeedsReconnect';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import connectGoogle from '@salesforce/label/c.Settings_Connection_ConnectGoogle';
import connectMicrosoft from '@salesforce/label/c.Settings_Connection_ConnectMicrosoft';
import empty from '@salesforce/label/c.Settings_Connection_Empty';
import intro from '@salesforce/label/c.Settings_Connection_Intro';
import title from '@salesforce/label/c.Settings_Connection_Title';
import waiting from '@salesforce/label/c.Settings_Connection_Waiting';

import { formatLabel, formatPlural } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { PROVIDERS, whyOf } from 'c/mailboxWords';
import { callServer } from 'c/serverApi';
import type { EmailConnection, EmailConnectionList } from 'service';
import { abilitiesOf, lastSignOf } from './abilities';

/** The caller's mailboxes: what each can do for them, and how to connect, reconnect and disconnect. */
export default class MsiEmailConnection extends LightningElement {
    labels = { connectGoogle, connectMicrosoft, disconnect, empty, intro, reconnect, title };
    connections: EmailConnection[] | undefined;
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    error: unknown;
    busyId: string | undefined;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.connections && !this.loadError;
    }

    get isEmpty() {
        return this.connections?.length === 0;
    }

    get items() {
        return (this.connections ?? []).map((connection) => {
            const { id, provider, state, waitingEmails, missingCapabilities } = connection;
            const isConnected = state === 'connected';
            return {
                ...connection,
                heading: formatLabel(isConnected ? connected : needsReconnect, PROVIDERS[provider]),
                badge: isConnected ? 'slds-theme_success' : 'slds-theme_warning',
                icon: isConnected ? 'utility:check' : 'utility:warning',
                why: whyOf(connection),
                abilities: abilitiesOf(connection),
                canReconnect: !isConnected || missingCapabilities.length > 0,
                path: `/email-connections/${provider}`,
                lastSign: lastSignOf(connection),
                waiting: waitingEmails > 0 ? formatPlural(waiting, waitingEmails) : undefined,
                isBusy: id === this.busyId
            };
        });
    }

    async load() {
        try {
            const { emailConnections } = await callServer<EmailConnectionList>('GET', '/email-connections');
            this.connections = emailConnections.filter(({ state }) => state !== 'disconnected');
            this.loadError = undefined;
        } catch (error) {
            if (this.connections) this.error = error;
            else this.loadError = error;
        }
    }

    handleRetry() {
        this.loadError = undefined;
        this.error = undefined;
        void this.load();
    }

    async handleDisconnectClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const connection = this.connections?.find((one) => one.id === id);
        if (!connection) return;
        const { address, waitingEmails } = connection;
        const heading = formatLabel(confirmTitle, address);
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: heading,
            heading,
            consequences: [confirmText, ...(waitingEmails > 0 ? [formatPlural(confirmWaiting, waitingEmails)] : [])],
            confirmLabel: confirmButton
        });
        if (!isConfirmed) return;
        this.busyId = connection.id;
        this.error = undefined;
        try {
            await callServer('DELETE', `/email-connections/${connection.id}`);
            this.dispatchEvent(new ShowToastEvent({ title: formatLabel(disconnected, address), variant: 'success' }));
            await this.load();
        } catch (error) {
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }
}
