import { LightningElement, api } from 'lwc';

import favourite from '@salesforce/label/c.TemplatePicker_Favourite';
import foundWords from '@salesforce/label/c.TemplatePicker_Found';
import more from '@salesforce/label/c.TemplatePicker_More';
import noMatch from '@salesforce/label/c.TemplatePicker_NoMatch';
import noneYet from '@salesforce/label/c.TemplatePicker_NoneYet';
import others from '@salesforce/label/c.TemplatePicker_Others';
import pinned from '@salesforce/label/c.TemplatePicker_Pinned';
import recommended from '@salesforce/label/c.TemplatePicker_Recommended';
import search from '@salesforce/label/c.TemplatePicker_Search';
import all from '@salesforce/label/c.TemplatePicker_All';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { TemplatePicker as Answer, TemplatePickerRow } from 'service';

const SEARCH_AFTER_MS = 250;

/**
 * Templates that a rep can use now: recommended ones for this person first (TP-8), then favourites and what was used last. Search goes over
 * name, subject and text, within a pinned category or all (TP-7). Fires `choose` with the row, and `cancel`.
 */
export default class TemplatePicker extends LightningElement {
    @api recordId = '';
    @api personId = '';
    @api personName = '';

    labels = { favourite, more, pinned, search };
    answer: Answer | undefined;
    rows: TemplatePickerRow[] = [];
    error: unknown;
    text = '';
    categoryId = '';
    isLoading = true;
    timer: ReturnType<typeof setTimeout> | undefined;
    /** The newest question: an older answer that comes late is not shown. */
    asked = '';
    isDrawn = false;

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
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.focus();
    }

    get categories() {
        const pinnedOnes = this.answer?.pinned ?? [];
        if (pinnedOnes.length === 0) return [];
        return [{ id: '', name: all }, ...pinnedOnes].map(({ id, name }) => ({ id, name, pressed: String(id === this.categoryId) }));
    }

    get hasCategories() {
        return this.categories.length > 0;
    }

    /** Salesforce is asked for them, which no search has to wait for. */
    get offersRecommended() {
        return !this.text && !this.categoryId;
    }

    get groups() {
        const { recommended: suited = [] } = this.answer ?? {};
        const offered = this.offersRecommended ? suited : [];
        const rest = this.rows.filter(({ id }) => !offered.some((row) => row.id === id));
        return [
            { key: 'recommended', heading: formatLabel(recommended, this.personName), rows: offered },
            { key: 'others', heading: offered.length > 0 ? others : '', rows: rest }
        ].filter(({ rows }) => rows.length > 0);
    }

    get isNone() {
        return !this.isLoading && !this.error && this.groups.length === 0;
    }

    get noneText() {
        return this.text || this.categoryId ? noMatch : noneYet;
    }

    get foundText() {
        return this.isLoading || !this.answer ? '' : formatPlural(foundWords, this.answer.total);
    }

    get hasMore() {
        return Boolean(this.answer?.cursor) && !this.isLoading;
    }

    async load(cursor?: string) {
        const query = new URLSearchParams({
            recordId: this.recordId,
            ...(this.personId && this.offersRecommended && { personId: this.personId }),
            ...(this.categoryId && { categoryId: this.categoryId }),
            ...(this.text && { search: this.text }),
            ...(cursor && { cursor })
        }).toString();
        this.asked = query;
        this.error = undefined;
        this.isLoading = true;
        try {
            const answer = await callServer<Answer>('GET', `/template-picker?${query}`);
            if (query !== this.asked) return;
            this.rows = cursor ? [...this.rows, ...answer.templates] : answer.templates;
            this.answer = cursor && this.answer ? { ...answer, recommended: this.answer.recommended } : answer;
        } catch (error) {
            if (query === this.asked) this.error = error;
        }
        if (query === this.asked) this.isLoading = false;
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.load();
        }, SEARCH_AFTER_MS);
    }

    handleCategoryClick(event: Event) {
        this.categoryId = (event.currentTarget as HTMLElement).dataset['id'] ?? '';
        void this.load();
    }

    handleRetry() {
        void this.load();
    }

    handleMoreClick() {
        void this.load(this.answer?.cursor ?? undefined);
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    handleTemplateClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const detail = [...(this.answer?.recommended ?? []), ...this.rows].find((row) => row.id === id);
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }
}
