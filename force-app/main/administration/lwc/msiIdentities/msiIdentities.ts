import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import signatureSaved from '@salesforce/label/c.Panel_Signature_Saved';
import signatureTitle from '@salesforce/label/c.Panel_Signature_Title';
import add from '@salesforce/label/c.Settings_Identities_Add';
import added from '@salesforce/label/c.Settings_Identities_Added';
import empty from '@salesforce/label/c.Settings_Identities_Empty';
import full from '@salesforce/label/c.Settings_Identities_Full';
import importButton from '@salesforce/label/c.Settings_Identities_Import';
import imported from '@salesforce/label/c.Settings_Identities_Imported';
import importText from '@salesforce/label/c.Settings_Identities_ImportText';
import importTitle from '@salesforce/label/c.Settings_Identities_ImportTitle';
import intro from '@salesforce/label/c.Settings_Identities_Intro';
import madeDefault from '@salesforce/label/c.Settings_Identities_MadeDefault';
import nowhereToAdd from '@salesforce/label/c.Settings_Identities_NowhereToAdd';
import removeButton from '@salesforce/label/c.Settings_Identities_RemoveButton';
import removed from '@salesforce/label/c.Settings_Identities_Removed';
import removeText from '@salesforce/label/c.Settings_Identities_RemoveText';
import removeTitle from '@salesforce/label/c.Settings_Identities_RemoveTitle';
import resent from '@salesforce/label/c.Settings_Identities_Resent';
import switched from '@salesforce/label/c.Settings_Identities_Switched';
import title from '@salesforce/label/c.Settings_Identities_Title';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import MsiIdentityAdd from 'c/msiIdentityAdd';
import { callServer } from 'c/serverApi';
import SignatureEditor from 'c/signatureEditor';
import type { Identity, IdentityChange, IdentityList } from 'service';

type Chosen = CustomEvent<{ identity: Identity }>;

/** The addresses that the caller may send as, each with its own signature (ID-1). Fires `changed` after every change. */
export default class MsiIdentities extends LightningElement {
    /** What the page around has read already; without it the list reads it. */
    @api
    get known() {
        return this.list;
    }
    set known(list: IdentityList | undefined) {
        if (list) this.list = list;
    }

    labels = { add, empty, intro, title };
    list: IdentityList | undefined;
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    error: unknown;
    busyId: string | undefined;

    connectedCallback() {
        if (!this.list) void this.load();
    }

    get isLoading() {
        return !this.list && !this.loadError;
    }

    get isEmpty() {
        return this.list?.identities.length === 0;
    }

    get isFull() {
        return this.list && this.list.identities.length >= this.list.limit;
    }

    /** The team's mail server takes any address, and Google vouches for an alias where we may ask; nothing else could carry one (ID-2). */
    get hasChannel() {
        const { teamSmtp = false, canImportSignature = false } = this.list ?? {};
        return teamSmtp || (canImportSignature && !this.isEmpty);
    }

    get canAdd() {
        return this.hasChannel && !this.isFull;
    }

    get limitText() {
        if (this.isFull) return formatLabel(full, this.list?.limit);
        return this.list && !this.hasChannel && !this.isEmpty ? nowhereToAdd : undefined;
    }

    get rows() {
        const { identities = [], teamSmtp = false, canImportSignature = false } = this.list ?? {};
        return identities.map((identity) => ({
            identity,
            teamSmtp,
            canImport: canImportSignature,
            isBusy: identity.id === this.busyId
        }));
    }

    async load() {
        try {
            this.list = await callServer<IdentityList>('GET', '/identities');
            this.loadError = undefined;
        } catch (error) {
            if (this.list) this.error = error;
            else this.loadError = error;
        }
    }

    handleRetry() {
        this.loadError = undefined;
        this.error = undefined;
        void this.load();
    }

    async handleAddClick() {
        const identity = await MsiIdentityAdd.open<Identity>({ size: 'small', label: add });
        if (!identity) return;
        this.toast(formatLabel(added, identity.address));
        await this.load();
    }

    async handleSignature({ detail: { identity } }: Chosen) {
        const saved = await SignatureEditor.open<Identity>({ size: 'small', label: signatureTitle, identity });
        if (!saved) return;
        this.put(saved);
        this.toast(signatureSaved);
    }

    async handleImport({ detail: { identity } }: Chosen) {
        const { id, address, signatureHtml } = identity;
        if (signatureHtml && !(await this.confirm(importTitle, [importText], importButton))) return;
        await this.change(id, formatLabel(imported, address), () => callServer('POST', `/identities/${id}/signature-import`));
    }

    async handleDefault({ detail: { identity } }: Chosen) {
        await this.patch(identity, { isDefault: true }, formatLabel(madeDefault, identity.address));
        // The one before is no longer the default
        await this.load();
    }

    async handleChannel({ detail: { identity } }: Chosen) {
        const channel = identity.channel === 'mailbox' ? 'team_smtp' : 'mailbox';
        await this.patch(identity, { channel }, formatLabel(switched, identity.address));
    }

    async handleVerify({ detail: { identity } }: Chosen) {
        const { id, address } = identity;
        await this.change(id, formatLabel(resent, address), () => callServer('POST', `/identities/${id}/verification`));
    }

    async handleRemove({ detail: { identity } }: Chosen) {
        const { id, address } = identity;
        if (!(await this.confirm(formatLabel(removeTitle, address), [removeText], removeButton))) return;
        await this.change(id, formatLabel(removed, address), () => callServer('DELETE', `/identities/${id}`));
        await this.load();
    }

    async patch({ id }: Identity, change: Partial<IdentityChange>, toast: string) {
        await this.change(id, toast, () => callServer('PATCH', `/identities/${id}`, change));
    }

    /** Changes one identity; what the service answers is the new row. */
    async change(id: string, toast: string, call: () => Promise<Identity | undefined>) {
        this.busyId = id;
        this.error = undefined;
        try {
            const identity = await call();
            if (identity) this.put(identity);
            this.toast(toast);
            this.dispatchEvent(new CustomEvent('changed'));
        } catch (error) {
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }

    put(identity: Identity) {
        if (!this.list) return;
        const identities = this.list.identities.map((one) => (one.id === identity.id ? identity : one));
        this.list = { ...this.list, identities };
    }

    confirm(heading: string, consequences: string[], confirmLabel: string) {
        return MsiConfirm.open<boolean>({ size: 'small', label: heading, heading, consequences, confirmLabel });
    }

    toast(text: string) {
        this.dispatchEvent(new ShowToastEvent({ title: text, variant: 'success' }));
    }
}
