import { LightningElement, api } from 'lwc';

import { labels } from './words';

/** Dark enough to be read on white (WCAG 2.2, 1.4.3). */
const TEXT: [label: string, color: string][] = [
    [labels.usual, ''],
    [labels.black, '#000000'],
    [labels.gray, '#5c5c5c'],
    [labels.red, '#c5221f'],
    [labels.orange, '#a84f00'],
    [labels.green, '#137333'],
    [labels.teal, '#006a75'],
    [labels.blue, '#1a56db'],
    [labels.purple, '#7b1fa2'],
    [labels.pink, '#b80672'],
    [labels.brown, '#7a4100']
];
/** Light enough for dark text. */
const HIGHLIGHT: [label: string, color: string][] = [
    [labels.none, ''],
    [labels.yellow, '#fff475'],
    [labels.orange, '#ffd8a8'],
    [labels.green, '#ccff90'],
    [labels.teal, '#a7ffeb'],
    [labels.blue, '#cbe8ff'],
    [labels.purple, '#e6d5ff'],
    [labels.pink, '#fdcfe8'],
    [labels.gray, '#e8eaed']
];

/** Colours to choose from. Fires `choose` with one, empty for none. */
export default class RichTextColors extends LightningElement {
    @api kind: 'color' | 'background-color' = 'color';
    /** The one that the text has. */
    @api value = '';

    isDrawn = false;

    get label() {
        return this.kind === 'color' ? labels.text : labels.highlight;
    }

    get colors() {
        return (this.kind === 'color' ? TEXT : HIGHLIGHT).map(([label, color]) => ({
            label,
            color,
            style: color ? `background-color:${color}` : '',
            className: color ? 'color' : 'color none',
            pressed: String(color === this.value.toLowerCase())
        }));
    }

    renderedCallback() {
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.buttons.find(({ ariaPressed }) => ariaPressed === 'true')?.focus();
        if (!this.template?.activeElement) this.buttons[0]?.focus();
    }

    get buttons() {
        return [...(this.template?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
    }

    handleClick(event: Event) {
        this.dispatchEvent(new CustomEvent('choose', { detail: (event.currentTarget as HTMLElement).dataset['color'] ?? '' }));
    }

    handleKeydown(event: KeyboardEvent) {
        const isFromRight = getComputedStyle(event.currentTarget as HTMLElement).direction === 'rtl';
        const step = { ArrowRight: isFromRight ? -1 : 1, ArrowLeft: isFromRight ? 1 : -1 }[event.key];
        if (!step) return;
        event.preventDefault();
        const { buttons } = this;
        const at = buttons.findIndex((button) => button === event.target);
        buttons[(at + step + buttons.length) % buttons.length]?.focus();
    }
}
