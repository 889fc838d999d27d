import { LightningElement, api } from 'lwc';

import checkApi from '@salesforce/label/c.Users_CheckApi';
import download from '@salesforce/label/c.Users_Download';
import invite from '@salesforce/label/c.Users_Invite';
import inviteCsv from '@salesforce/label/c.Users_InviteCsv';
import more from '@salesforce/label/c.Users_More';
import resendAll from '@salesforce/label/c.Users_ResendAll';

import MsiInvite, { type InvitedPeople } from 'c/msiInvite';
import MsiInviteCsv from 'c/msiInviteCsv';
import MsiResendAll from 'c/msiResendAll';
import { callServer } from 'c/serverApi';

import type { ApiAccessCheck, User } from 'service';

/**
 * What an admin does with all users at once. Fires `listchange` when the list may have changed, `checkasked` with the time when Salesforce
 * is being asked, and `problem` with what failed.
 */
export default class MsiUserTools extends LightningElement {
    @api users: User[] = [];

    labels = { checkApi, download, invite, inviteCsv, more, resendAll };
    fileUrl: string | undefined;

    disconnectedCallback() {
        this.forgetFile();
    }

    get waiting() {
        return this.users.filter(({ state }) => state === 'invited');
    }

    get hasNobodyWaiting() {
        return this.waiting.length === 0;
    }

    async handleInviteClick() {
        await this.invite();
    }

    async handleMoreSelect(event: CustomEvent<{ value: string }>) {
        switch (event.detail.value) {
            case 'csv':
                return this.inviteCsv();
            case 'resend':
                return this.resendAll();
            case 'check':
                return this.attempt(() => this.checkApi());
            default:
                return this.attempt(() => this.download());
        }
    }

    async invite(people?: InvitedPeople) {
        await MsiInvite.open({ size: 'small', label: invite, ...(people && { people }) });
        // The dialog may have been left by its X after invitations went out
        this.dispatchEvent(new CustomEvent('listchange'));
    }

    async inviteCsv() {
        const people = await MsiInviteCsv.open<InvitedPeople>({ size: 'medium', label: inviteCsv });
        if (people) await this.invite(people);
    }

    async resendAll() {
        await MsiResendAll.open({ size: 'small', label: resendAll, waiting: this.waiting });
        this.dispatchEvent(new CustomEvent('listchange'));
    }

    async checkApi() {
        const { askedAt } = await callServer<ApiAccessCheck>('POST', '/users/api-access-checks');
        this.dispatchEvent(new CustomEvent('checkasked', { detail: askedAt }));
    }

    async download() {
        const csv = await callServer<string>('GET', '/users/csv', undefined, { as: 'text' });
        this.forgetFile();
        this.fileUrl = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
        Object.assign(document.createElement('a'), { href: this.fileUrl, download: 'users.csv' }).click();
    }

    /** The browser may still be reading it when the click returns, so it goes with the next one or with the page. */
    forgetFile() {
        if (this.fileUrl) URL.revokeObjectURL(this.fileUrl);
        this.fileUrl = undefined;
    }

    async attempt(step: () => Promise<void>) {
        try {
            await step();
        } catch (error) {
            this.dispatchEvent(new CustomEvent('problem', { detail: error }));
        }
    }
}
