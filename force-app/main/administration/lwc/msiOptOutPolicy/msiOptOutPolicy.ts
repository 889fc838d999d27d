import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import allow from '@salesforce/label/c.Settings_OptOut_Allow';
import allowText from '@salesforce/label/c.Settings_OptOut_AllowText';
import decided from '@salesforce/label/c.Settings_OptOut_Decided';
import intro from '@salesforce/label/c.Settings_OptOut_Intro';
import legend from '@salesforce/label/c.Settings_OptOut_Legend';
import refuse from '@salesforce/label/c.Settings_OptOut_Refuse';
import refuseText from '@salesforce/label/c.Settings_OptOut_RefuseText';
import saved from '@salesforce/label/c.Settings_OptOut_Saved';
import title from '@salesforce/label/c.Settings_OptOut_Title';
import undecided from '@salesforce/label/c.Settings_OptOut_Undecided';
import save from '@salesforce/label/c.Settings_Save';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { OptOutPolicy, OptOutPolicyPage } from 'service';

const CHOICES = [
    { value: 'refuse', label: refuse, text: refuseText },
    { value: 'allow', label: allow, text: allowText }
] as const;

/**
 * What happens to emails to people of whom nobody can see whether they opted out. Fires `unsaved` with whether there is a change to save.
 */
export default class MsiOptOutPolicy extends LightningElement {
    labels = { intro, legend, save, title };
    page: OptOutPolicyPage | undefined;
    chosen: OptOutPolicy['whenUnknown'] | undefined;
    loadError: unknown;
    saveError: unknown;
    isSaving = false;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.page && !this.loadError;
    }

    get choices() {
        return CHOICES.map((choice) => ({ ...choice, isChosen: choice.value === this.chosen }));
    }

    get statusText() {
        return this.page?.updatedAt ? formatLabel(decided, this.page.updatedBy) : undecided;
    }

    get isChanged() {
        return this.chosen !== this.page?.whenUnknown;
    }

    /** Who keeps what holds anyway decides it all the same. */
    get cannotSave() {
        return this.isSaving || (!this.isChanged && Boolean(this.page?.updatedAt));
    }

    async load() {
        this.loadError = undefined;
        try {
            this.show(await callServer<OptOutPolicyPage>('GET', '/opt-out-policy'));
        } catch (error) {
            this.loadError = error;
        }
    }

    show(page: OptOutPolicyPage) {
        this.page = page;
        this.chosen = page.whenUnknown;
    }

    handleChange(event: Event) {
        this.chosen = (event.target as HTMLInputElement).value as OptOutPolicy['whenUnknown'];
        this.tellUnsaved();
    }

    async handleSaveClick() {
        if (this.cannotSave) return;
        this.isSaving = true;
        this.saveError = undefined;
        try {
            this.show(await callServer<OptOutPolicyPage>('PUT', '/opt-out-policy', { whenUnknown: this.chosen }));
            this.tellUnsaved();
            this.dispatchEvent(new ShowToastEvent({ title: saved, variant: 'success' }));
        } catch (error) {
            this.saveError = error;
        } finally {
            this.isSaving = false;
        }
    }

    tellUnsaved() {
        this.dispatchEvent(new CustomEvent('unsaved', { detail: this.isChanged }));
    }
}
