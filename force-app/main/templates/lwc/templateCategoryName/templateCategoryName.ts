import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import create from '@salesforce/label/c.Templates_Category_Create';
import nameLabel from '@salesforce/label/c.Templates_Category_Name';
import needsName from '@salesforce/label/c.Settings_Teams_NeedsName';
import newCategory from '@salesforce/label/c.Templates_Category_New';
import renameTitle from '@salesforce/label/c.Settings_Teams_RenameTitle';
import save from '@salesforce/label/c.Settings_Save';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import { WindowFocus } from 'c/windowFocus';
import type { TemplateCategory } from 'service';

interface Field extends HTMLElement {
    checkValidity(): boolean;
    reportValidity(): boolean;
}

/** Asks for the name of a new category, or of the one given, and saves it. Closes with the category. */
export default class TemplateCategoryName extends LightningModal {
    @api category: Pick<TemplateCategory, 'id' | 'name'> | undefined;

    labels = { cancel, name: nameLabel, needsName };
    name = '';
    focusGuide = new WindowFocus();
    isSaving = false;
    error: unknown;

    connectedCallback() {
        this.name = this.category?.name ?? '';
        this.focusGuide.give('lightning-input');
    }

    renderedCallback() {
        this.focusGuide.noteDrawn(this.template);
    }

    get heading() {
        return this.category ? formatLabel(renameTitle, this.category.name) : newCategory;
    }

    get saveLabel() {
        return this.category ? save : create;
    }

    /** What is right again says so at once: a message that goes when the field is left moves the button under the pointer. */
    handleChange(event: CustomEvent<{ value: string }>) {
        this.name = event.detail.value;
        const field = event.target as Field;
        if (field.checkValidity()) field.reportValidity();
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key === 'Enter') void this.handleSaveClick();
    }

    handleCancelClick() {
        this.close();
    }

    async handleSaveClick() {
        const field = this.template?.querySelector<Field>('lightning-input');
        if (this.isSaving || !field) return;
        // Blanks alone fill the field and are no name
        this.name = this.name.trim();
        await Promise.resolve();
        if (!field.reportValidity() || !this.name) {
            field.focus();
            return;
        }
        await this.save({ name: this.name });
    }

    async save(body: { name: string }) {
        this.isSaving = true;
        this.disableClose = true;
        this.error = undefined;
        try {
            const { category } = this;
            const saved = await (category
                ? callServer<TemplateCategory>('PUT', `/template-categories/${category.id}`, body)
                : callServer<TemplateCategory>('POST', '/template-categories', body));
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
