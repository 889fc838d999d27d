import { LightningElement, api } from 'lwc';

import discard from '@salesforce/label/c.Settings_Unsaved_Discard';
import unsaved from '@salesforce/label/c.Settings_Unsaved_Restored';
import notAdminText from '@salesforce/label/c.Settings_NotAdmin_Text';
import notAdminTitle from '@salesforce/label/c.Users_NotAdmin_Title';

import { ServerProblem } from 'c/serverApi';

/** One page of the settings: heading, loading, failure, content. Fires `retry`, and `discard` when unsaved words are to go. */
export default class MsiPage extends LightningElement {
    @api heading = '';
    /** One sentence on what the page is for. */
    @api intro: string | undefined;
    @api isLoading = false;
    /** Stands in place of the content. */
    @api error: unknown;
    /** The form says what was typed on an earlier visit and not saved. */
    @api isRestored = false;

    labels = { discard, notAdminText, notAdminTitle, unsaved };

    /** The service's own role decides: a permission set alone makes nobody an admin. */
    get isRefused() {
        return this.error instanceof ServerProblem && this.error.code === 'admins_only';
    }

    handleDiscardClick() {
        this.dispatchEvent(new CustomEvent('discard'));
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
