import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import clientId from '@salesforce/label/c.Settings_Clients_ClientId';
import clientSecret from '@salesforce/label/c.Settings_Clients_ClientSecret';
import copied from '@salesforce/label/c.Settings_Clients_Copied';
import copy from '@salesforce/label/c.Settings_Clients_Copy';
import edit from '@salesforce/label/c.Settings_Clients_Edit';
import mailboxes from '@salesforce/label/c.Settings_Clients_Mailboxes';
import needsClientId from '@salesforce/label/c.Settings_Clients_NeedsClientId';
import needsSecret from '@salesforce/label/c.Settings_Clients_NeedsSecret';
import ours from '@salesforce/label/c.Settings_Clients_Ours';
import redirect from '@salesforce/label/c.Settings_Clients_Redirect';
import remove from '@salesforce/label/c.Settings_Clients_Remove';
import removed from '@salesforce/label/c.Settings_Clients_Removed';
import removeReconnect from '@salesforce/label/c.Settings_Clients_RemoveReconnect';
import removeText from '@salesforce/label/c.Settings_Clients_RemoveText';
import removeTitle from '@salesforce/label/c.Settings_Clients_RemoveTitle';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Settings_Clients_Saved';
import tenantId from '@salesforce/label/c.Settings_Clients_TenantId';
import tenantWrong from '@salesforce/label/c.Settings_Clients_TenantWrong';
import useOwn from '@salesforce/label/c.Settings_Clients_UseOwn';
import willReconnect from '@salesforce/label/c.Settings_Clients_WillReconnect';
import yours from '@salesforce/label/c.Settings_Clients_Yours';
import cancel from '@salesforce/label/c.Shared_Cancel';

import { formatLabel, formatPlural } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { forgetWords, keepWords, keptWords } from 'c/msiUnsavedWords';
import { callServer } from 'c/serverApi';
import type { OAuthClient, OAuthClientChange } from 'service';

const PROVIDERS = { google, microsoft };
const TENANT_ID = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

interface Field extends HTMLElement {
    name: 'clientId' | 'clientSecret' | 'tenantId';
    checkValidity(): boolean;
    reportValidity(): boolean;
}

/** The OAuth client of one vendor. Fires `changed` after it was changed, and `unsaved` with whether the form has something to save. */
export default class MsiOauthClient extends LightningElement {
    @api client!: OAuthClient;

    labels = { cancel, clientId, clientSecret, copy, needsClientId, needsSecret, redirect, remove, save, tenantId, tenantWrong };
    tenantPattern = TENANT_ID;
    isEditing = false;
    values = { clientId: '', clientSecret: '', tenantId: '' };
    isBusy = false;
    error: unknown;

    connectedCallback() {
        const kept = keptWords<Pick<OAuthClientChange, 'clientId'> & { tenantId: string }>(this.words);
        if (!kept) return;
        this.values = { ...kept, clientSecret: '' };
        this.isEditing = true;
        this.tellUnsaved(true);
    }

    /** Under which name unsaved words are kept: a part of the page with the permissions. */
    get words() {
        return `permissions.${this.client.provider}`;
    }

    get name() {
        return PROVIDERS[this.client.provider];
    }

    get isOwn() {
        return this.client.ownedBy === 'org';
    }

    get ownerText() {
        return this.isOwn ? formatLabel(yours, this.client.clientId) : ours;
    }

    get mailboxesText() {
        return formatPlural(mailboxes, this.client.mailboxes);
    }

    get editLabel() {
        return this.isOwn ? edit : useOwn;
    }

    get hasTenant() {
        return this.client.provider === 'microsoft';
    }

    /** A grant belongs to its client, so another client means another consent. */
    get reconnectText() {
        const { mailboxes: count, clientId: before } = this.client;
        return count > 0 && this.values.clientId.trim() !== before ? formatPlural(willReconnect, count) : undefined;
    }

    get uris() {
        return this.client.redirectUris.map((uri) => ({ uri, copyLabel: formatLabel(copy, uri) }));
    }

    handleEditClick() {
        const { clientId: id, tenantId: tenant } = this.client;
        this.values = { clientId: this.isOwn ? id : '', clientSecret: '', tenantId: tenant ?? '' };
        this.isEditing = true;
        this.tellUnsaved(true);
    }

    handleCancelClick() {
        this.isEditing = false;
        this.error = undefined;
        this.tellUnsaved(false);
    }

    /** What is right again says so at once: a message that goes when the field is left moves the button under the pointer. */
    handleChange(event: CustomEvent<{ value: string }>) {
        const field = event.target as Field;
        this.values = { ...this.values, [field.name]: event.detail.value };
        if (field.checkValidity()) field.reportValidity();
        this.keep();
    }

    async handleCopyClick(event: Event) {
        const { uri = '' } = (event.currentTarget as HTMLElement).dataset;
        await navigator.clipboard.writeText(uri);
        this.toast(copied);
    }

    async handleSaveClick() {
        const fields = [...(this.template?.querySelectorAll<Field>('lightning-input') ?? [])];
        const [wrong] = fields.filter((field) => !field.reportValidity());
        wrong?.focus();
        if (wrong || this.isBusy) return;
        const { clientId: id, clientSecret: secret, tenantId: tenant } = this.values;
        const body: OAuthClientChange = { clientId: id.trim(), clientSecret: secret.trim(), tenantId: tenant.trim() || null };
        await this.change(() => callServer('PUT', `/oauth-clients/${this.client.provider}`, body), saved);
    }

    async handleRemoveClick() {
        const heading = formatLabel(removeTitle, this.name);
        const { mailboxes: count } = this.client;
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: heading,
            heading,
            consequences: [removeText, ...(count > 0 ? [formatPlural(removeReconnect, count)] : [])],
            confirmLabel: remove
        });
        if (isConfirmed) await this.change(() => callServer('DELETE', `/oauth-clients/${this.client.provider}`), removed);
    }

    async change(call: () => Promise<unknown>, toast: string) {
        this.isBusy = true;
        this.error = undefined;
        try {
            await call();
            this.isEditing = false;
            this.tellUnsaved(false);
            this.toast(toast);
            this.dispatchEvent(new CustomEvent('changed'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    /** A secret is never kept: whoever comes back types it again. */
    keep() {
        const { clientId: id, tenantId: tenant } = this.values;
        keepWords(this.words, { clientId: id, tenantId: tenant });
    }

    tellUnsaved(isUnsaved: boolean) {
        if (isUnsaved) this.keep();
        else forgetWords(this.words);
        this.dispatchEvent(new CustomEvent('unsaved', { detail: isUnsaved }));
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
