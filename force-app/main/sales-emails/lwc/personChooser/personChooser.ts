import { LightningElement, api } from 'lwc';

import noEmailAddress from '@salesforce/label/c.Panel_Reason_NoEmailAddress';
import none from '@salesforce/label/c.SalesEmail_Chooser_None';
import primary from '@salesforce/label/c.SalesEmail_Chooser_Primary';
import search from '@salesforce/label/c.SalesEmail_Chooser_Search';
import selectAll from '@salesforce/label/c.SalesEmail_Chooser_SelectAll';
import title from '@salesforce/label/c.SalesEmail_Chooser_Title';
import write from '@salesforce/label/c.SalesEmail_Chooser_Write';

import { formatLabel, formatPlural } from 'c/labels';
import { refusalWords } from 'c/refusalWords';
import { callServer } from 'c/serverApi';
import type { BulkEmail, Person, PersonList } from 'service';

const SEARCH_AFTER_MS = 250;

/** Undefined for who can be mailed. */
function reasonOf({ email, refusal }: Person): string | undefined {
    return email ? refusalWords(refusal) : noEmailAddress;
}

function canChoose(person: Person): boolean {
    return !reasonOf(person);
}

/**
 * The people of an Account or Opportunity. Who cannot be mailed is listed with the reason. Fires `choose` with one person. Several get an
 * email to many: it is made here, and `many` has the page where it is written.
 */
export default class PersonChooser extends LightningElement {
    @api recordId = '';
    @api people: Person[] = [];

    /** Only one can be chosen, as when an email is begun already. */
    @api isSingle = false;

    labels = { primary, search, selectAll, title };
    text = '';
    found: Person[] | undefined;
    /** In the order in which they were ticked. A search takes none of them away. */
    ticked: Person[] = [];
    error: unknown;
    isMaking = false;
    makeError: unknown;
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

    get shown() {
        return this.found ?? this.people;
    }

    get items() {
        return this.shown.map((person) => {
            const reason = reasonOf(person);
            return {
                id: person.id,
                name: person.name,
                isPrimary: person.isPrimary,
                facts: [person.role, person.title, person.email].filter(Boolean).map((text, key) => ({ key, text })),
                reason,
                canChoose: !reason,
                canTick: !reason && this.canTick,
                isTicked: this.isTicked(person)
            };
        });
    }

    get choosable() {
        return this.shown.filter(canChoose);
    }

    get canTick() {
        return !this.isSingle && (this.choosable.length > 1 || this.ticked.length > 0);
    }

    get areAllTicked() {
        return this.choosable.length > 0 && this.choosable.every(this.isTicked);
    }

    get writeLabel() {
        return this.ticked.length > 0 && formatPlural(write, this.ticked.length);
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

    isTicked = ({ id }: Person) => this.ticked.some((person) => person.id === id);

    personOf({ currentTarget }: Event) {
        const { id } = (currentTarget as HTMLElement).dataset;
        return this.shown.filter((person) => person.id === id);
    }

    handlePersonClick(event: Event) {
        this.choose(...this.personOf(event));
    }

    handleTick(event: CustomEvent<{ checked: boolean }>) {
        this.tick(this.personOf(event), event.detail.checked);
    }

    handleTickAll(event: CustomEvent<{ checked: boolean }>) {
        this.tick(this.choosable, event.detail.checked);
    }

    tick(people: Person[], isOn: boolean) {
        const others = this.ticked.filter(({ id }) => people.every((person) => person.id !== id));
        this.ticked = isOn ? [...this.ticked, ...people.filter((person) => !this.isTicked(person))] : others;
    }

    choose(detail?: Person) {
        this.dispatchEvent(new CustomEvent('choose', { detail }));
    }

    async handleWriteClick() {
        const personIds = this.ticked.map(({ id }) => id);
        if (personIds.length === 1) {
            this.choose(...this.ticked);
            return;
        }
        this.isMaking = true;
        this.makeError = undefined;
        try {
            const { id } = await callServer<BulkEmail>('POST', '/bulk-emails', { recordId: this.recordId, personIds });
            const detail = {
                type: 'standard__component',
                attributes: { componentName: 'c__msiSelectAndSend' },
                state: { c__id: id }
            };
            this.dispatchEvent(new CustomEvent('many', { detail }));
        } catch (error) {
            this.makeError = error;
        }
        this.isMaking = false;
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
