import { LightningElement, api } from 'lwc';

import allViews from '@salesforce/label/c.Templates_View_All';
import archivedView from '@salesforce/label/c.Templates_View_Archived';
import asUser from '@salesforce/label/c.Templates_AsUser';
import asMe from '@salesforce/label/c.Templates_Me';
import favoritesView from '@salesforce/label/c.Templates_Favorites';
import mineView from '@salesforce/label/c.Templates_View_Mine';
import search from '@salesforce/label/c.TemplatePicker_Search';
import sharedView from '@salesforce/label/c.Templates_View_Shared';
import show from '@salesforce/label/c.Users_Show';
import sort from '@salesforce/label/c.Templates_Sort';
import sortName from '@salesforce/label/c.Users_Column_Name';
import sortSent from '@salesforce/label/c.Templates_Sort_Sent';
import sortUpdated from '@salesforce/label/c.Templates_Sort_Updated';
import sortUsed from '@salesforce/label/c.Templates_Sort_Used';
import unsharedView from '@salesforce/label/c.Templates_View_Unshared';
import unusedView from '@salesforce/label/c.Templates_View_Unused';

import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';
import { ALL_TEMPLATES, type TemplatePlace, type TemplateView } from 'c/templatePlaces';
import type { User, UserList } from 'service';

export interface TemplateFilter {
    search: string;
    sort: 'name' | 'updated' | 'used' | 'sent';
    /** Empty for one's own view. */
    asUserId: string;
}

/** Long enough that a word is not looked for letter by letter. */
const PAUSE_MS = 250;
/** As the service has it (TP-5). */
const UNUSED_DAYS = 90;

/** Above the list: search, view, order, and for admins whose list it is (TP-9). Fires `filter` and `place`. */
export default class TemplateTools extends LightningElement {
    @api place: TemplatePlace = ALL_TEMPLATES;
    @api filter: TemplateFilter = { search: '', sort: 'name', asUserId: '' };
    @api isAdmin = false;

    labels = { asUser, search, show, sort };
    views: { value: TemplateView; label: string }[] = [
        { value: 'all', label: allViews },
        { value: 'mine', label: mineView },
        { value: 'favourites', label: favoritesView },
        { value: 'shared', label: sharedView },
        { value: 'unshared', label: unsharedView },
        { value: 'unused', label: formatLabel(unusedView, UNUSED_DAYS) },
        { value: 'archived', label: archivedView }
    ];
    sorts: { value: TemplateFilter['sort']; label: string }[] = [
        { value: 'name', label: sortName },
        { value: 'used', label: sortUsed },
        { value: 'sent', label: sortSent },
        { value: 'updated', label: sortUpdated }
    ];
    users: User[] | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        if (this.isAdmin) void this.loadUsers();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    /** The focus goes to the search. */
    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-input')?.focus();
    }

    get people() {
        const users = this.users?.filter(({ state }) => state === 'activated') ?? [];
        if (users.length === 0) return undefined;
        return [{ value: '', label: asMe }, ...users.map(({ id, name, email }) => ({ value: id, label: name ?? email }))];
    }

    /** Without it the list is the admin's own, as for everybody. */
    async loadUsers() {
        try {
            const { users, meId } = await callServer<UserList>('GET', '/users');
            this.users = users.filter(({ id }) => id !== meId);
        } catch {
            this.users = undefined;
        }
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        const { value } = event.detail;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.tell({ search: value }), PAUSE_MS);
    }

    handleViewChange(event: CustomEvent<{ value: TemplateView }>) {
        const { value: view } = event.detail;
        // What is archived has left its category
        const categoryId = view === 'archived' ? undefined : this.place.categoryId;
        this.dispatchEvent(new CustomEvent<TemplatePlace>('place', { detail: { view, categoryId } }));
    }

    handleSortChange(event: CustomEvent<{ value: TemplateFilter['sort'] }>) {
        this.tell({ sort: event.detail.value });
    }

    handleUserChange(event: CustomEvent<{ value: string }>) {
        this.tell({ asUserId: event.detail.value });
    }

    tell(change: Partial<TemplateFilter>) {
        this.dispatchEvent(new CustomEvent<TemplateFilter>('filter', { detail: { ...this.filter, ...change } }));
    }
}
