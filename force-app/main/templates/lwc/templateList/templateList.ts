import { LightningElement, api } from 'lwc';

import columnActions from '@salesforce/label/c.Users_Column_Actions';
import columnName from '@salesforce/label/c.Users_Column_Name';
import count from '@salesforce/label/c.TemplatePicker_Found';
import decide from '@salesforce/label/c.Templates_Sharing_Open';
import favorites from '@salesforce/label/c.Templates_Favorites';
import empty from '@salesforce/label/c.Templates_Empty';
import more from '@salesforce/label/c.TemplatePicker_More';
import newTemplate from '@salesforce/label/c.Templates_New';
import noMatch from '@salesforce/label/c.Templates_NoMatch';
import noneHere from '@salesforce/label/c.Templates_NoneHere';
import title from '@salesforce/label/c.Templates_Title';

import { formatLabel, formatPlural } from 'c/labels';
import { giveLostFocus } from 'c/lostFocus';
import { callServer } from 'c/serverApi';
import { ALL_COLUMNS, keepColumns, keptColumns, TEMPLATE_COLUMNS, type TemplateColumn } from 'c/templateColumns';
import type { TemplateDone } from 'c/templateMenu';
import { ALL_TEMPLATES, type TemplatePlace } from 'c/templatePlaces';
import type { TemplateCategories, TemplateList as Page, TemplateRow } from 'service';
import type { TemplateFilter } from 'c/templateTools';

/** What the tab around the list may call. */
export interface TemplateListElement extends HTMLElement {
    refresh(): Promise<void>;
    focusOn(id: string): void;
}

interface RowElement extends HTMLElement {
    focusMenu(): void;
}

/**
 * The templates of a place, with search, filter and what can be done with each (TP-5). Fires `open` with an id, `new`, `decide`, `place`,
 * and `directorychange` when categories have more or fewer templates.
 */
export default class TemplateList extends LightningElement {
    @api directory!: TemplateCategories;
    @api isAdmin = false;

    labels = { columnActions, columnName, decide, more, newTemplate, title };
    rows: TemplateRow[] | undefined;
    total = 0;
    cursor: string | null = null;
    filter: TemplateFilter = { search: '', sort: 'name', asUserId: '' };
    shownPlace = ALL_TEMPLATES;
    columns = keptColumns();
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    actionError: unknown;
    isLoadingMore = false;
    /** Answers of earlier questions are out of date. */
    question = 0;
    changedId: string | undefined;

    @api
    get place() {
        return this.shownPlace;
    }
    set place(place: TemplatePlace) {
        this.shownPlace = place;
        if (this.isConnected) void this.ask();
    }

    connectedCallback() {
        void this.ask();
    }

    renderedCallback() {
        const { changedId } = this;
        if (!changedId) return;
        this.changedId = undefined;
        const row = this.rowElement(changedId);
        giveLostFocus(row ? { focus: () => row.focusMenu() } : this.search);
    }

    /** Reads again what is shown. */
    @api
    async refresh() {
        await this.ask();
    }

    /** The name of this template gets the focus, or the search where the list does not show it. */
    @api
    focusOn(id: string) {
        giveLostFocus(this.rowElement(id) ?? this.search);
    }

    get search() {
        return this.template?.querySelector<HTMLElement>('c-template-tools');
    }

    get heading() {
        const { categoryId, view } = this.shownPlace;
        const category = this.directory.categories.find(({ id }) => id === categoryId);
        return category?.name ?? (view === 'favourites' ? favorites : title);
    }

    get isLoading() {
        return !this.rows && !this.loadError;
    }

    get columnHeadings() {
        return TEMPLATE_COLUMNS.filter(({ name }) => this.columns[name]);
    }

    get isForeign() {
        return this.filter.asUserId !== '';
    }

    get hasRows() {
        return Boolean(this.rows?.length);
    }

    get countText() {
        return this.hasRows ? formatPlural(count, this.total) : '';
    }

    get hasMore() {
        return this.cursor !== null;
    }

    /** Nobody in this org has written one that this user sees. */
    get isEmpty() {
        const { view, categoryId } = this.shownPlace;
        return this.rows?.length === 0 && view === 'all' && !categoryId && !this.filter.search.trim() && !this.isForeign;
    }

    /** A new template would stand here. */
    get canFill() {
        const isSearched = this.filter.search.trim() !== '' || this.isForeign;
        return !isSearched && ['all', 'mine', 'unshared'].includes(this.shownPlace.view);
    }

    get statusText() {
        if (!this.rows || this.hasRows) return '';
        if (this.isEmpty) return empty;
        const search = this.filter.search.trim();
        return search ? formatLabel(noMatch, search) : noneHere;
    }

    get path() {
        const { view, categoryId } = this.shownPlace;
        const { search, sort, asUserId } = this.filter;
        const query = new URLSearchParams({ view, sort });
        if (categoryId) query.set('categoryId', categoryId);
        if (search.trim()) query.set('search', search.trim());
        if (asUserId) query.set('asUserId', asUserId);
        return `/templates?${query.toString()}`;
    }

    rowElement(id: string) {
        return this.template?.querySelector<RowElement>(`[data-template="${id}"]`);
    }

    async ask() {
        const question = ++this.question;
        try {
            const page = await callServer<Page>('GET', this.path);
            if (question !== this.question) return;
            this.rows = page.templates;
            this.total = page.total;
            this.cursor = page.cursor;
            this.loadError = undefined;
        } catch (error) {
            if (question !== this.question) return;
            this.rows = undefined;
            this.loadError = error;
        }
    }

    async handleMoreClick() {
        const { question, cursor } = this;
        if (!cursor || this.isLoadingMore) return;
        this.isLoadingMore = true;
        this.actionError = undefined;
        try {
            const page = await callServer<Page>('GET', `${this.path}&cursor=${encodeURIComponent(cursor)}`);
            if (question !== this.question) return;
            const first = page.templates[0];
            this.rows = [...(this.rows ?? []), ...page.templates];
            this.cursor = page.cursor;
            // The button may have gone, and the first of the new ones comes next
            await Promise.resolve();
            if (first) this.focusOn(first.id);
        } catch (error) {
            this.actionError = error;
        } finally {
            this.isLoadingMore = false;
        }
    }

    handleFilter(event: CustomEvent<TemplateFilter>) {
        this.filter = event.detail;
        void this.ask();
    }

    handleColumnChoose(event: CustomEvent<TemplateColumn | 'all'>) {
        const { detail: name } = event;
        this.columns = name === 'all' ? ALL_COLUMNS : { ...this.columns, [name]: !this.columns[name] };
        keepColumns(this.columns);
    }

    handlePlace(event: CustomEvent<TemplatePlace>) {
        this.dispatchEvent(new CustomEvent('place', { detail: event.detail }));
    }

    handleNewClick() {
        this.dispatchEvent(new CustomEvent('new'));
    }

    handleDecideClick() {
        this.dispatchEvent(new CustomEvent('decide'));
    }

    handleRetry() {
        this.loadError = undefined;
        this.rows = undefined;
        void this.ask();
    }

    handleOpen(event: Event & { currentTarget: HTMLElement }) {
        this.open(event.currentTarget.dataset['template'] ?? '');
    }

    handleProblem(event: CustomEvent<unknown>) {
        this.actionError = event.detail;
    }

    async handleDone(event: CustomEvent<TemplateDone>) {
        const { what, id } = event.detail;
        this.actionError = undefined;
        this.dispatchEvent(new CustomEvent('directorychange'));
        if (what === 'copied') this.open(id);
        await this.ask();
        if (what !== 'copied') this.changedId = id;
    }

    async handleFavourite(event: Event & { currentTarget: HTMLElement }) {
        const id = event.currentTarget.dataset['template'] ?? '';
        const isFavourite = !this.rows?.find((row) => row.id === id)?.isFavourite;
        this.mark(id, isFavourite);
        this.actionError = undefined;
        try {
            await callServer(isFavourite ? 'PUT' : 'DELETE', `/templates/${id}/favourite`);
        } catch (error) {
            this.mark(id, !isFavourite);
            this.actionError = error;
        }
    }

    mark(id: string, isFavourite: boolean) {
        this.rows = this.rows?.map((row) => (row.id === id ? { ...row, isFavourite } : row));
    }

    open(id: string) {
        this.dispatchEvent(new CustomEvent('open', { detail: id }));
    }
}
