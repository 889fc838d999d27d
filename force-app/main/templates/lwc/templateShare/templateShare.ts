import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import category from '@salesforce/label/c.TemplatePicker_Category';
import everyoneText from '@salesforce/label/c.Templates_Share_EveryoneText';
import noTeams from '@salesforce/label/c.Templates_Share_NoTeams';
import refused from '@salesforce/label/c.Templates_Share_Refused';
import save from '@salesforce/label/c.Settings_Save';
import stop from '@salesforce/label/c.Templates_Share_Stop';
import text from '@salesforce/label/c.Templates_Share_Text';
import title from '@salesforce/label/c.Templates_Share_Title';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { Audience } from 'c/templateTeams';
import { WindowFocus } from 'c/windowFocus';
import type { TemplateCategories, TemplateRow, TemplateSharing as Sharing } from 'service';

/** Who may use a template, and in which category they find it (TP-2, TP-3). Closes with the template. */
export default class TemplateShare extends LightningModal {
    @api row!: TemplateRow;
    @api directory!: TemplateCategories;

    labels = { cancel, category, everyoneText, noTeams, text };
    audience: Audience = { everyone: false, teamIds: [] };
    categoryId: string | undefined;
    isSaving = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        const { sharedWith, categoryId } = this.row;
        this.audience = { everyone: sharedWith.everyone, teamIds: sharedWith.teams.map(({ id }) => id) };
        this.categoryId = categoryId ?? undefined;
        this.focusGuide.give('c-template-teams');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get heading() {
        return formatLabel(title, this.row.name);
    }

    /** Also teams that it was shared with by somebody else: what is not shown would be taken away. */
    get teams() {
        const own = this.directory.teams;
        return [...own, ...this.row.sharedWith.teams.filter(({ id }) => !own.some((team) => team.id === id))];
    }

    get options() {
        return this.directory.categories
            .filter(({ id, mayShareInto }) => mayShareInto || id === this.row.categoryId)
            .map(({ id, name }) => ({ value: id, label: name }));
    }

    get isShared() {
        return this.audience.everyone || this.audience.teamIds.length > 0;
    }

    /** Taking back is always allowed. */
    get refusal() {
        const chosen = this.directory.categories.find(({ id }) => id === this.categoryId);
        if (!this.isShared || !chosen || chosen.mayShareInto) return undefined;
        return formatLabel(refused, chosen.name);
    }

    get saveLabel() {
        const { everyone, teams } = this.row.sharedWith;
        return !this.isShared && (everyone || teams.length > 0) ? stop : save;
    }

    get cannotSave() {
        return this.isSaving || Boolean(this.refusal);
    }

    handleAudience(event: CustomEvent<Audience>) {
        this.audience = event.detail;
    }

    handleCategoryChange(event: CustomEvent<{ value: string }>) {
        this.categoryId = event.detail.value;
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        this.isSaving = true;
        this.disableClose = true;
        this.error = undefined;
        const { audience, categoryId, row } = this;
        const body: Sharing = {
            everyone: audience.everyone,
            // Everyone has every team
            teamIds: audience.everyone ? [] : audience.teamIds,
            ...(categoryId && categoryId !== row.categoryId && { categoryId })
        };
        try {
            const saved = await callServer<TemplateRow>('PUT', `/templates/${row.id}/sharing`, body);
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
