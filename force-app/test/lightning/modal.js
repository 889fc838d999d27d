import { LightningElement, api } from 'lwc';

/** As much of the platform's modal as a component under test needs; a closed modal leaves the page. */
export default class LightningModal extends LightningElement {
    static open = jest.fn();

    @api label = '';
    @api size = 'medium';
    @api disableClose = false;

    @api
    close(result) {
        if (this.disableClose) throw new Error('close() was called while disableClose is set');
        this.dispatchEvent(new CustomEvent('modalclose', { detail: { result } }));
    }
}
