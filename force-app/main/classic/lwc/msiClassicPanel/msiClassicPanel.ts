import { LightningElement, api } from 'lwc';

import close from '@salesforce/label/c.Classic_Notice_Close';

import { setHostPage, type Toast } from 'c/hostPage';
import { ClassicPage } from './classicPage';

const ICONS = { success: 'utility:success', info: 'utility:info', warning: 'utility:warning', error: 'utility:error' };

/** The panel on a Visualforce page of Salesforce Classic, with a place for the notices that Lightning Experience shows as toasts. */
export default class MsiClassicPanel extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    @api windowUrl = '';

    labels = { close };
    isReady = false;
    notice: Toast | undefined;

    /** Before the panel is there, which asks its surroundings from the first moment. */
    connectedCallback() {
        const show = (toast: Toast) => {
            this.notice = toast;
        };
        setHostPage(new ClassicPage({ windowUrl: this.windowUrl, show }));
        this.isReady = true;
    }

    disconnectedCallback() {
        setHostPage(null);
    }

    get icon() {
        return ICONS[this.notice?.variant ?? 'info'];
    }

    get noticeClass() {
        return `notice notice_${this.notice?.variant ?? 'info'}`;
    }

    get links() {
        return this.notice?.messageData ?? [];
    }

    handleCloseClick() {
        this.notice = undefined;
    }
}
