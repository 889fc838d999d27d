import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import category from '@salesforce/label/c.TemplatePicker_Category';
import heading from '@salesforce/label/c.Templates_Restore_Title';
import restore from '@salesforce/label/c.Templates_Restore';
import text from '@salesforce/label/c.Templates_Restore_Text';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { TemplateCategories, TemplateRow } from 'service';

/** Asks for the category in which an archived template is used again, and restores it there (TP-6). Closes with the template. */
export default class TemplateCategoryChoice extends LightningModal {
    @api row!: TemplateRow;
    @api directory!: TemplateCategories;

    labels = { cancel, category, restore, text };
    categoryId: string | undefined;
    isSaving = false;
    error: unknown;
    focusGuide = new WindowFocus();

    connectedCallback() {
        const ids = this.directory.categories.map(({ id }) => id);
        this.categoryId = ids.find((id) => id === this.row.categoryId) ?? ids[0];
        this.focusGuide.give('lightning-select');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get heading() {
        return formatLabel(heading, this.row.name);
    }

    get options() {
        return this.directory.categories.map(({ id, name }) => ({ value: id, label: name }));
    }

    get cannotSave() {
        return this.isSaving || !this.categoryId;
    }

    handleChange(event: CustomEvent<{ value: string }>) {
        this.categoryId = event.detail.value;
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        this.isSaving = true;
        this.disableClose = true;
        this.error = undefined;
        try {
            const { row, categoryId } = this;
            const saved = await callServer<TemplateRow>('POST', `/templates/${row.id}/restore`, { categoryId });
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
