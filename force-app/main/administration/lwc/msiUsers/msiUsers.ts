import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import isAdmin from '@salesforce/customPermission/Administer_Sales_Actions';

import deactivatedToast from '@salesforce/label/c.Users_Toast_Deactivated';
import empty from '@salesforce/label/c.Users_Empty';
import invite from '@salesforce/label/c.Users_Invite';
import noMatch from '@salesforce/label/c.Users_NoMatch';
import notAdminText from '@salesforce/label/c.Users_NotAdmin_Text';
import notAdminTitle from '@salesforce/label/c.Users_NotAdmin_Title';
import reactivatedToast from '@salesforce/label/c.Users_Toast_Reactivated';
import resentToast from '@salesforce/label/c.Users_Toast_Resent';
import search from '@salesforce/label/c.Users_Search';
import title from '@salesforce/label/c.Users_Title';

import { formatLabel } from 'c/labels';
import MsiDeactivate from 'c/msiDeactivate';
import MsiInvite from 'c/msiInvite';
import { callServer, ServerProblem } from 'c/serverApi';

import type { User, UserList } from 'service';

/** The vendors answer within seconds. */
const LOOK_AGAIN_MS = 2_000;

/** The Users page: who may use the sales actions, and how far they are (AD-1, AD-2). */
export default class MsiUsers extends LightningElement {
    labels = { empty, invite, notAdminText, notAdminTitle, search, title };

    users: User[] | undefined;
    searchText = '';
    busyUserId: string | undefined;
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    actionError: unknown;
    isRefused = !isAdmin;
    timer: ReturnType<typeof setTimeout> | undefined;

    override connectedCallback() {
        if (!this.isRefused) this.load();
    }

    override disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get isLoading() {
        return !this.users && !this.loadError;
    }

    get isEmpty() {
        return this.users?.length === 0;
    }

    get showSearch() {
        return Boolean(this.users?.length);
    }

    get noMatchText() {
        return this.showSearch && this.rows.length === 0 ? formatLabel(noMatch, this.searchText) : undefined;
    }

    get rows() {
        const wanted = this.searchText.trim().toLowerCase();
        return (this.users ?? [])
            .filter(({ name, email }) => `${name ?? ''} ${email}`.toLowerCase().includes(wanted))
            .map((user) => ({ user, isBusy: user.id === this.busyUserId }));
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        this.searchText = event.detail.value;
    }

    handleRetry() {
        this.loadError = undefined;
        this.load();
    }

    handleActionRetry() {
        this.actionError = undefined;
        this.load();
    }

    async handleInviteClick() {
        await MsiInvite.open({ size: 'small', label: invite });
        // The dialog may have been left by its X after invitations went out
        await this.load();
    }

    async handleResend(event: CustomEvent<{ user: User }>) {
        const { id, email } = event.detail.user;
        await this.change(id, `/users/${id}/invitation`, formatLabel(resentToast, email));
    }

    async handleDeactivate(event: CustomEvent<{ user: User }>) {
        const { id, name, email } = event.detail.user;
        const isConfirmed = await MsiDeactivate.open<boolean>({ size: 'small', person: name ?? email });
        if (isConfirmed) await this.change(id, `/users/${id}/deactivation`, formatLabel(deactivatedToast, name ?? email));
    }

    async handleReactivate(event: CustomEvent<{ user: User }>) {
        const { id, name, email } = event.detail.user;
        await this.change(id, `/users/${id}/reactivation`, formatLabel(reactivatedToast, name ?? email));
    }

    async load() {
        try {
            const { users } = await callServer<UserList>('GET', '/users');
            this.show(users);
            this.loadError = undefined;
        } catch (error) {
            if (this.refuse(error)) return;
            if (this.users) this.actionError = error;
            else this.loadError = error;
        }
    }

    /** While a user's grants are being ended, their lines change before the admin's eyes. */
    show(users: User[]) {
        this.users = users;
        clearTimeout(this.timer);
        if (!users.some(({ endedAccess }) => endedAccess && !endedAccess.finishedAt)) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            if (this.isConnected) void this.load();
        }, LOOK_AGAIN_MS);
    }

    /** Changes one user; the service's answer is the new row. */
    async change(id: string, path: string, toast: string) {
        this.busyUserId = id;
        this.actionError = undefined;
        try {
            const changed = await callServer<User>('POST', path);
            this.show(this.users?.map((user) => (user.id === id ? changed : user)) ?? []);
            this.dispatchEvent(new ShowToastEvent({ title: toast, variant: 'success' }));
        } catch (error) {
            if (!this.refuse(error)) this.actionError = error;
        } finally {
            this.busyUserId = undefined;
        }
    }

    /** The service's own role decides: a permission set alone makes nobody an admin. */
    refuse(error: unknown) {
        this.isRefused = error instanceof ServerProblem && error.code === 'admins_only';
        return this.isRefused;
    }
}
