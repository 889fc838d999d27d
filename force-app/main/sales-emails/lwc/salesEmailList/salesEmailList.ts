import { LightningElement, api } from 'lwc';

import changedLabel from '@salesforce/label/c.SalesEmail_List_Changed';
import emptyLabel from '@salesforce/label/c.SalesEmail_List_Empty';
import emptyPersonLabel from '@salesforce/label/c.SalesEmail_List_EmptyPerson';
import more from '@salesforce/label/c.SalesEmail_List_More';

import { formatLabel } from 'c/labels';
import { staysTrueForMs } from 'c/relativeTime';
import { stateWord } from 'c/salesEmailWords';
import { serviceNow } from 'c/serviceClock';
import type { SalesEmailRow } from 'service';
import { act, type ActedOn, type ActionName } from './actions';
import { subjectOf, timeOf, viewOf, type Listed } from './rowView';

export type { Listed };

/** What the rep has pressed, and what came of it; the row itself where the list leaves that to whoever shows it. */
export interface PressedAction {
    name: ActionName;
    item: ActedOn | Listed;
}

/**
 * The sales emails of a record in the order that they are given in; a row opens in place. Fires `action` (`PressedAction`) after an action
 * of a row, and for what it leaves to others; and `loadmore`.
 */
export default class SalesEmailList extends LightningElement {
    /** True on an Account or Opportunity, where each row names its person. */
    @api showPerson = false;
    @api recordId = '';
    /** Whose emails these are, for the empty state. */
    @api personName: string | null | undefined;
    @api hasMore = false;

    moreLabel = more;
    rowsNow: Listed[] = [];
    openId: string | undefined;
    busyId: string | undefined;
    failed: { id: string; error: unknown } | undefined;
    announcement = '';
    /** What the times of all rows are told from. */
    now = serviceNow();
    timer: ReturnType<typeof setTimeout> | undefined;
    /** The last row when *Show More* was pressed. */
    lastIdBefore: string | undefined;
    focusNext: string | undefined;

    connectedCallback() {
        this.tick();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    renderedCallback() {
        if (this.focusNext) this.focusOn(this.focusNext);
        this.focusNext = undefined;
    }

    /** A row that goes away leaves the focus to the first of those that stay. */
    @api
    focusTopNext() {
        this.focusNext = 'button.toggle';
    }

    @api
    get rows(): Listed[] {
        return this.rowsNow;
    }
    set rows(rows: Listed[]) {
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
                error: row.id === this.failed?.id ? this.failed.error : undefined
            })
        );
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
        const name = (event.currentTarget as HTMLElement).dataset['name'] as ActionName;
        if (this.busyId) return;
        this.busyId = id;
        this.failed = undefined;
        try {
            const acted = await act(id, name);
            const item = acted ?? this.rowsNow.find((row) => row.id === id);
            this.dispatchEvent(new CustomEvent('action', { detail: { name, item } }));
            if (acted) this.focusOn(toggleOf(id));
        } catch (error) {
            this.failed = { id, error };
        } finally {
            this.busyId = undefined;
        }
    }

    /** The pressed button goes away with the state it belonged to, so the focus moves to its row. */
    focusOn(selector: string) {
        this.template?.querySelector<HTMLElement>(selector)?.focus();
    }

    /** *Show More* goes away with the last page, so the focus moves from it to the first of the rows that came. */
    noteMore(rows: SalesEmailRow[]) {
        const first = rows[rows.findIndex(({ id }) => id === this.lastIdBefore) + 1];
        if (!this.lastIdBefore || !first || first.id === rows[0]?.id) return;
        this.lastIdBefore = undefined;
        if (this.template?.activeElement?.closest('.more')) this.focusNext = toggleOf(first.id);
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

function toggleOf(id: string): string {
    return `button.toggle[data-id="${id}"]`;
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}
