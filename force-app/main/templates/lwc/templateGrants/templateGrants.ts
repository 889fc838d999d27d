import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import everyoneText from '@salesforce/label/c.Templates_Grants_EveryoneText';
import noTeams from '@salesforce/label/c.Templates_Grants_NoTeams';
import save from '@salesforce/label/c.Settings_Save';
import text from '@salesforce/label/c.Templates_Grants_Text';
import title from '@salesforce/label/c.Templates_Sharing_Change';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { Audience } from 'c/templateTeams';
import { WindowFocus } from 'c/windowFocus';
import type { TemplateCategories, TemplateCategory, TemplateCategoryGrants } from 'service';

/** Who may share templates into a category besides admins (TP-3). Closes with the category. */
export default class TemplateGrants extends LightningModal {
    @api category!: TemplateCategory;
    @api teams!: TemplateCategories['teams'];

    labels = { cancel, everyoneText, noTeams, save, text };
    audience: Audience = { everyone: false, teamIds: [] };
    isSaving = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        const { everyone, teams } = this.category.grants;
        this.audience = { everyone, teamIds: teams.map(({ id }) => id) };
        this.focusGuide.give('c-template-teams');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get heading() {
        return formatLabel(title, this.category.name);
    }

    handleAudience(event: CustomEvent<Audience>) {
        this.audience = event.detail;
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        this.isSaving = true;
        this.disableClose = true;
        this.error = undefined;
        const { everyone, teamIds } = this.audience;
        const body: TemplateCategoryGrants = { everyone, teamIds: everyone ? [] : teamIds };
        try {
            const saved = await callServer<TemplateCategory>('PUT', `/template-categories/${this.category.id}/grants`, body);
            this.disableClose = false;
            this.close(saved);
        } catch (error) {
            this.error = error;
        } finally {
            this.disableClose = false;
            this.isSaving = false;
        }
    }
}
