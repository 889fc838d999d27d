import { LightningElement } from 'lwc';

import all from '@salesforce/label/c.Content_All';
import columnActions from '@salesforce/label/c.Users_Column_Actions';
import columnName from '@salesforce/label/c.Users_Column_Name';
import columnOpened from '@salesforce/label/c.Content_Column_Opened';
import columnOwner from '@salesforce/label/c.Content_Column_Owner';
import columnSize from '@salesforce/label/c.Content_Column_Size';
import count from '@salesforce/label/c.Content_Count';
import empty from '@salesforce/label/c.Content_Empty';
import hasMore from '@salesforce/label/c.Content_HasMore';
import mine from '@salesforce/label/c.Content_Mine';
import noMatch from '@salesforce/label/c.Content_NoMatch';
import noneHere from '@salesforce/label/c.Content_NoneHere';
import search from '@salesforce/label/c.Content_Search';
import shared from '@salesforce/label/c.Content_Shared';
import show from '@salesforce/label/c.Users_Show';
import title from '@salesforce/label/c.Content_Title';

import { formatLabel, formatPlural } from 'c/labels';
import { giveLostFocus } from 'c/lostFocus';
import { callServer } from 'c/serverApi';
import type { Content, ContentList } from 'service';

type Scope = 'all' | 'mine' | 'shared';

interface RowElement extends HTMLElement {
    focusMenu(): void;
}

/** Long enough that a word is not looked for letter by letter. */
const SEARCH_AFTER_MS = 250;
/** Pages take seconds, rarely minutes: each look waits twice as long as the one before. */
const FIRST_LOOK_MS = 3000;
const LAST_LOOK_MS = 60_000;

/** The Content tab: files that emails link to, who has opened them, and what can be done with each (CT-1). */
export default class MsiContent extends LightningElement {
    labels = { columnActions, columnName, columnOpened, columnOwner, columnSize, search, show, title };
    scopes: { value: Scope; label: string }[] = [
        { value: 'all', label: all },
        { value: 'mine', label: mine },
        { value: 'shared', label: shared }
    ];
    items: Content[] | undefined;
    hasMore = false;
    /** Stands in place of the list. */
    loadError: unknown;
    /** Stands above the list, which stays. */
    actionError: unknown;
    text = '';
    scope: Scope = 'all';
    /** Answers of earlier questions are out of date. */
    question = 0;
    searchTimer: ReturnType<typeof setTimeout> | undefined;
    lookTimer: ReturnType<typeof setTimeout> | undefined;
    lookAfterMs = FIRST_LOOK_MS;
    /** Its row gets the focus, or the search where there is none any more. */
    changedId: string | undefined;

    connectedCallback() {
        void this.ask();
    }

    disconnectedCallback() {
        clearTimeout(this.searchTimer);
        clearTimeout(this.lookTimer);
    }

    renderedCallback() {
        const { changedId } = this;
        if (!changedId) return;
        this.changedId = undefined;
        const row = this.template?.querySelector<RowElement>(`[data-id="${changedId}"]`);
        giveLostFocus(row ? { focus: () => row.focusMenu() } : this.template?.querySelector<HTMLElement>('.search'));
    }

    get isLoading() {
        return !this.items && !this.loadError;
    }

    get hasItems() {
        return Boolean(this.items?.length);
    }

    get countText() {
        return this.items?.length ? formatPlural(count, this.items.length) : '';
    }

    get moreText() {
        return this.hasMore ? formatLabel(hasMore, this.items?.length) : '';
    }

    get noneText() {
        if (this.text) return formatLabel(noMatch, this.text);
        return this.scope === 'all' ? empty : noneHere;
    }

    async ask() {
        const question = ++this.question;
        clearTimeout(this.lookTimer);
        try {
            const query = new URLSearchParams({ scope: this.scope, ...(this.text && { search: this.text }) }).toString();
            const list = await callServer<ContentList>('GET', `/content?${query}`);
            if (question !== this.question) return;
            this.items = list.items;
            this.hasMore = list.hasMore;
            this.loadError = undefined;
        } catch (error) {
            if (question !== this.question) return;
            // What was read before is better than nothing
            if (!this.items) this.loadError = error;
            else this.actionError = error;
        }
        this.lookAgain();
    }

    /** Pages that are being prepared will be there soon. */
    lookAgain() {
        if (!this.isConnected || !this.items?.some(({ state }) => state === 'preparing')) return;
        clearTimeout(this.lookTimer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.lookTimer = setTimeout(() => {
            if (document.hidden) this.lookAgain();
            else void this.ask();
        }, this.lookAfterMs);
        this.lookAfterMs = Math.min(2 * this.lookAfterMs, LAST_LOOK_MS);
    }

    handleSearchChange({ detail: { value } }: CustomEvent<{ value: string }>) {
        clearTimeout(this.searchTimer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.searchTimer = setTimeout(() => {
            this.text = value.trim();
            this.actionError = undefined;
            void this.ask();
        }, SEARCH_AFTER_MS);
    }

    handleScopeChange({ detail: { value } }: CustomEvent<{ value: Scope }>) {
        this.scope = value;
        this.actionError = undefined;
        void this.ask();
    }

    handleRetry() {
        this.loadError = undefined;
        void this.ask();
    }

    /** It is seen, whatever was looked for. */
    handleUploaded({ detail: content }: CustomEvent<Content>) {
        this.items = [content, ...(this.items ?? []).filter(({ id }) => id !== content.id)];
        this.lookAfterMs = FIRST_LOOK_MS;
        this.lookAgain();
    }

    handleChanged({ detail: content }: CustomEvent<Content>) {
        this.actionError = undefined;
        this.items = this.items?.map((one) => (one.id === content.id ? content : one));
        this.changedId = content.id;
    }

    handleDeleted({ detail: id }: CustomEvent<string>) {
        this.actionError = undefined;
        this.items = this.items?.filter((one) => one.id !== id);
        this.changedId = id;
    }

    handleProblem({ detail: error }: CustomEvent<unknown>) {
        this.actionError = error;
    }
}
