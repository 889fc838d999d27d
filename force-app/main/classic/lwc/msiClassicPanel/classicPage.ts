import { classicAddress } from 'c/classicAddress';
import { post, read } from 'c/classicMessages';
import type { HostPage, ModalOptions, PageReference, Toast, WindowName } from 'c/hostPage';

/** Large enough for the compose window with its editor; smaller than most screens. */
const POPUP = 'popup,width=860,height=780';
/** A closed window tells nobody, so it is looked at this often. */
const LOOK_MS = 500;

export interface ClassicPageOptions {
    /** The address of the Visualforce page that shows one window. */
    windowUrl: string;
    /** Shows a notice in the page. */
    show: (toast: Toast) => void;
}

/**
 * What Salesforce Classic does in place of Lightning Experience: a notice stands in the frame, another page opens in a new tab of the
 * browser, and a window is a browser window with a Visualforce page, because the frame is only as high as the page layout makes it.
 */
export class ClassicPage implements HostPage {
    notify: (toast: Toast) => void;
    private readonly windowUrl: string;
    private popup: Window | undefined;

    constructor({ windowUrl, show }: ClassicPageOptions) {
        this.windowUrl = windowUrl;
        this.notify = show;
    }

    open(page: PageReference) {
        window.open(classicAddress(page), '_blank', 'noopener');
    }

    urlOf(page: PageReference): string {
        return classicAddress(page);
    }

    /** One window at a time, as in Lightning: another click brings the open one to the front. A browser may refuse to open any. */
    openWindow(name: WindowName, options: ModalOptions): Promise<unknown> | undefined {
        if (this.popup && !this.popup.closed) {
            this.popup.focus();
            return Promise.resolve(undefined);
        }
        const key = crypto.randomUUID();
        const popup = window.open(`${this.windowUrl}#${key}`, '_blank', POPUP);
        if (!popup) return undefined;
        this.popup = popup;
        return serveWindow(popup, key, { name, options });
    }
}

/** Gives the window what it shows, also when it is loaded again, and waits for its end, which it says was heard. */
function serveWindow(popup: Window, key: string, shown: { name: WindowName; options: ModalOptions }): Promise<unknown> {
    return new Promise((resolve) => {
        function hear(event: MessageEvent<unknown>) {
            const message = read(event, key);
            if (message?.says === 'ready') post(popup, { key, says: 'show', ...shown });
            if (message?.says !== 'done') return;
            post(popup, { key, says: 'heard' });
            end(message.result);
        }
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        const timer = setInterval(() => popup.closed && end(undefined), LOOK_MS);
        function end(result: unknown) {
            window.removeEventListener('message', hear);
            clearInterval(timer);
            resolve(result);
        }
        window.addEventListener('message', hear);
    });
}
