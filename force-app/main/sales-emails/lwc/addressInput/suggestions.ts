import { LightningElement, api } from 'lwc';

import suggestions from '@salesforce/label/c.SalesEmail_Address_Suggestions';

import { canonicalAddress } from 'c/addresses';
import { formatPlural } from 'c/labels';
import { refusalWords } from 'c/refusalWords';
import { callServer } from 'c/serverApi';
import type { Person, PersonList } from 'service';

const TYPE_AHEAD_AFTER_MS = 250;

/** What a field of addresses suggests while somebody types: people of the record who do not stand in it yet. */
export class Suggestions extends LightningElement {
    @api recordId = '';
    @api addresses: string[] = [];

    text = '';
    announcement = '';
    people: Person[] = [];
    /** Whom the text means as well, and who stand in the field already. */
    peopleThere: Person[] = [];
    isListOpen = false;
    activeIndex = -1;
    timer: ReturnType<typeof setTimeout> | undefined;

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get options() {
        return this.people.map((person, index) => ({
            id: `option-${index}`,
            index,
            name: person.name,
            email: person.email,
            reason: refusalWords(person.refusal),
            isDisabled: String(person.refusal !== null),
            isActive: String(index === this.activeIndex)
        }));
    }

    get showList() {
        return this.isListOpen && this.people.length > 0;
    }

    get expanded() {
        return String(this.showList);
    }

    get activeOptionId() {
        return this.showList && this.activeIndex >= 0 ? `option-${this.activeIndex}` : null;
    }

    /** As addresses are compared. */
    get known() {
        return new Set(this.addresses.map(canonicalAddress));
    }

    suggestLater() {
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.suggest(this.text.trim());
        }, TYPE_AHEAD_AFTER_MS);
    }

    async suggest(q: string) {
        this.peopleThere = [];
        try {
            const query = new URLSearchParams({ recordId: this.recordId, q });
            const { people } = await callServer<PersonList>('GET', `/people?${query}`);
            if (q !== this.text.trim()) return;
            const { known } = this;
            const isThere = ({ email }: Person) => email !== null && known.has(canonicalAddress(email));
            this.people = people.filter((person) => person.email && !isThere(person));
            this.peopleThere = people.filter(isThere);
            this.activeIndex = -1;
            this.isListOpen = true;
            this.announcement = this.people.length ? formatPlural(suggestions, this.people.length) : '';
        } catch {
            // Suggestions are a help only: an address can always be typed in full.
            this.closeList();
        }
    }

    moveActive(step: number) {
        const { length } = this.people;
        this.activeIndex = (Math.max(this.activeIndex, step > 0 ? -1 : 0) + step + length) % length;
    }

    closeList() {
        clearTimeout(this.timer);
        this.isListOpen = false;
        this.activeIndex = -1;
    }
}
