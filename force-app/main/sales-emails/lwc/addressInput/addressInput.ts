import { api } from 'lwc';

import added from '@salesforce/label/c.SalesEmail_Address_Added';
import chipsLabel from '@salesforce/label/c.SalesEmail_Address_Chips';
import invalid from '@salesforce/label/c.SalesEmail_Address_Invalid';
import removed from '@salesforce/label/c.SalesEmail_Address_Removed';
import notInPlainLetters from '@salesforce/label/c.SalesEmail_Address_NotInPlainLetters';
import there from '@salesforce/label/c.SalesEmail_Address_There';
import tooLong from '@salesforce/label/c.SalesEmail_Address_TooLong';
import tooMany from '@salesforce/label/c.SalesEmail_Address_TooMany';

import { canonicalAddress, problemOfAddress, splitAddresses, type AddressProblem } from 'c/addresses';
import { formatLabel, formatList, formatPlural } from 'c/labels';
import type { RefusedRecipient } from 'service';
import { chipsOf } from './chips';
import { Suggestions } from './suggestions';

/** The service takes no more in one field. */
const MOST_ADDRESSES = 25;
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
export default class AddressInput extends Suggestions {
    @api label = '';
    /** Those of the addresses that may get nothing, as far as the service has said. */
    @api refused: RefusedRecipient[] = [];

    problem = '';
    /** What is no problem: whoever was meant is there already. */
    note = '';
    /** Enter was pressed, and the suggestions for it are on their way. */
    isEntering = false;
    focusChipNext: number | undefined;

    @api
    focus() {
        this.template?.querySelector('input')?.focus();
    }

    /** Takes over what still stands in the field. False when that is not an address; the field then says so. */
    @api
    commit(): boolean {
        return this.take(this.text);
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
        return chipsOf(this.addresses, this.refused);
    }

    get hasChips() {
        return this.addresses.length > 0;
    }

    get chipsLabel() {
        return formatLabel(chipsLabel, this.label);
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

    get message() {
        return this.problem || this.note;
    }

    handleInput(event: Event) {
        this.text = (event.target as HTMLInputElement).value;
        this.problem = '';
        this.note = '';
        this.isEntering = false;
        clearTimeout(this.timer);
        // A comma without an address before it may stand in a name: "Reyes, Omar <omar@globex.example>"
        if (/@.*[,;，；、]\s*$/.test(this.text)) this.take(this.text);
        else this.suggestLater();
    }

    /** A field of one line would glue lines together. What stands beside the caret stays; what is selected goes. */
    handlePaste(event: ClipboardEvent) {
        const pasted = event.clipboardData?.getData('text') ?? '';
        if (splitAddresses(pasted).length < 2 && !/[\r\n]/.test(pasted.trim())) return;
        event.preventDefault();
        const { value, selectionStart, selectionEnd } = event.target as HTMLInputElement;
        this.take(value.slice(0, selectionStart ?? value.length), pasted, value.slice(selectionEnd ?? value.length));
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
            if (this.peopleThere.length > 0) {
                this.text = '';
                this.sayThere(this.peopleThere.map(({ name }) => name));
                return;
            }
        }
        this.commit();
    }

    choose(index: number) {
        const person = this.people[index];
        if (!person?.email || person.refusal) return;
        this.text = '';
        this.take(person.email);
        this.focus();
    }

    /** What is no address stays in the field to be mended, and so does everything that is too much. */
    take(...texts: string[]): boolean {
        this.closeList();
        const parts = texts.flatMap(splitAddresses);
        const seen = this.known;
        const wrong = parts.flatMap((part) => {
            const problem = problemOfAddress(part);
            return problem ? [{ part, problem }] : [];
        });
        const right = parts.filter((part) => problemOfAddress(part) === null);
        const fresh = right.filter((part) => !seen.has(canonicalAddress(part)) && seen.add(canonicalAddress(part)));
        this.note = '';
        if (this.addresses.length + fresh.length > MOST_ADDRESSES) {
            this.text = [...fresh, ...wrong.map(({ part }) => part)].join(', ');
            this.problem = formatPlural(tooMany, MOST_ADDRESSES);
            return false;
        }
        // What comes next must not run into what is wrong.
        this.text = wrong.map(({ part }) => `${part}, `).join('');
        this.problem = wrong[0] ? formatLabel(PROBLEMS[wrong[0].problem], wrong[0].part) : '';
        if (fresh.length) {
            this.announcement = formatLabel(added, formatList(fresh));
            this.emit([...this.addresses, ...fresh]);
        } else if (right.length) this.sayThere(right);
        return wrong.length === 0;
    }

    sayThere(who: string[]) {
        this.note = formatPlural(there, who.length, formatList(who));
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
