import { LightningElement } from 'lwc';

import added from '@salesforce/label/c.BulkEmails_Start_Added';
import addedMany from '@salesforce/label/c.BulkEmails_Start_AddedMany';
import count from '@salesforce/label/c.BulkEmails_Start_Count';
import removed from '@salesforce/label/c.BulkEmails_Start_Removed';
import text from '@salesforce/label/c.BulkEmails_Start_Text';
import title from '@salesforce/label/c.BulkEmails_Start_Title';

import { formatLabel, formatPlural } from 'c/labels';
import type { Person } from 'service';

/** As many as Salesforce lets somebody select in a list. The service refuses more. */
export const MOST_PEOPLE = 200;

/**
 * How an email to many begins: somebody goes on with an earlier one, or chooses people. Fires `begin` with `{ id }` or `{ personIds }`, in
 * the order in which they were chosen.
 */
export default class BulkStart extends LightningElement {
    labels = { text, title };
    chosen: Person[] = [];
    announcement = '';

    get chosenIds() {
        return this.chosen.map(({ id }) => id);
    }

    get room() {
        return MOST_PEOPLE - this.chosen.length;
    }

    get countText() {
        return formatLabel(count, this.chosen.length, MOST_PEOPLE);
    }

    handleAdd(event: CustomEvent<Person[]>) {
        const known = new Set(this.chosenIds);
        const people = event.detail.filter(({ id }) => !known.has(id)).slice(0, this.room);
        this.chosen = [...this.chosen, ...people];
        const [first] = people;
        if (!first) return;
        const what = people.length === 1 ? formatLabel(added, first.name) : formatPlural(addedMany, people.length);
        this.announcement = `${what} ${this.countText}`;
    }

    handleRemove({ detail: { id, name } }: CustomEvent<Person>) {
        this.chosen = this.chosen.filter((person) => person.id !== id);
        this.announcement = `${formatLabel(removed, name)} ${this.countText}`;
    }

    handleClear() {
        this.chosen = [];
        this.announcement = this.countText;
    }

    handleOpen({ detail: id }: CustomEvent<string>) {
        this.begin({ id });
    }

    handleWrite() {
        this.begin({ personIds: this.chosenIds });
    }

    begin(detail: { id: string } | { personIds: string[] }) {
        this.dispatchEvent(new CustomEvent('begin', { detail }));
    }
}
