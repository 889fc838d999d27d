import { LightningElement, api } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import hasAdminPermission from '@salesforce/customPermission/Administer_Sales_Actions';

import deleted from '@salesforce/label/c.Content_Deleted';
import deleteItem from '@salesforce/label/c.Settings_Teams_DeleteItem';
import menu from '@salesforce/label/c.Users_Row_Menu';
import openItem from '@salesforce/label/c.Content_Menu_Open';
import rename from '@salesforce/label/c.Settings_Teams_Rename';
import renameName from '@salesforce/label/c.Content_RenameName';
import renameSave from '@salesforce/label/c.Content_RenameSave';
import renameTitle from '@salesforce/label/c.Content_RenameTitle';
import share from '@salesforce/label/c.Content_Menu_Share';
import sharedNow from '@salesforce/label/c.Content_SharedNow';
import stopSharing from '@salesforce/label/c.Content_Menu_Unshare';
import unsharedNow from '@salesforce/label/c.Content_UnsharedNow';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import NameWindow from 'c/nameWindow';
import { callServer } from 'c/serverApi';
import type { Content } from 'service';
import { deleteQuestion } from './deleteQuestion';

/** As long as the name of a file may be. */
const LONGEST_NAME = 200;

/**
 * What can be done with content, and doing it. Fires `open`, `changed` with the Content, `deleted` with its id, and `problem` with what the
 * service refused.
 */
export default class ContentMenu extends LightningElement {
    @api row!: Content;

    labels = { deleteItem, openItem, rename, share, stopSharing };
    isBusy = false;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
    }

    get menuText() {
        return formatLabel(menu, this.row.name);
    }

    get canShare() {
        return this.row.isMine && !this.row.isShared;
    }

    get canUnshare() {
        return this.row.isMine && this.row.isShared;
    }

    get canDelete() {
        return this.row.isMine || (this.row.isShared && Boolean(hasAdminPermission));
    }

    async handleSelect({ detail: { value } }: CustomEvent<{ value: string }>) {
        if (value === 'open') this.dispatchEvent(new CustomEvent('open'));
        else if (value === 'rename') await this.rename();
        else if (value === 'delete') await this.remove();
        else await this.share(value === 'share');
    }

    async rename() {
        const { id, name } = this.row;
        const heading = formatLabel(renameTitle, name);
        const saved = await NameWindow.open<Content>({
            size: 'small',
            label: heading,
            heading,
            nameLabel: renameName,
            saveLabel: renameSave,
            name,
            longest: LONGEST_NAME,
            save: (written: string) => callServer<Content>('PATCH', `/content/${id}`, { name: written })
        });
        if (saved) this.tell('changed', saved);
    }

    async share(isShared: boolean) {
        await this.run(async () => {
            const saved = await callServer<Content>('PATCH', `/content/${this.row.id}`, { isShared });
            this.toast(formatLabel(isShared ? sharedNow : unsharedNow, saved.name));
            this.tell('changed', saved);
        });
    }

    async remove() {
        const { row } = this;
        if (!(await MsiConfirm.open<boolean>(deleteQuestion(row)))) return;
        await this.run(async () => {
            await callServer('DELETE', `/content/${row.id}`);
            this.toast(formatLabel(deleted, row.name));
            this.tell('deleted', row.id);
        });
    }

    async run(work: () => Promise<void>) {
        this.isBusy = true;
        try {
            await work();
        } catch (error) {
            this.tell('problem', error);
        } finally {
            this.isBusy = false;
        }
    }

    toast(title: string) {
        this.dispatchEvent(new ShowToastEvent({ title, variant: 'success' }));
    }

    tell(name: 'changed' | 'deleted' | 'problem', detail: unknown) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}
