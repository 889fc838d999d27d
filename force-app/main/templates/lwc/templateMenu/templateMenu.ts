import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import archive from '@salesforce/label/c.Templates_Menu_Archive';
import archived from '@salesforce/label/c.Templates_Menu_Archived';
import copied from '@salesforce/label/c.Templates_Menu_Copied';
import copy from '@salesforce/label/c.Templates_Menu_Copy';
import deleted from '@salesforce/label/c.Templates_Menu_Deleted';
import deleteItem from '@salesforce/label/c.Settings_Teams_DeleteItem';
import edit from '@salesforce/label/c.Templates_Menu_Edit';
import menu from '@salesforce/label/c.Users_Row_Menu';
import restore from '@salesforce/label/c.Templates_Menu_Restore';
import restoreTitle from '@salesforce/label/c.Templates_Restore_Title';
import restored from '@salesforce/label/c.Templates_Menu_Restored';
import share from '@salesforce/label/c.Templates_Menu_Share';
import shared from '@salesforce/label/c.Templates_Menu_Shared';
import saveFirst from '@salesforce/label/c.Templates_Menu_SaveFirst';
import shareTitle from '@salesforce/label/c.Templates_Share_Title';
import show from '@salesforce/label/c.Templates_Menu_Show';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import { callServer } from 'c/serverApi';
import TemplateCategoryChoice from 'c/templateCategoryChoice';
import TemplateShare from 'c/templateShare';
import type { Template, TemplateCategories, TemplateRow } from 'service';
import { deleteQuestion } from './deleteQuestion';

/** What has come of an item of the menu. */
export interface TemplateDone {
    what: 'shared' | 'copied' | 'archived' | 'restored' | 'deleted';
    /** Its id; of a copy, that of the copy. */
    id: string;
}

/** What stands around the menu may call. */
export interface TemplateMenuElement extends HTMLElement {
    focus(): void;
    choose(value: string): Promise<void>;
}

/**
 * What can be done with a template, and doing it. Fires `edit`, `done` with a TemplateDone, and `problem` with what the service refused.
 */
export default class TemplateMenu extends LightningElement {
    @api row!: TemplateRow;
    @api directory!: TemplateCategories;
    /** True in the editor, which has the template open already. */
    @api isOpen = false;
    /** There are words to save first. */
    @api isBlocked = false;

    labels = { archive, copy, deleteItem, edit, restore, share, show };
    isBusy = false;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
    }

    get menuText() {
        return this.isBlocked ? saveFirst : formatLabel(menu, this.row.name);
    }

    get isDisabled() {
        return this.isBusy || this.isBlocked;
    }

    get canEdit() {
        return this.row.canEdit && !this.isOpen && !this.row.isArchived;
    }

    get canShow() {
        return !this.isOpen && !this.canEdit;
    }

    /** Who may edit may share; an archived template is used by nobody. */
    get canShare() {
        return this.row.canEdit && !this.row.isArchived;
    }

    get canCopy() {
        return !this.row.isArchived;
    }

    get canRestore() {
        return this.row.isArchived && this.row.canEdit;
    }

    get canDelete() {
        return this.row.canEdit;
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        void this.choose(event.detail.value);
    }

    /** As if this item was chosen. */
    @api
    async choose(value: string) {
        if (value === 'edit') this.dispatchEvent(new CustomEvent('edit'));
        else if (value === 'share') await this.share();
        else if (value === 'copy') await this.copy();
        else if (value === 'archive') await this.archive();
        else if (value === 'restore') await this.restore();
        else await this.remove();
    }

    async share() {
        const { row, directory } = this;
        const saved = await TemplateShare.open<TemplateRow>({ size: 'small', label: formatLabel(shareTitle, row.name), row, directory });
        if (saved) this.tell('shared', saved.id, formatLabel(shared, saved.name));
    }

    async copy() {
        await this.run(async () => {
            const made = await callServer<Template>('POST', `/templates/${this.row.id}/clone`);
            this.tell('copied', made.id, formatLabel(copied, this.row.name));
        });
    }

    async archive() {
        await this.run(async () => {
            await callServer('POST', `/templates/${this.row.id}/archive`);
            this.tell('archived', this.row.id, formatLabel(archived, this.row.name));
        });
    }

    async restore() {
        const { row, directory } = this;
        const saved = await TemplateCategoryChoice.open<TemplateRow>({
            size: 'small',
            label: formatLabel(restoreTitle, row.name),
            row,
            directory
        });
        if (saved) this.tell('restored', saved.id, formatLabel(restored, saved.name));
    }

    async remove() {
        const { row } = this;
        if (!(await MsiConfirm.open<boolean>(deleteQuestion(row)))) return;
        await this.run(async () => {
            await callServer('DELETE', `/templates/${row.id}`);
            this.tell('deleted', row.id, formatLabel(deleted, row.name));
        });
    }

    async run(work: () => Promise<void>) {
        this.isBusy = true;
        try {
            await work();
        } catch (error) {
            this.dispatchEvent(new CustomEvent('problem', { detail: error }));
        } finally {
            this.isBusy = false;
        }
    }

    tell(what: TemplateDone['what'], id: string, title: string) {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
        this.dispatchEvent(new CustomEvent<TemplateDone>('done', { detail: { what, id } }));
    }
}
