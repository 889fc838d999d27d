import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import changeText from '@salesforce/label/c.Settings_Permissions_ChangeText';
import intro from '@salesforce/label/c.Settings_Permissions_Intro';
import save from '@salesforce/label/c.Settings_Save';
import saved from '@salesforce/label/c.Settings_Permissions_Saved';
import title from '@salesforce/label/c.Settings_Permissions_Title';

import { callServer } from 'c/serverApi';
import type { MailboxPolicy, MailboxTier } from 'service';
import { TIERS } from './tiers';

const VENDORS = [
    { provider: 'google', name: google },
    { provider: 'microsoft', name: microsoft }
] as const;

/** How much of a mailbox the product may see, and with whose OAuth client it asks. Fires `unsaved` with whether there are changes to save. */
export default class MsiMailboxPermissions extends LightningElement {
    labels = { changeText, intro, save, title };
    policy: MailboxPolicy | undefined;
    chosen: MailboxPolicy | undefined;
    loadError: unknown;
    saveError: unknown;
    isSaving = false;
    /** Names of the other parts of the page that have something to save. */
    unsavedParts = new Set<string>();

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.policy && !this.loadError;
    }

    get vendors() {
        return VENDORS.map(({ provider, name }) => ({
            provider,
            name,
            tiers: TIERS[provider].map((tier) => ({
                ...tier,
                id: `${provider}-${tier.tier}`,
                isChosen: this.chosen?.[provider] === tier.tier
            }))
        }));
    }

    get isChanged() {
        return VENDORS.some(({ provider }) => this.policy?.[provider] !== this.chosen?.[provider]);
    }

    get cannotSave() {
        return !this.isChanged || this.isSaving;
    }

    async load() {
        this.loadError = undefined;
        try {
            this.show(await callServer<MailboxPolicy>('GET', '/mailbox-policy'));
        } catch (error) {
            this.loadError = error;
        }
    }

    show(policy: MailboxPolicy) {
        this.policy = policy;
        this.chosen = policy;
    }

    handleTierChange(event: Event) {
        const { name, value } = event.target as HTMLInputElement;
        if (this.chosen) this.chosen = { ...this.chosen, [name]: value as MailboxTier };
        this.tellUnsaved();
    }

    handlePartUnsaved(event: CustomEvent<boolean>) {
        const part = (event.currentTarget as HTMLElement).dataset['part'] ?? '';
        if (event.detail) this.unsavedParts.add(part);
        else this.unsavedParts.delete(part);
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (this.cannotSave || !this.chosen) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.show(await callServer<MailboxPolicy>('PUT', '/mailbox-policy', this.chosen));
            this.tellUnsaved();
            this.dispatchEvent(new ShowToastEvent({ title: saved, variant: 'success' }));
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }

    tellUnsaved() {
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.isChanged || this.unsavedParts.size > 0 }));
    }
}
