import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import isAdmin from '@salesforce/customPermission/Administer_Sales_Actions';

import adminToast from '@salesforce/label/c.Users_Toast_Admin';
import deactivatedToast from '@salesforce/label/c.Users_Toast_Deactivated';
import empty from '@salesforce/label/c.Users_Empty';
import invite from '@salesforce/label/c.Users_Invite';
import makeRep from '@salesforce/label/c.Users_Action_MakeRep';
import makeRepKeeps from '@salesforce/label/c.Users_MakeRep_Keeps';
import makeRepLoses from '@salesforce/label/c.Users_MakeRep_Loses';
import makeRepTitle from '@salesforce/label/c.Users_MakeRep_Title';
import noMatch from '@salesforce/label/c.Users_NoMatch';
import notAdminText from '@salesforce/label/c.Users_NotAdmin_Text';
import notAdminTitle from '@salesforce/label/c.Users_NotAdmin_Title';
import reactivatedToast from '@salesforce/label/c.Users_Toast_Reactivated';
import repToast from '@salesforce/label/c.Users_Toast_Rep';
import resentToast from '@salesforce/label/c.Users_Toast_Resent';
import search from '@salesforce/label/c.Users_Search';
import title from '@salesforce/label/c.Users_Title';

import { formatLabel } from 'c/labels';
import MsiConfirm from 'c/msiConfirm';
import MsiDeactivate from 'c/msiDeactivate';
import MsiInvite from 'c/msiInvite';
import { callServer, ServerProblem } from 'c/serverApi';

import type { RoleChange, User, UserList } from 'service';

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
    /** When a refused invitation can be sent again, by the id of its user. */
    retryTimes: Record<string, string> = {};
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

    /** What is refused now is refused again; a list that could not be read may come the next time. */
    get isActionRefused() {
        return this.actionError instanceof ServerProblem && this.actionError.status === 409;
    }

    get rows() {
        const wanted = this.searchText.trim().toLowerCase();
        return (this.users ?? [])
            .filter(({ name, email }) => `${name ?? ''} ${email}`.toLowerCase().includes(wanted))
            .map((user) => ({ user, isBusy: user.id === this.busyUserId, retryAt: this.retryTimes[user.id] }));
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

    async handleMakeAdmin(event: CustomEvent<{ user: User }>) {
        await this.changeRole(event.detail.user, 'admin', adminToast);
    }

    async handleMakeRep(event: CustomEvent<{ user: User }>) {
        const { user } = event.detail;
        const heading = formatLabel(makeRepTitle, user.name ?? user.email);
        const isConfirmed = await MsiConfirm.open<boolean>({
            size: 'small',
            label: heading,
            heading,
            consequences: [makeRepLoses, makeRepKeeps],
            confirmLabel: makeRep
        });
        if (!isConfirmed) return;
        await this.changeRole(user, 'rep', repToast);
        // Whoever gave up the own role finds the page closed
        if (!this.actionError) await this.load();
    }

    async handleReactivate(event: CustomEvent<{ user: User }>) {
        const { id, name, email } = event.detail.user;
        await this.change(id, `/users/${id}/reactivation`, formatLabel(reactivatedToast, name ?? email));
    }

    async changeRole({ id, name, email }: User, role: User['role'], toast: string) {
        const body: RoleChange = { role };
        await this.change(id, `/users/${id}/role`, formatLabel(toast, name ?? email), 'PUT', body);
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
    async change(id: string, path: string, toast: string, method: 'POST' | 'PUT' = 'POST', body?: RoleChange) {
        this.busyUserId = id;
        this.actionError = undefined;
        const { [id]: _over, ...retryTimes } = this.retryTimes;
        this.retryTimes = retryTimes;
        try {
            const changed = await callServer<User>(method, path, body);
            this.show(this.users?.map((user) => (user.id === id ? changed : user)) ?? []);
            this.dispatchEvent(new ShowToastEvent({ title: toast, variant: 'success' }));
        } catch (error) {
            if (this.refuse(error)) return;
            this.actionError = error;
            if (error instanceof ServerProblem && error.code === 'letter_quota_reached' && error.retryAt)
                this.retryTimes = { ...this.retryTimes, [id]: error.retryAt };
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
