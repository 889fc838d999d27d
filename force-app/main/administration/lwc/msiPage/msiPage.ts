import { LightningElement, api } from 'lwc';

import notAdminText from '@salesforce/label/c.Settings_NotAdmin_Text';
import notAdminTitle from '@salesforce/label/c.Users_NotAdmin_Title';

import { ServerProblem } from 'c/serverApi';

/** One page of the settings: heading, loading, failure, content. Fires `retry`. */
export default class MsiPage extends LightningElement {
    @api heading = '';
    /** One sentence on what the page is for. */
    @api intro: string | undefined;
    @api isLoading = false;
    /** Stands in place of the content. */
    @api error: unknown;

    labels = { notAdminText, notAdminTitle };

    /** The service's own role decides: a permission set alone makes nobody an admin. */
    get isRefused() {
        return this.error instanceof ServerProblem && this.error.code === 'admins_only';
    }

    handleRetry() {
        this.dispatchEvent(new CustomEvent('retry'));
    }
}
