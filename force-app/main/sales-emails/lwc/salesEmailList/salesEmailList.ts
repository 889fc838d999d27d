import { LightningElement, api } from 'lwc';

import changedLabel from '@salesforce/label/c.SalesEmail_List_Changed';
import emptyLabel from '@salesforce/label/c.SalesEmail_List_Empty';
import emptyPersonLabel from '@salesforce/label/c.SalesEmail_List_EmptyPerson';
import more from '@salesforce/label/c.SalesEmail_List_More';

import { formatLabel } from 'c/labels';
import { staysTrueForMs } from 'c/relativeTime';
import { stateWord } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { SalesEmailRow, SavedDraft, Settlement } from 'service';
import { ASKS, type Action } from './actions';
import { subjectOf, timeOf, viewOf } from './rowView';

/** What is fired after an action, where it is not `rowchange`. */
const DONE: Partial<Record<Action['name'], string>> = { cancel: 'undo', draft_again: 'draftagain' };

/**
 * The sales emails of a record, newest first, own drafts on top; a row opens in place. Fires `rowchange` with the row after an action,
 * `undo` with the row that became a draft again, `draftagain` with the draft made of one that came back, `loadmore`, and with the row what
 * it leaves to others: `openrecord`, `continuedraft`, `discarddraft`.
 */
export default class SalesEmailList extends LightningElement {
    /** True on an Account or Opportunity, where each row names its person. */
    @api showPerson = false;
    @api recordId = '';
    /** Whose emails these are, for the empty state. */
    @api personName: string | null | undefined;
    @api hasMore = false;

    labels = { more };
    rowsNow: SalesEmailRow[] = [];
    openId: string | undefined;
    busyId: string | undefined;
    failedId: string | undefined;
    error: unknown;
    announcement = '';
    /** What the times of all rows are told from. */
    now = serviceNow();
    timer: ReturnType<typeof setTimeout> | undefined;
    /** The last row when *Show More* was pressed. */
    lastIdBefore: string | undefined;
    focusNext: string | undefined;
    focusesTop = false;

    connectedCallback() {
        this.tick();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    renderedCallback() {
        if (this.focusNext) this.focusRow(this.focusNext);
        this.focusNext = undefined;
        if (this.focusesTop) this.template?.querySelector<HTMLElement>('button.toggle')?.focus();
        this.focusesTop = false;
    }

    /** A row that goes away leaves the focus to the first of those that stay. */
    @api
    focusTopNext() {
        this.focusesTop = true;
    }

    @api
    get rows(): SalesEmailRow[] {
        return this.rowsNow;
    }
    set rows(rows: SalesEmailRow[]) {
        this.announceChanges(rows);
        this.noteMore(rows);
        this.rowsNow = rows;
        if (this.isConnected) this.tick();
    }

    get items() {
        const { now, showPerson, recordId: pageId } = this;
        return this.rowsNow.map((row) =>
            viewOf(row, {
                now,
                showPerson,
                pageId,
                isOpen: row.id === this.openId,
                isBusy: row.id === this.busyId,
                error: row.id === this.failedId ? this.error : undefined
            })
        );
    }

    get isEmpty() {
        return this.rowsNow.length === 0;
    }

    get emptyText() {
        return this.personName ? formatLabel(emptyPersonLabel, this.personName) : emptyLabel;
    }

    handleToggleClick(event: Event) {
        const id = idOf(event);
        this.openId = this.openId === id ? undefined : id;
    }

    handleMoreClick() {
        this.lastIdBefore = this.rowsNow.at(-1)?.id;
        this.dispatchEvent(new CustomEvent('loadmore'));
    }

    async handleActionClick(event: Event) {
        const id = idOf(event);
        const name = (event.currentTarget as HTMLElement).dataset['name'] as Action['name'];
        if (this.busyId) return;
        if (isAsk(name)) {
            this.dispatchEvent(new CustomEvent(ASKS[name], { detail: this.rowsNow.find((row) => row.id === id) }));
            return;
        }
        this.busyId = id;
        this.failedId = undefined;
        try {
            const detail = await this.act(id, name);
            this.dispatchEvent(new CustomEvent<SalesEmailRow | SavedDraft>(DONE[name] ?? 'rowchange', { detail }));
            this.focusRow(id);
        } catch (error) {
            this.failedId = id;
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }

    act(id: string, name: Exclude<Action['name'], keyof typeof ASKS>): Promise<SalesEmailRow | SavedDraft> {
        if (name === 'draft_again') return callServer('POST', `/sales-emails/${id}/draft`);
        if (name === 'cancel' || name === 'retry') return callServer('POST', `/sales-emails/${id}/${name}`);
        const settlement: Settlement = { decision: name };
        return callServer('POST', `/sales-emails/${id}/settlement`, settlement);
    }

    /** The pressed button goes away with the state it belonged to, so the focus moves to its row. */
    focusRow(id: string) {
        this.template?.querySelector<HTMLElement>(`button.toggle[data-id="${id}"]`)?.focus();
    }

    /** *Show More* goes away with the last page, so the focus moves from it to the first of the rows that came. */
    noteMore(rows: SalesEmailRow[]) {
        const first = rows[rows.findIndex(({ id }) => id === this.lastIdBefore) + 1];
        if (!this.lastIdBefore || !first || first.id === rows[0]?.id) return;
        this.lastIdBefore = undefined;
        if (this.template?.activeElement?.closest('.more')) this.focusNext = first.id;
    }

    /** One clock for all rows, however many. */
    tick() {
        clearTimeout(this.timer);
        this.now = serviceNow();
        const waits = this.rowsNow.map((row) => staysTrueForMs(timeOf(row), this.now));
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        if (waits.length) this.timer = setTimeout(() => this.tick(), Math.min(...waits));
    }

    announceChanges(rows: SalesEmailRow[]) {
        const before = new Map(this.rowsNow.map((row) => [row.id, stateWord(row)]));
        const changed = rows.filter((row) => before.has(row.id) && before.get(row.id) !== stateWord(row));
        if (changed.length === 0) return;
        this.announcement = changed.map((row) => formatLabel(changedLabel, subjectOf(row), stateWord(row))).join('\n');
    }
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}

function isAsk(name: Action['name']): name is keyof typeof ASKS {
    return name in ASKS;
}
