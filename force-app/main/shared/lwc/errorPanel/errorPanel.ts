import { LightningElement, api } from 'lwc';

import hideDetails from '@salesforce/label/c.Shared_Error_HideDetails';
import retry from '@salesforce/label/c.Shared_Error_Retry';
import retryAtLabel from '@salesforce/label/c.Shared_Error_RetryAt';
import showDetails from '@salesforce/label/c.Shared_Error_ShowDetails';

import { reduceErrors } from './reduceErrors';

/** What went wrong in one sentence, with a way on. Fires `retry`. */
export default class ErrorPanel extends LightningElement {
    /** Anything that was thrown. */
    @api error: unknown;
    /** True where trying again makes no sense. */
    @api noRetry = false;

    labels = { retry, retryAtLabel };
    isOpen = false;

    get reduced() {
        return reduceErrors(this.error);
    }

    get showRetry() {
        return !this.noRetry;
    }

    get hasActions() {
        return this.reduced.details.length > 0 || this.showRetry;
    }

    get toggleLabel() {
        return this.isOpen ? hideDetails : showDetails;
    }

    get ariaExpanded() {
        return String(this.isOpen);
    }

    handleRetryClick() {
        this.dispatchEvent(new CustomEvent('retry'));
    }

    handleDetailsClick() {
        this.isOpen = !this.isOpen;
    }
}
