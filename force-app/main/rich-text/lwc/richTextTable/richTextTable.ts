import { LightningElement, api } from 'lwc';

import type { RichTextCommand } from 'c/richTextToolbar';
import type { TableChange } from 'richText';
import { changeLabels, labels } from './words';

const MOST_ROWS = 50;
const MOST_COLUMNS = 10;
const CHANGES: TableChange[] = ['rowAbove', 'rowBelow', 'columnBefore', 'columnAfter', 'deleteRow', 'deleteColumn', 'deleteTable'];

/** A new table, or what can be done with the one at the caret. Fires `command` and `cancel`. */
export default class RichTextTable extends LightningElement {
    @api isInTable = false;

    labels = labels;
    mostRows = MOST_ROWS;
    mostColumns = MOST_COLUMNS;
    isDrawn = false;

    changes = CHANGES.map((name) => ({ name, label: changeLabels[name] }));

    renderedCallback() {
        if (this.isDrawn) return;
        this.isDrawn = true;
        this.template?.querySelector<HTMLElement>('input, button')?.focus();
    }

    handleKeydown(event: KeyboardEvent) {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        event.stopPropagation();
        this.handleInsertClick();
    }

    handleInsertClick() {
        const inputs = [...(this.template?.querySelectorAll<HTMLInputElement>('input') ?? [])];
        if (!inputs.every((input) => input.reportValidity())) return;
        const [rows = 1, columns = 1] = inputs.map((input) => Math.round(Number(input.value)));
        this.fireCommand((editor) => editor.insertTable(rows, columns));
    }

    handleChangeClick(event: Event) {
        const change = (event.currentTarget as HTMLElement).dataset['change'] as TableChange;
        this.fireCommand((editor) => editor.changeTable(change));
    }

    handleCancelClick() {
        this.dispatchEvent(new CustomEvent('cancel'));
    }

    fireCommand(command: RichTextCommand) {
        this.dispatchEvent(new CustomEvent('command', { detail: command }));
    }
}
