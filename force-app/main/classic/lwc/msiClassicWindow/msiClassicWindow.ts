import { LightningElement } from 'lwc';

import lost from '@salesforce/label/c.Classic_Window_Lost';

import { plain, type WindowMessage } from 'c/classicMessages';
import type { WindowName } from 'c/hostPage';
import SalesEmailCompose from 'c/salesEmailCompose';
import TaskForm from 'c/taskForm';

const WINDOWS: Record<WindowName, typeof SalesEmailCompose | typeof TaskForm> = { compose: SalesEmailCompose, task: TaskForm };
/** The panel answers at once; longer than this means that it is gone. */
const ANSWER_WITHIN_MS = 5000;

/**
 * The page of a browser window that the panel has opened in Salesforce Classic. It shows one window of ours, tells the panel what became of
 * it, and closes itself.
 */
export default class MsiClassicWindow extends LightningElement {
    labels = { lost };
    isLost = false;
    isShown = false;
    key = '';
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        this.key = window.location.hash.slice(1);
        window.addEventListener('message', this.handleMessage);
        window.addEventListener('beforeunload', this.handleLeave);
        if (!this.tell({ key: this.key, says: 'ready' })) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.isLost = !this.isShown;
        }, ANSWER_WITHIN_MS);
    }

    disconnectedCallback() {
        window.removeEventListener('message', this.handleMessage);
        window.removeEventListener('beforeunload', this.handleLeave);
        clearTimeout(this.timer);
    }

    handleMessage = ({ origin, data }: MessageEvent<WindowMessage | null>) => {
        if (origin !== window.location.origin || data?.key !== this.key || data.says !== 'show' || this.isShown) return;
        void this.show(data);
    };

    /** The browser asks before it throws away what stands in the window. */
    handleLeave = (event: Event) => {
        if (this.isShown) event.preventDefault();
    };

    async show({ name, options }: { name: WindowName; options: Parameters<typeof SalesEmailCompose.open>[0] }) {
        this.isShown = true;
        this.isLost = false;
        document.title = options.label ?? '';
        const result = await WINDOWS[name].open(options);
        this.isShown = false;
        this.tell({ key: this.key, says: 'done', result: plain(result) });
        window.close();
    }

    /** False when the panel is not there any more. */
    tell(message: WindowMessage): boolean {
        const opener = window.opener as Window | null;
        if (!opener || opener.closed) {
            this.isLost = true;
            return false;
        }
        opener.postMessage(message, window.location.origin);
        return true;
    }
}
