import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';

/** Asks before something ends, naming it and what goes with it. Closes with true when confirmed. */
export default class MsiConfirm extends LightningModal {
    @api heading = '';
    /** What goes with it, a sentence each. */
    @api consequences: string[] = [];
    /** A verb with its object. */
    @api confirmLabel = '';
    /** Of the button that confirms; `brand` where nothing is lost. */
    @api confirmVariant = 'destructive';

    cancel = cancel;

    get lines() {
        return this.consequences.map((text, key) => ({ key, text }));
    }

    handleCancelClick() {
        this.close(false);
    }

    handleConfirmClick() {
        this.close(true);
    }
}
