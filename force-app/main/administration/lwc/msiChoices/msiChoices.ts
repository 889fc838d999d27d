import { LightningElement, api } from 'lwc';

export interface Choice {
    value: string;
    label: string;
    /** What it means. */
    text: string;
    /** What speaks against it. */
    note?: string;
}

/** One of a few choices, each with a sentence that says what it means. Fires `choose` with its value. */
export default class MsiChoices extends LightningElement {
    /** One page may ask several questions, and their radio buttons must not be taken for those of one. */
    @api name = 'choice';
    @api legend = '';
    @api choices: readonly Choice[] = [];
    @api chosen: string | undefined;
    @api disabled = false;

    get rows() {
        return this.choices.map((choice) => ({
            ...choice,
            isChosen: choice.value === this.chosen,
            className: choice.note ? 'words' : 'words slds-text-color_weak'
        }));
    }

    handleChange(event: Event) {
        this.dispatchEvent(new CustomEvent('choose', { detail: (event.target as HTMLInputElement).value }));
    }
}
