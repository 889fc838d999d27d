import { LightningElement, api } from 'lwc';

import itemWithReason from '@salesforce/label/c.Panel_Actions_ItemWithReason';
import added from '@salesforce/label/c.SalesEmail_Address_Added';
import chipsOf from '@salesforce/label/c.SalesEmail_Address_Chips';
import invalid from '@salesforce/label/c.SalesEmail_Address_Invalid';
import remove from '@salesforce/label/c.SalesEmail_Address_Remove';
import removed from '@salesforce/label/c.SalesEmail_Address_Removed';
import suggestions from '@salesforce/label/c.SalesEmail_Address_Suggestions';
import notInPlainLetters from '@salesforce/label/c.SalesEmail_Address_NotInPlainLetters';
import tooLong from '@salesforce/label/c.SalesEmail_Address_TooLong';
import tooMany from '@salesforce/label/c.SalesEmail_Address_TooMany';

import { canonicalAddress, problemOfAddress, splitAddresses, type AddressProblem } from 'c/addresses';
import { formatLabel, formatList, formatPlural } from 'c/labels';
import { refusalWords } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { Person, PersonList, RefusedRecipient } from 'service';

/** The service takes no more in one field. */
const MOST_ADDRESSES = 25;
const TYPE_AHEAD_AFTER_MS = 250;
/** So many of a name, and Enter takes the only person that they suggest. */
const LETTERS_THAT_CHOOSE = 3;
const PROBLEMS: Record<AddressProblem, string> = {
    not_an_address: invalid,
    too_long: tooLong,
    not_in_plain_letters: notInPlainLetters
};

/**
 * Addresses as chips, with the people of the record as suggestions: an editable combobox with a list (ARIA APG).
 * Fires `change` with `{ addresses }`.
 */
export default class AddressInput extends LightningElement {
    @api label = '';
    @api recordId = '';
    @api addresses: string[] = [];
    /** Those of them that may get nothing, as far as the service has said. */
    @api refused: RefusedRecipient[] = [];

    text = '';
    problem = '';
    announcement = '';
    people: Person[] = [];
    isListOpen = false;
    activeIndex = -1;
    /** Enter was pressed, and the suggestions for it are on their way. */
    isEntering = false;
    focusChipNext: number | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;

    @api
    focus() {
        this.template?.querySelector('input')?.focus();
    }

    /** Takes over what still stands in the field. False when that is not an address; the field then says so. */
    @api
    commit(): boolean {
        return this.take(this.text);
    }

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    renderedCallback() {
        if (this.focusChipNext === undefined) return;
        const chips = [...(this.template?.querySelectorAll<HTMLElement>('.remove') ?? [])];
        const chip = chips[this.focusChipNext] ?? chips.at(-1);
        this.focusChipNext = undefined;
        if (chip) chip.focus();
        else this.focus();
    }

    get chips() {
        const reasons = new Map(this.refused.map((one) => [canonicalAddress(one.address), one.reason]));
        return this.addresses.map((address, index) => {
            const reason = refusalWords(reasons.get(canonicalAddress(address)) ?? null);
            return {
                address,
                index,
                reason,
                title: reason ? formatLabel(itemWithReason, address, reason) : address,
                chipClass: reason ? 'slds-pill chip chip_refused' : 'slds-pill chip',
                // One tab stop for all chips; the arrow keys move among them.
                tabIndex: index === this.addresses.length - 1 ? '0' : '-1',
                removeLabel: formatLabel(remove, address)
            };
        });
    }

    get hasChips() {
        return this.addresses.length > 0;
    }

    get chipsLabel() {
        return formatLabel(chipsOf, this.label);
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

    get fieldClass() {
        const states = `${this.showList ? 'slds-is-open' : ''} ${this.problem ? 'field_wrong' : ''}`;
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click field ${states}`;
    }

    get problemClass() {
        return this.problem ? 'slds-has-error' : '';
    }

    get isInvalid() {
        return this.problem ? 'true' : 'false';
    }

    get activeOptionId() {
        return this.showList && this.activeIndex >= 0 ? `option-${this.activeIndex}` : null;
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value;
        this.problem = '';
        this.isEntering = false;
        clearTimeout(this.timer);
        // A comma without an address before it may stand in a name: "Reyes, Omar <omar@globex.example>"
        if (/@.*[,;，；、]\s*$/.test(this.text)) this.take(this.text);
        else this.suggestLater();
    }

    handlePaste(event: ClipboardEvent) {
        const pasted = event.clipboardData?.getData('text') ?? '';
        if (splitAddresses(pasted).length < 2) return;
        event.preventDefault();
        this.take(`${this.text},${pasted}`);
    }

    handleKeydown(event: KeyboardEvent) {
        const input = event.target as HTMLInputElement;
        const isAtStart = input.selectionStart === 0 && input.selectionEnd === 0;
        switch (event.key) {
            case 'ArrowDown':
            case 'ArrowUp':
                event.preventDefault();
                if (this.showList) this.moveActive(event.key === 'ArrowDown' ? 1 : -1);
                else void this.suggest(this.text.trim());
                break;
            case 'Enter':
                if (event.ctrlKey || event.metaKey) return;
                event.preventDefault();
                if (this.showList && this.activeIndex >= 0) this.choose(this.activeIndex);
                else void this.enter();
                break;
            case 'Escape':
                // The list closes first; only the next Escape belongs to the window around.
                if (this.showList) event.stopPropagation();
                this.closeList();
                break;
            case 'Backspace':
            case 'ArrowLeft':
                if (isAtStart && this.hasChips) {
                    event.preventDefault();
                    this.focusChip(this.addresses.length - 1);
                }
                break;
            default:
        }
    }

    handleChipKeydown(event: KeyboardEvent) {
        const index = indexOf(event);
        if (event.key === 'ArrowLeft') this.focusChip(Math.max(index - 1, 0));
        else if (event.key === 'ArrowRight' && index === this.addresses.length - 1) this.focus();
        else if (event.key === 'ArrowRight') this.focusChip(index + 1);
        else if (event.key === 'Backspace' || event.key === 'Delete') this.removeChip(index);
        else return;
        event.preventDefault();
    }

    handleRemoveClick(event: Event) {
        this.removeChip(indexOf(event));
    }

    /** The chips stand inside the field, so a press beside them is meant for it. */
    handleFieldMousedown(event: MouseEvent) {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        this.focus();
    }

    handleBlur() {
        this.isEntering = false;
        this.closeList();
        this.commit();
    }

    handleOptionMousedown(event: Event) {
        // Keeps the focus in the field, which would otherwise take over what was typed.
        event.preventDefault();
        this.choose(indexOf(event));
    }

    /** A part of a name is enough where it leaves one person only. With several the list stays open for the rep to choose from. */
    async enter() {
        const q = this.text.trim();
        if (q.length >= LETTERS_THAT_CHOOSE && !q.includes('@')) {
            clearTimeout(this.timer);
            this.isEntering = true;
            await this.suggest(q);
            if (!this.isEntering) return;
            this.isEntering = false;
            if (this.showList) {
                if (this.people.length === 1) this.choose(0);
                return;
            }
        }
        this.commit();
    }

    suggestLater() {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.suggest(this.text.trim());
        }, TYPE_AHEAD_AFTER_MS);
    }

    async suggest(q: string) {
        try {
            const query = new URLSearchParams({ recordId: this.recordId, q });
            const { people } = await callServer<PersonList>('GET', `/people?${query}`);
            if (q !== this.text.trim()) return;
            const known = new Set(this.addresses.map(canonicalAddress));
            this.people = people.filter(({ email }) => email && !known.has(canonicalAddress(email)));
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

    choose(index: number) {
        const person = this.people[index];
        if (!person?.email || person.refusal) return;
        this.text = '';
        this.take(person.email);
        this.focus();
    }

    closeList() {
        clearTimeout(this.timer);
        this.isListOpen = false;
        this.activeIndex = -1;
    }

    take(text: string): boolean {
        this.closeList();
        const parts = splitAddresses(text);
        const known = new Set(this.addresses.map(canonicalAddress));
        const wrong = parts.flatMap((part) => {
            const problem = problemOfAddress(part);
            return problem ? [{ part, problem }] : [];
        });
        const fresh = parts.filter((part) => problemOfAddress(part) === null && !known.has(canonicalAddress(part)));
        if (this.addresses.length + fresh.length > MOST_ADDRESSES) {
            this.text = text;
            this.problem = formatPlural(tooMany, MOST_ADDRESSES);
            return false;
        }
        // What comes next must not run into what is wrong.
        this.text = wrong.map(({ part }) => `${part}, `).join('');
        this.problem = wrong[0] ? formatLabel(PROBLEMS[wrong[0].problem], wrong[0].part) : '';
        if (fresh.length) {
            this.announcement = formatLabel(added, formatList(fresh));
            this.emit([...this.addresses, ...fresh]);
        }
        return wrong.length === 0;
    }

    removeChip(index: number) {
        const address = this.addresses[index];
        if (address === undefined) return;
        this.announcement = formatLabel(removed, address);
        this.focusChipNext = Math.max(index - 1, 0);
        this.emit(this.addresses.filter((_, at) => at !== index));
    }

    focusChip(index: number) {
        this.template?.querySelectorAll<HTMLElement>('.remove')[index]?.focus();
    }

    emit(addresses: string[]) {
        this.dispatchEvent(new CustomEvent('change', { detail: { addresses } }));
    }
}

function indexOf(event: Event): number {
    return Number((event.currentTarget as HTMLElement).dataset['index']);
}
