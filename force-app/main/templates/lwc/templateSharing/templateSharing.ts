import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import back from '@salesforce/label/c.Templates_Editor_Back';
import change from '@salesforce/label/c.Templates_Sharing_Change';
import everybodyToast from '@salesforce/label/c.Templates_Sharing_Free';
import everyone from '@salesforce/label/c.Settings_Teams_Everyone';
import freeText from '@salesforce/label/c.Templates_Sharing_FreeText';
import onlyAdmins from '@salesforce/label/c.Templates_Sharing_OnlyAdmins';
import restricted from '@salesforce/label/c.Templates_Sharing_Restricted';
import restrictedToast from '@salesforce/label/c.Templates_Sharing_RestrictedNow';
import restrictedText from '@salesforce/label/c.Templates_Sharing_Text';
import saved from '@salesforce/label/c.Templates_Sharing_Saved';
import title from '@salesforce/label/c.Templates_Sharing_Open';

import { formatLabel, formatList } from 'c/labels';
import { callServer } from 'c/serverApi';
import TemplateGrants from 'c/templateGrants';
import type { TemplateCategories, TemplateCategory, TemplateSharingPolicy } from 'service';

/** Who may share templates, and into which categories (TP-3). For admins. Fires `back`, and `directorychange` after a change. */
export default class TemplateSharing extends LightningElement {
    @api directory!: TemplateCategories;

    labels = { back, restricted, title };
    isSaving = false;
    error: unknown;
    isDrawn = false;

    renderedCallback() {
        if (this.isDrawn) return;
        this.isDrawn = true;
        // What was pressed to come here is out of sight, and browsers notice that late
        this.template?.querySelector<HTMLElement>('.heading')?.focus();
    }

    get text() {
        return this.directory.restrictsSharing ? restrictedText : freeText;
    }

    get rows() {
        return this.directory.categories.map(({ id, name, grants }) => ({
            id,
            name,
            who: whoOf(grants),
            changeText: formatLabel(change, name)
        }));
    }

    handleBackClick() {
        this.dispatchEvent(new CustomEvent('back'));
    }

    async handleRestrictedChange(event: CustomEvent<{ checked: boolean }>) {
        const body: TemplateSharingPolicy = { restrictsSharing: event.detail.checked };
        const box = event.target as HTMLInputElement;
        this.isSaving = true;
        this.error = undefined;
        try {
            await callServer('PUT', '/template-sharing', body);
            this.tellChange(body.restrictsSharing ? restrictedToast : everybodyToast);
        } catch (error) {
            this.error = error;
            // The box shows what is so
            box.checked = this.directory.restrictsSharing;
        } finally {
            this.isSaving = false;
        }
    }

    async handleChangeClick(event: Event & { currentTarget: HTMLElement }) {
        const category = this.directory.categories.find(({ id }) => id === event.currentTarget.dataset['id']);
        if (!category) return;
        const { teams } = this.directory;
        const label = formatLabel(change, category.name);
        const changed = await TemplateGrants.open<TemplateCategory>({ size: 'small', label, category, teams });
        if (changed) this.tellChange(formatLabel(saved, changed.name));
    }

    tellChange(toast: string) {
        this.dispatchEvent(new ShowToastEvent({ title: toast, variant: 'success' }));
        this.dispatchEvent(new CustomEvent('directorychange'));
    }
}

function whoOf({ everyone: isEveryone, teams }: TemplateCategory['grants']): string {
    if (isEveryone) return everyone;
    return teams.length > 0 ? formatList(teams.map(({ name }) => name)) : onlyAdmins;
}
