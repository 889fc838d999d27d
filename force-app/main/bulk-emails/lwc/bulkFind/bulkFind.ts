import { LightningElement, api } from 'lwc';

import add from '@salesforce/label/c.BulkEmails_Add_Add';
import inList from '@salesforce/label/c.BulkEmails_Add_InList';
import addAll from '@salesforce/label/c.BulkEmails_Find_AddAll';
import enterAdds from '@salesforce/label/c.BulkEmails_Find_EnterAdds';
import leftOut from '@salesforce/label/c.BulkEmails_Find_LeftOut';
import listed from '@salesforce/label/c.BulkEmails_Find_Listed';
import listView from '@salesforce/label/c.BulkEmails_Find_ListView';
import chooseListView from '@salesforce/label/c.BulkEmails_Find_ListViewChoose';
import listViewEmpty from '@salesforce/label/c.BulkEmails_Find_ListViewEmpty';
import more from '@salesforce/label/c.BulkEmails_Find_More';
import full from '@salesforce/label/c.BulkEmails_Find_Full';
import search from '@salesforce/label/c.BulkEmails_Add_Search';
import none from '@salesforce/label/c.SalesEmail_Chooser_None';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { ListedPeople, Person, PersonList } from 'service';
import { isReachable, rowOf } from './rows';
import { readListViews, type ViewGroup } from './views';

const SEARCH_AFTER_MS = 250;

/**
 * Finds people for an email to many, by their name or in a list view of Salesforce. Who cannot get an email is listed with the reason.
 * Fires `add` with those who were chosen.
 */
export default class BulkFind extends LightningElement {
    /** Those who are in the list already. */
    @api chosenIds: string[] = [];
    /** How many more can be chosen. */
    @api room = 0;

    labels = { add, chooseListView, inList, listView, search };
    text = '';
    viewPath = '';
    views: ViewGroup[] = [];
    found: Person[] | undefined;
    listed: ListedPeople | undefined;
    isReading = false;
    viewsError: unknown;
    error: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        void this.readViews();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get people(): Person[] {
        return this.found ?? this.listed?.people ?? [];
    }

    get isFull() {
        return this.room <= 0;
    }

    get rows() {
        const chosen = new Set(this.chosenIds);
        return this.people.map((person) => rowOf(person, chosen.has(person.id)));
    }

    /** Who can be added of what is shown. */
    get addable() {
        const chosen = new Set(this.chosenIds);
        return this.people.filter((person) => isReachable(person) && !chosen.has(person.id));
    }

    /** A list without a button that can be pressed is scrolled with the keyboard by itself. */
    get listTab() {
        return this.addable.length > 0 && !this.isFull ? null : '0';
    }

    get canAddAll() {
        return !this.found && Boolean(this.listed) && this.addable.length > 0 && !this.isFull;
    }

    get addAllLabel() {
        return formatPlural(addAll, Math.min(this.addable.length, this.room));
    }

    get listedText() {
        const { people = [], hasMore = false } = this.listed ?? {};
        if (this.found || people.length === 0) return '';
        return hasMore ? formatLabel(more, people.length) : formatPlural(listed, people.length);
    }

    /** What there is to know of the people below. */
    get notes(): string[] {
        const unreachable = this.people.filter((person) => !isReachable(person)).length;
        return [this.isFull ? full : '', !this.found && unreachable > 0 ? formatPlural(leftOut, unreachable) : ''].filter(Boolean);
    }

    get statusText() {
        const [first] = this.addable;
        if (this.found?.length === 0) return formatLabel(none, this.text);
        if (this.found && first && !this.isFull) return formatLabel(enterAdds, first.name);
        return !this.found && this.listed?.people.length === 0 ? listViewEmpty : '';
    }

    async readViews() {
        this.viewsError = undefined;
        try {
            this.views = await readListViews();
        } catch (error) {
            this.viewsError = error;
        }
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.find();
        }, SEARCH_AFTER_MS);
    }

    handleViewChange(event: Event) {
        this.viewPath = (event.target as HTMLSelectElement).value;
        this.found = undefined;
        this.text = '';
        const field = this.template?.querySelector('input');
        if (field) field.value = '';
        void this.readListed();
    }

    /** Enter adds whom the sentence below the field names; the arrow goes to the list. */
    handleSearchKeydown(event: KeyboardEvent) {
        const [first] = this.addable;
        if (event.key === 'Enter' && this.found && first) {
            this.add([first]);
            // What is typed next takes its place
            (event.target as HTMLInputElement).select();
        } else if (event.key === 'ArrowDown') this.template?.querySelector<HTMLElement>('.add')?.focus();
        else return;
        event.preventDefault();
    }

    handleListKeydown(event: KeyboardEvent) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const buttons = [...(this.template?.querySelectorAll<HTMLElement>('.add') ?? [])];
        const next = buttons.indexOf(event.target as HTMLElement) + step;
        (buttons[next] ?? (next < 0 ? this.template?.querySelector('input') : undefined))?.focus();
    }

    handleAddClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const people = this.addable;
        const place = people.findIndex((person) => person.id === id);
        // The button goes away with the click
        const next = people[place + 1] ?? people[place - 1];
        const field = next
            ? this.template?.querySelector<HTMLElement>(`.add[data-id="${next.id}"]`)
            : this.template?.querySelector('input');
        field?.focus();
        this.add(people.slice(place, place + 1));
    }

    handleAddAllClick() {
        this.template?.querySelector('input')?.focus();
        this.add(this.addable.slice(0, this.room));
    }

    add(people: Person[]) {
        if (!this.isFull) this.dispatchEvent(new CustomEvent('add', { detail: people }));
    }

    handleRetry() {
        if (this.text) void this.find();
        else void this.readListed();
    }

    async find() {
        const q = this.text;
        if (!q) {
            this.found = undefined;
            this.error = undefined;
            return;
        }
        await this.read(
            () => callServer<PersonList>('GET', `/people?${new URLSearchParams({ q })}`),
            ({ people }) => (this.found = people),
            () => q === this.text
        );
    }

    async readListed() {
        const { viewPath } = this;
        this.listed = undefined;
        if (!viewPath) return;
        await this.read(
            () => callServer<ListedPeople>('GET', `/list-views/${viewPath}`),
            (listedPeople) => (this.listed = listedPeople),
            () => viewPath === this.viewPath && !this.text
        );
    }

    async read<Answer>(ask: () => Promise<Answer>, take: (answer: Answer) => void, isWanted: () => boolean) {
        this.error = undefined;
        this.isReading = true;
        try {
            const answer = await ask();
            if (isWanted()) take(answer);
        } catch (error) {
            if (isWanted()) this.error = error;
        } finally {
            if (isWanted()) this.isReading = false;
        }
    }
}
