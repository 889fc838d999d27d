import { LightningElement } from 'lwc';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';

import isAdmin from '@salesforce/customPermission/Administer_Sales_Actions';

import actions from '@salesforce/label/c.Users_Column_Actions';
import adminToast from '@salesforce/label/c.Users_Toast_Admin';
import apiChecked from '@salesforce/label/c.Users_ApiChecked';
import apiChecking from '@salesforce/label/c.Users_ApiChecking';
import columnLast from '@salesforce/label/c.Users_Column_Last';
import columnName from '@salesforce/label/c.Users_Column_Name';
import columnRole from '@salesforce/label/c.Users_Invite_Role';
import columnState from '@salesforce/label/c.Users_Column_State';
import count from '@salesforce/label/c.Users_Count';
import deactivatedToast from '@salesforce/label/c.Users_Toast_Deactivated';
import empty from '@salesforce/label/c.Users_Empty';
import groupActive from '@salesforce/label/c.Users_Group_Active';
import groupAll from '@salesforce/label/c.Users_Group_All';
import groupAttention from '@salesforce/label/c.Users_Group_Attention';
import groupDeactivated from '@salesforce/label/c.Users_State_Deactivated';
import groupWaiting from '@salesforce/label/c.Users_Group_Waiting';
import makeRep from '@salesforce/label/c.Users_Action_MakeRep';
import makeRepKeeps from '@salesforce/label/c.Users_MakeRep_Keeps';
import makeRepLoses from '@salesforce/label/c.Users_MakeRep_Loses';
import makeRepTitle from '@salesforce/label/c.Users_MakeRep_Title';
import noMatch from '@salesforce/label/c.Users_NoMatch';
import nobodyHere from '@salesforce/label/c.Users_NobodyHere';
import notAdminText from '@salesforce/label/c.Users_NotAdmin_Text';
import notAdminTitle from '@salesforce/label/c.Users_NotAdmin_Title';
import reactivatedToast from '@salesforce/label/c.Users_Toast_Reactivated';
import repToast from '@salesforce/label/c.Users_Toast_Rep';
import resentToast from '@salesforce/label/c.Users_Toast_Resent';
import search from '@salesforce/label/c.Users_Search';
import show from '@salesforce/label/c.Users_Show';
import title from '@salesforce/label/c.Users_Title';

import { formatLabel, formatPlural } from 'c/labels';
import { giveLostFocus } from 'c/lostFocus';
import MsiConfirm from 'c/msiConfirm';
import MsiDeactivate from 'c/msiDeactivate';
import { isInGroup, type UserGroup } from 'c/msiUserState';
import { callServer, ServerProblem } from 'c/serverApi';

import type { RoleChange, User, UserList } from 'service';

/** The vendors answer within seconds. */
const LOOK_AGAIN_MS = 2_000;
/** After this long a check of Salesforce is left to itself: the next reading of the list shows what it found. */
const CHECK_WITHIN_MS = 60_000;

/** The Users page: who may use the sales actions, and how far they are (AD-1, AD-2). */
export default class MsiUsers extends LightningElement {
    labels = {
        apiChecked,
        columnActions: actions,
        columnLast,
        columnName,
        columnRole,
        columnState,
        empty,
        notAdminText,
        notAdminTitle,
        search,
        show,
        title
    };
    groups = [
        { value: 'all', label: groupAll },
        { value: 'attention', label: groupAttention },
        { value: 'waiting', label: groupWaiting },
        { value: 'active', label: groupActive },
        { value: 'deactivated', label: groupDeactivated }
    ];

    list: UserList | undefined;
    group: UserGroup | 'all' = 'all';
    /** When the admin asked for a check of Salesforce that is not over yet, by the service's clock and by ours. */
    check: { askedAt: string; sinceMs: number } | undefined;
    searchText = '';
    busyUserId: string | undefined;
    /** Who was changed last. */
    changedUserId: string | undefined;
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

    /** A change disables the menu that it was chosen in, and may take the row away: then the focus would be nowhere. */
    override renderedCallback() {
        const { changedUserId: id } = this;
        if (!id || this.busyUserId) return;
        this.changedUserId = undefined;
        const row = this.template?.querySelector<HTMLElement>(`[data-user="${id}"]`);
        giveLostFocus(row ?? this.template?.querySelector<HTMLElement>('lightning-input'));
    }

    get users() {
        return this.list?.users;
    }

    get isLoading() {
        return !this.users && !this.loadError;
    }

    get isEmpty() {
        return this.users?.length === 0;
    }

    get hasRows() {
        return this.rows.length > 0;
    }

    get apiCheckedAt() {
        return this.check ? undefined : (this.list?.apiAccessCheckedAt ?? undefined);
    }

    get countText() {
        return this.hasRows ? formatPlural(count, this.rows.length) : '';
    }

    get statusText() {
        if (this.check) return apiChecking;
        if (this.hasRows) return '';
        return this.searchText.trim() ? formatLabel(noMatch, this.searchText) : nobodyHere;
    }

    /** What is refused now is refused again; a list that could not be read may come the next time. */
    get isActionRefused() {
        return this.actionError instanceof ServerProblem && this.actionError.status === 409;
    }

    get rows() {
        const { users = [], list, group } = this;
        const wanted = this.searchText.trim().toLowerCase();
        const troubles = new Map(list?.mailboxTroubles.map(({ userId, kind }) => [userId, kind]));
        const admins = users.filter(({ role, state }) => role === 'admin' && state === 'activated');
        return users
            .filter(({ name, email }) => `${name ?? ''} ${email}`.toLowerCase().includes(wanted))
            .map((user) => ({
                user,
                trouble: troubles.get(user.id),
                isMe: user.id === list?.meId,
                isOnlyAdmin: admins.length === 1 && admins[0] === user,
                isBusy: user.id === this.busyUserId,
                retryAt: this.retryTimes[user.id]
            }))
            .filter(({ user, trouble }) => group === 'all' || isInGroup(user, trouble, group));
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        this.searchText = event.detail.value;
    }

    handleGroupChange(event: CustomEvent<{ value: UserGroup | 'all' }>) {
        this.group = event.detail.value;
    }

    handleRetry() {
        this.loadError = undefined;
        this.load();
    }

    handleActionRetry() {
        this.actionError = undefined;
        this.load();
    }

    handleListChange() {
        void this.load();
    }

    handleProblem(event: CustomEvent<unknown>) {
        if (!this.refuse(event.detail)) this.actionError = event.detail;
    }

    handleCheckAsked(event: CustomEvent<string>) {
        this.check = { askedAt: event.detail, sinceMs: Date.now() };
        void this.load();
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
            const list = await callServer<UserList>('GET', '/users');
            this.noteCheck(list);
            this.show(list);
            this.loadError = undefined;
        } catch (error) {
            if (this.refuse(error)) return;
            if (this.users) this.actionError = error;
            else this.loadError = error;
        }
    }

    /** A check is over when the service says so, or when it takes too long to wait for. */
    noteCheck({ apiAccessCheckedAt }: UserList) {
        const { check } = this;
        if (!check) return;
        const isOver = apiAccessCheckedAt !== null && apiAccessCheckedAt >= check.askedAt;
        if (isOver || Date.now() - check.sinceMs > CHECK_WITHIN_MS) this.check = undefined;
    }

    /** While grants are being ended, a letter is on its way or Salesforce is asked, the lines change before the admin's eyes. */
    show(list: UserList) {
        this.list = list;
        clearTimeout(this.timer);
        if (!this.check && !list.users.some(isMoving)) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            if (this.isConnected) void this.load();
        }, LOOK_AGAIN_MS);
    }

    /** Changes one user; the service's answer is the new row. */
    async change(id: string, path: string, toast: string, method: 'POST' | 'PUT' = 'POST', body?: RoleChange) {
        this.busyUserId = id;
        this.changedUserId = id;
        this.actionError = undefined;
        const { [id]: _over, ...retryTimes } = this.retryTimes;
        this.retryTimes = retryTimes;
        try {
            const changed = await callServer<User>(method, path, body);
            const { list } = this;
            if (list) this.show({ ...list, users: list.users.map((user) => (user.id === id ? changed : user)) });
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

function isMoving({ state, endedAccess, invitationSentAt, invitationError, isInvitationExpired }: User): boolean {
    if (endedAccess) return !endedAccess.finishedAt;
    return state === 'invited' && !invitationSentAt && !invitationError && !isInvitationExpired;
}
