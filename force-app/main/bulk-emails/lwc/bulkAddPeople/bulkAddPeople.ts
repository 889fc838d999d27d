import { LightningElement, api } from 'lwc';

import add from '@salesforce/label/c.BulkEmails_Add_Add';
import addName from '@salesforce/label/c.BulkEmails_Add_AddName';
import close from '@salesforce/label/c.BulkEmails_Add_Close';
import inList from '@salesforce/label/c.BulkEmails_Add_InList';
import none from '@salesforce/label/c.SalesEmail_Chooser_None';
import noEmailAddress from '@salesforce/label/c.Panel_Reason_NoEmailAddress';
import search from '@salesforce/label/c.BulkEmails_Add_Search';

import { formatLabel } from 'c/labels';
import { refusalWords } from 'c/refusalWords';
import { callServer } from 'c/serverApi';
import type { Person, PersonList } from 'service';

const SEARCH_AFTER_MS = 250;

/** Finds leads and contacts that are to get the email too. Fires `add` with the id of one, and `close`. */
export default class BulkAddPeople extends LightningElement {
    /** Those who are in the list. */
    @api chosenIds: string[] = [];
    @api isBusy = false;

    labels = { add, close, inList, search };
    text = '';
    found: Person[] | undefined;
    error: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;
    isDrawn = false;

    @api
    focus() {
        this.template?.querySelector('input')?.focus();
    }

    renderedCallback() {
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.focus();
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get items() {
        const chosen = new Set(this.chosenIds.map((id) => id.slice(0, 15)));
        return (this.found ?? []).map(({ id, name, email, company, title, refusal }) => ({
            id,
            name,
            addName: formatLabel(addName, name),
            facts: [title, company, email ?? noEmailAddress, refusalWords(refusal)].filter(Boolean).join(' · '),
            isIn: chosen.has(id.slice(0, 15))
        }));
    }

    get noneText() {
        return this.found?.length === 0 ? formatLabel(none, this.text) : '';
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value.trim();
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.find();
        }, SEARCH_AFTER_MS);
    }

    async find() {
        const q = this.text;
        this.error = undefined;
        if (!q) {
            this.found = undefined;
            return;
        }
        try {
            const { people } = await callServer<PersonList>('GET', `/people?${new URLSearchParams({ q })}`);
            if (q === this.text) this.found = people;
        } catch (error) {
            if (q === this.text) this.error = error;
        }
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        this.handleCloseClick();
    }

    handleAddClick(event: Event) {
        this.focus();
        this.dispatchEvent(new CustomEvent('add', { detail: (event.currentTarget as HTMLElement).dataset['id'] }));
    }

    handleCloseClick() {
        this.dispatchEvent(new CustomEvent('close'));
    }
}
