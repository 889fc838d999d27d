import { LightningElement, api } from 'lwc';

import count from '@salesforce/label/c.Content_Count';
import hasMore from '@salesforce/label/c.Content_HasMore';
import list from '@salesforce/label/c.Content_Insert_List';
import noMatch from '@salesforce/label/c.Content_NoMatch';
import noneYet from '@salesforce/label/c.Content_Insert_NoneYet';
import search from '@salesforce/label/c.Content_Search';
import tracked from '@salesforce/label/c.Content_Insert_Tracked';
import trackedHelp from '@salesforce/label/c.Content_Insert_TrackedHelp';
import untrackedHelp from '@salesforce/label/c.Content_Insert_UntrackedHelp';

import { sizeTexts, stateText } from 'c/contentWords';
import { iconOf } from 'c/fileUpload';
import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { Content, ContentList } from 'service';

const SEARCH_AFTER_MS = 250;

/** A link to content, as it goes into an email. */
export interface ContentLink {
    text: string;
    href: string;
}

/** Content that a rep can link to, and a place to upload more. Fires `choose` with a ContentLink, and `cancel`. */
export default class ContentPicker extends LightningElement {
    labels = { list, search, tracked };
    items: Content[] = [];
    hasMore = false;
    error: unknown;
    text = '';
    isLoading = true;
    isTracked = true;
    timer: ReturnType<typeof setTimeout> | undefined;
    /** Answers of earlier questions are out of date. */
    question = 0;
    isDrawn = false;
    focusNext: string | undefined;

    @api
    focus() {
        this.template?.querySelector('input')?.focus();
    }

    connectedCallback() {
        void this.load();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    renderedCallback() {
        const uploaded = this.focusNext && this.template?.querySelector<HTMLElement>(`[data-id="${this.focusNext}"]`);
        if (uploaded) {
            this.focusNext = undefined;
            uploaded.focus();
        }
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.focus();
    }

    get rows() {
        return this.items.map((item) => ({
            id: item.id,
            name: item.name,
            icon: iconOf(item.name),
            facts: [...sizeTexts(item), ...(item.isMine ? [] : [item.ownerName])],
            state: stateText(item)
        }));
    }

    get helpText() {
        return this.isTracked ? trackedHelp : untrackedHelp;
    }

    get isNone() {
        return !this.isLoading && !this.error && this.items.length === 0;
    }

    get noneText() {
        return this.text ? formatLabel(noMatch, this.text) : noneYet;
    }

    get foundText() {
        return this.isLoading || this.items.length === 0 ? '' : formatPlural(count, this.items.length);
    }

    get moreText() {
        return this.hasMore ? formatLabel(hasMore, this.items.length) : '';
    }

    async load() {
        const question = ++this.question;
        this.error = undefined;
        this.isLoading = true;
        try {
            const query = new URLSearchParams({ scope: 'all', ...(this.text && { search: this.text }) }).toString();
            const answer = await callServer<ContentList>('GET', `/content?${query}`);
            if (question !== this.question) return;
            this.items = answer.items;
            this.hasMore = answer.hasMore;
        } catch (error) {
            if (question !== this.question) return;
            this.error = error;
        }
        this.isLoading = false;
    }

    handleInput(event: Event) {
        const { value } = event.target as HTMLInputElement;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.text = value.trim();
            void this.load();
        }, SEARCH_AFTER_MS);
    }

    /** On top and with the focus: Enter links to it. */
    handleUploaded({ detail: content }: CustomEvent<Content>) {
        this.items = [content, ...this.items.filter(({ id }) => id !== content.id)];
        this.focusNext = content.id;
    }

    handleTrackedChange(event: Event) {
        this.isTracked = (event.target as HTMLInputElement).checked;
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleContentClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const content = this.items.find((item) => item.id === id);
        if (!content) return;
        const href = this.isTracked ? content.address : `${content.address}?tracked=no`;
        this.dispatchEvent(new CustomEvent<ContentLink>('choose', { detail: { text: content.name, href } }));
    }
}
