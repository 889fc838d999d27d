import { LightningElement, api } from 'lwc';

export interface Choice {
    value: string;
    label: string;
    /** What it means. */
    text: string;
}

/** One of a few choices, each with a sentence that says what it means. Fires `choose` with its value. */
export default class MsiChoices extends LightningElement {
    @api legend = '';
    @api choices: readonly Choice[] = [];
    @api chosen: string | undefined;
    @api disabled = false;

    get rows() {
        return this.choices.map((choice) => ({ ...choice, isChosen: choice.value === this.chosen }));
    }

    handleChange(event: Event) {
        this.dispatchEvent(new CustomEvent('choose', { detail: (event.target as HTMLInputElement).value }));
    }
}
