import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import deactivate from '@salesforce/label/c.Users_Action_Deactivate';
import emails from '@salesforce/label/c.Users_Deactivate_Emails';
import grants from '@salesforce/label/c.Users_Deactivate_Grants';
import kept from '@salesforce/label/c.Users_Deactivate_Kept';
import sessions from '@salesforce/label/c.Users_Deactivate_Sessions';
import title from '@salesforce/label/c.Users_Deactivate_Title';

import { formatLabel } from 'c/labels';

/** Asks before a user is deactivated, naming what goes with it. Closes with true when confirmed. */
export default class MsiDeactivate extends LightningModal {
    /** Name or address. */
    @api person = '';

    labels = { cancel, deactivate, emails, grants, kept, sessions };

    get heading() {
        return formatLabel(title, this.person);
    }

    handleCancelClick() {
        this.close(false);
    }

    handleDeactivateClick() {
        this.close(true);
    }
}
