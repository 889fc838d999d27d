import { LightningElement, api } from 'lwc';

import noEmailAddress from '@salesforce/label/c.Panel_Reason_NoEmailAddress';
import none from '@salesforce/label/c.SalesEmail_Chooser_None';
import primary from '@salesforce/label/c.SalesEmail_Chooser_Primary';
import search from '@salesforce/label/c.SalesEmail_Chooser_Search';
import title from '@salesforce/label/c.SalesEmail_Chooser_Title';

import { formatLabel } from 'c/labels';
import { refusalWords } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { Person, PersonList } from 'service';

const SEARCH_AFTER_MS = 250;

/** One person of an Account or Opportunity. Who cannot be mailed is listed with the reason. Fires `choose` with the person. */
export default class PersonChooser extends LightningElement {
    @api recordId = '';
    @api people: Person[] = [];

    labels = { primary, search, title };
    text = '';
    found: Person[] | undefined;
    error: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.search, button.person')?.focus();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    /** The first letters that somebody types belong into a field, and not to a button that a space would press. */
    get canSearch() {
        return this.people.length > 0;
    }

    get items() {
        return (this.found ?? this.people).map((person) => {
            const reason = person.email ? refusalWords(person.refusal) : noEmailAddress;
            return {
                id: person.id,
                name: person.name,
                isPrimary: person.isPrimary,
                facts: [person.role, person.title, person.email].filter(Boolean).map((text, key) => ({ key, text })),
                reason,
                canChoose: !reason
            };
        });
    }

    get isNobody() {
        return this.items.length === 0;
    }

    get noneText() {
        return formatLabel(none, this.text);
    }

    handleSearchChange(event: CustomEvent<{ value: string }>) {
        this.text = event.detail.value.trim();
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.find();
        }, SEARCH_AFTER_MS);
    }

    handlePersonClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        const detail = (this.found ?? this.people).find((person) => person.id === id);
        this.dispatchEvent(new CustomEvent<Person | undefined>('choose', { detail }));
    }

    async find() {
        const q = this.text;
        this.error = undefined;
        try {
            const query = new URLSearchParams({ recordId: this.recordId, q });
            const { people } = await callServer<PersonList>('GET', `/people?${query}`);
            if (q === this.text) this.found = people;
        } catch (error) {
            this.error = error;
        }
    }
}
