import { LightningElement, api } from 'lwc';

import clear from '@salesforce/label/c.BulkEmails_Start_Clear';
import none from '@salesforce/label/c.BulkEmails_Start_None';
import remove from '@salesforce/label/c.BulkEmails_List_Remove';
import write from '@salesforce/label/c.SalesEmail_Chooser_Write';

import { formatLabel, formatPlural } from 'c/labels';
import type { Person } from 'service';

/** Who was chosen for an email to many. Fires `remove` with one of them, `clear`, and `write` when the rep goes on. */
export default class BulkChosen extends LightningElement {
    @api people: Person[] = [];
    /** How many they are, in words. */
    @api countText = '';

    labels = { clear, none };
    /** Whose place in the list the focus takes once the list is drawn without them. */
    removedAt: number | undefined;

    renderedCallback() {
        const { removedAt } = this;
        if (removedAt === undefined) return;
        this.removedAt = undefined;
        const buttons = [...(this.template?.querySelectorAll<HTMLElement>('.remove') ?? [])];
        const next = buttons[Math.min(removedAt, buttons.length - 1)] ?? this.template?.querySelector<HTMLElement>('.heading');
        next?.focus();
    }

    get rows() {
        return this.people.map(({ id, name, email, company }) => ({
            id,
            name,
            facts: [company, email].filter(Boolean).join(' · '),
            removeName: formatLabel(remove, name)
        }));
    }

    get isNobody() {
        return this.people.length === 0;
    }

    get writeLabel() {
        return formatPlural(write, this.people.length);
    }

    handleRemoveClick(event: Event) {
        const { id } = (event.currentTarget as HTMLElement).dataset;
        this.removedAt = this.people.findIndex((person) => person.id === id);
        const detail = this.people[this.removedAt];
        if (detail) this.dispatchEvent(new CustomEvent('remove', { detail }));
    }

    handleClearClick() {
        this.removedAt = 0;
        this.dispatchEvent(new CustomEvent('clear'));
    }

    handleWriteClick() {
        this.dispatchEvent(new CustomEvent('write'));
    }
}
