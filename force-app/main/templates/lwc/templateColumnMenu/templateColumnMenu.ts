import { LightningElement, api } from 'lwc';

import columns from '@salesforce/label/c.Templates_Columns';
import showAll from '@salesforce/label/c.Templates_Columns_All';

import { ALL_COLUMNS, TEMPLATE_COLUMNS, type ShownColumns, type TemplateColumn } from 'c/templateColumns';

/** Which columns the list of templates has (TP-5). The name is always there. Fires `choose` with the column to show or hide, or `all`. */
export default class TemplateColumnMenu extends LightningElement {
    @api columns: ShownColumns = ALL_COLUMNS;

    labels = { columns, showAll };

    get items() {
        return TEMPLATE_COLUMNS.map(({ name, label }) => ({ name, label, isShown: this.columns[name] }));
    }

    get isWhole() {
        return TEMPLATE_COLUMNS.every(({ name }) => this.columns[name]);
    }

    handleSelect(event: CustomEvent<{ value: TemplateColumn | 'all' }>) {
        this.dispatchEvent(new CustomEvent<TemplateColumn | 'all'>('choose', { detail: event.detail.value }));
    }
}
