import { LightningElement, api } from 'lwc';

import close from '@salesforce/label/c.Classic_Notice_Close';

import { setHostPage, type Toast } from 'c/hostPage';
import { ClassicPage } from './classicPage';

const ICONS = { success: 'utility:success', info: 'utility:info', warning: 'utility:warning', error: 'utility:error' };

interface Notice {
    number: number;
    title: Toast['title'];
    links: NonNullable<Toast['messageData']>;
    icon: string;
    className: string;
}

/** The panel on a Visualforce page of Salesforce Classic, with a place for the notices that Lightning Experience shows as toasts. */
export default class MsiClassicPanel extends LightningElement {
    @api recordId = '';
    @api objectApiName = '';
    @api windowUrl = '';

    labels = { close };
    isReady = false;
    /** One at most. Each has a number, so that one with the same words is drawn and read aloud again. */
    notices: Notice[] = [];
    shown = 0;

    /** Before the panel is there, which asks its surroundings from the first moment. */
    connectedCallback() {
        setHostPage(new ClassicPage({ windowUrl: this.windowUrl, show: (toast) => this.show(toast) }));
        this.isReady = true;
    }

    disconnectedCallback() {
        setHostPage(null);
    }

    show(toast: Toast) {
        const variant = toast.variant ?? 'info';
        this.shown += 1;
        const { title, messageData: links = [] } = toast;
        this.notices = [{ number: this.shown, title, links, icon: ICONS[variant], className: `notice notice_${variant}` }];
    }

    /** The button goes with its notice, and the focus must not go with both. */
    handleCloseClick() {
        this.notices = [];
        this.template?.querySelector<HTMLElement>('.panel')?.focus();
    }
}
