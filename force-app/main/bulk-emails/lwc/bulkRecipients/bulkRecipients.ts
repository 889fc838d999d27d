import { LightningElement, api } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';

import { openPage } from 'c/hostPage';
import { formatPlural } from 'c/labels';
import type { BulkCheck, BulkPerson } from 'service';
import { found, groupsOf, rowsOf, type Filter, type Row, type RowGroup } from './rows';
import { labels } from './words';

/** Stands for everybody where a person's id would stand. */
export const EVERYBODY = '';

/**
 * Whom the email is for, who will not get it and why, and whose words are shown. Plain rows, because there may be 200: the Tab key comes to
 * one of them, and the arrow keys lead from one to the next. Fires `choose` with the id of a person, or `EVERYBODY`, and `leavelist` when
 * the list was folded up by that; `remove` and `add` with an id; `despitebounce` with `{ id, value }`; and `recheck`.
 */
export default class BulkRecipients extends NavigationMixin(LightningElement) {
    @api checkError: unknown;
    @api chosenId = EVERYBODY;
    /** The last change of the list is on its way. */
    @api isBusy = false;
    /** The last change of the list has failed. */
    @api error: unknown;

    labels = labels;
    peopleNow: BulkPerson[] = [];
    checkNow: BulkCheck | undefined;
    /** Made once for each change: there may be 200, and each step through them draws the list. */
    rows: Row[] = [];
    shownGroups: RowGroup[] = [];
    text = '';
    filter: Filter = 'all';
    /** In a narrow window the list is folded up until it is asked for. */
    isOpen = false;
    isAdding = false;
    activeId = EVERYBODY;
    focusNext: string | undefined;

    @api
    get people(): BulkPerson[] {
        return this.peopleNow;
    }
    set people(people: BulkPerson[]) {
        this.peopleNow = people;
        this.makeRows();
    }

    /** Undefined while nobody has said who gets it. */
    @api
    get check(): BulkCheck | undefined {
        return this.checkNow;
    }
    set check(check: BulkCheck | undefined) {
        this.checkNow = check;
        this.makeRows();
    }

    /** Where the rep sees who gets it. */
    @api
    focus() {
        this.isOpen = true;
        this.focusNext = '.everybody';
    }

    renderedCallback() {
        const target = this.focusNext && this.template?.querySelector<HTMLElement>(this.focusNext);
        if (target) {
            this.focusNext = undefined;
            target.focus();
        }
    }

    makeRows() {
        this.rows = rowsOf(this.peopleNow, this.checkNow?.people ?? []);
        this.makeGroups();
    }

    makeGroups() {
        this.shownGroups = groupsOf(found(this.rows, this.text, this.filter));
    }

    /** As they stand below each other. */
    get shownIds() {
        return this.shownGroups.flatMap(({ rows }) => rows.map(({ id }) => id));
    }

    /** The row that the Tab key comes to. */
    get reachableId() {
        const ids = this.shownIds;
        return [this.activeId, this.chosenId].find((id) => ids.includes(id)) ?? ids[0];
    }

    get groups() {
        const { reachableId, chosenId } = this;
        return this.shownGroups.map((group) => ({
            ...group,
            rows: group.rows.map((row) => ({
                ...row,
                tab: row.id === reachableId ? '0' : '-1',
                current: row.id === chosenId ? 'true' : undefined,
                rowClass: row.id === chosenId ? 'row row_current' : 'row'
            }))
        }));
    }

    get everybodyCurrent() {
        return this.chosenId === EVERYBODY ? 'true' : undefined;
    }

    get everybodyCount() {
        return formatPlural(labels.everybodyCount, this.people.length);
    }

    get willNotGet() {
        return this.check ? this.check.people.length - this.check.willGet : 0;
    }

    /** The one line that counts; screen readers are told of each change. */
    get countText() {
        const { check, willNotGet } = this;
        if (this.peopleNow.length === 0) return labels.empty;
        if (!check) return this.checkError ? '' : labels.checking;
        if (willNotGet === 0) return formatPlural(labels.willGetAll, check.willGet);
        return check.willGet === 0 ? formatPlural(labels.nobody, willNotGet) : formatPlural(labels.willGet, check.willGet, willNotGet);
    }

    get filters() {
        const { rows, willNotGet } = this;
        const counted: [Filter, string, number][] = [
            ['all', labels.filterAll, rows.length],
            ['not', labels.filterNot, willNotGet],
            ['own', labels.filterOwn, rows.filter(({ hasOwnWords }) => hasOwnWords).length]
        ];
        return counted.map(([name, label, count]) => ({
            name,
            label,
            count: String(count),
            pressed: String(this.filter === name)
        }));
    }

    get shownText() {
        return this.text || this.filter !== 'all' ? formatPlural(labels.shown, this.shownIds.length) : '';
    }

    get openLabel() {
        return this.isOpen ? labels.hide : labels.show;
    }

    get openExpanded() {
        return String(this.isOpen);
    }

    get addExpanded() {
        return String(this.isAdding);
    }

    get panelClass() {
        return this.isOpen ? 'panel' : 'panel folded';
    }

    get chosenIds() {
        return this.people.map(({ personId }) => personId);
    }

    handleOpenClick() {
        this.isOpen = !this.isOpen;
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value;
        this.makeGroups();
    }

    handleFilterClick(event: Event) {
        this.filter = (event.currentTarget as HTMLElement).dataset['name'] as Filter;
        this.makeGroups();
    }

    handleAddPeopleClick() {
        this.isAdding = !this.isAdding;
    }

    handleAddClose() {
        this.isAdding = false;
        this.focusNext = '.add-people';
    }

    handleAdd(event: CustomEvent<string>) {
        this.fire('add', event.detail);
    }

    handleRecheck() {
        this.fire('recheck');
    }

    handleEverybodyClick() {
        this.choose(EVERYBODY);
    }

    handlePersonClick(event: Event) {
        this.choose(idOf(event));
    }

    choose(id: string) {
        const isFolding = this.isOpen;
        this.activeId = id;
        this.isOpen = false;
        this.fire('choose', id);
        if (isFolding) this.fire('leavelist');
    }

    /** From one person to the next, over the headings between them. */
    handleKeydown(event: KeyboardEvent) {
        const from = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset['row'];
        if (!from) return;
        const ids = this.shownIds;
        const at = ids.indexOf(from);
        const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: ids.length - 1 };
        const to = ids[steps[event.key] ?? -1];
        if (event.key === 'Delete') this.remove(from);
        else if (to) this.goTo(to);
        else return;
        event.preventDefault();
    }

    goTo(id: string) {
        this.activeId = id;
        this.focusNext = `[data-person="${id}"]`;
    }

    handleRowFocus(event: Event) {
        this.activeId = (event.currentTarget as HTMLElement).dataset['row'] ?? this.activeId;
    }

    handleRemoveClick(event: Event) {
        this.remove(idOf(event));
    }

    /** The focus goes to who comes after. */
    remove(id: string) {
        const ids = this.shownIds;
        const at = ids.indexOf(id);
        const next = ids[at + 1] ?? ids[at - 1];
        if (next) this.goTo(next);
        else this.focusNext = '.everybody';
        this.fire('remove', id);
    }

    handleSendAnywayClick(event: Event) {
        this.goTo(idOf(event));
        this.fire('despitebounce', { id: idOf(event), value: true });
    }

    handleLeaveOutClick(event: Event) {
        this.goTo(idOf(event));
        this.fire('despitebounce', { id: idOf(event), value: false });
    }

    handleOpenRecordClick(event: Event) {
        openPage(this, { type: 'standard__recordPage', attributes: { recordId: idOf(event), actionName: 'view' } });
    }

    fire(name: string, detail?: unknown) {
        this.dispatchEvent(new CustomEvent(name, { detail }));
    }
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}
