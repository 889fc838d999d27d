import { LightningElement, api } from 'lwc';

import loading from '@salesforce/label/c.Shared_Loading';

/** The grey shape of what is coming. It keeps the height, so nothing jumps when the content arrives. */
export default class Stencil extends LightningElement {
    /** How many rows to draw. */
    @api rows: number | string = 3;

    loading = loading;

    get keys() {
        return Array.from({ length: Number(this.rows) }, (_, key) => key);
    }
}
