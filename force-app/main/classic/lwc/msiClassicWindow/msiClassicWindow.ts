import { LightningElement } from 'lwc';

import done from '@salesforce/label/c.Classic_Window_Done';
import lost from '@salesforce/label/c.Classic_Window_Lost';

import { classicAddress } from 'c/classicAddress';
import { post, read, type WindowMessage } from 'c/classicMessages';
import type { PageReference, WindowName } from 'c/hostPage';
import SalesEmailCompose from 'c/salesEmailCompose';
import TaskForm from 'c/taskForm';

const WINDOWS: Record<WindowName, typeof SalesEmailCompose | typeof TaskForm> = { compose: SalesEmailCompose, task: TaskForm };
/** The panel answers at once; longer than this means that it is gone. */
const ANSWER_WITHIN_MS = 5000;
const HEARD_WITHIN_MS = 2000;

/**
 * The page of a browser window that the panel has opened in Salesforce Classic. It shows one window of ours, tells the panel what became of
 * it, and closes itself once the panel has heard it. A record page that was loaded again meanwhile hears nothing: then the window says so.
 */
export default class MsiClassicWindow extends LightningElement {
    labels = { done, lost };
    state: 'waiting' | 'shown' | 'closed' | 'done' | 'lost' = 'waiting';
    key = '';
    timer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        this.key = window.location.hash.slice(1);
        window.addEventListener('message', this.handleMessage);
        window.addEventListener('beforeunload', this.handleLeave);
        if (!this.postToPanel({ key: this.key, says: 'ready' })) this.state = 'lost';
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.state = 'lost';
        }, ANSWER_WITHIN_MS);
    }

    disconnectedCallback() {
        window.removeEventListener('message', this.handleMessage);
        window.removeEventListener('beforeunload', this.handleLeave);
        clearTimeout(this.timer);
    }

    get isLost() {
        return this.state === 'lost';
    }

    get isDone() {
        return this.state === 'done';
    }

    handleMessage = (event: MessageEvent<unknown>) => {
        const message = read(event, this.key);
        if (message?.says === 'show' && this.state !== 'shown') void this.show(message);
        if (message?.says === 'heard') window.close();
    };

    /** The browser asks before it throws away what stands in the window. */
    handleLeave = (event: Event) => {
        if (this.state === 'shown') event.preventDefault();
    };

    async show({ name, options }: { name: WindowName; options: Parameters<typeof SalesEmailCompose.open>[0] }) {
        clearTimeout(this.timer);
        this.state = 'shown';
        document.title = options.label ?? '';
        const result = await WINDOWS[name].open(options);
        this.state = 'closed';
        const page = (result as { page?: PageReference } | undefined)?.page;
        if (page) this.leaveFor(page);
        else this.finish(result);
    }

    finish(result: unknown) {
        this.postToPanel({ key: this.key, says: 'done', result });
        if (result === undefined) window.close();
        else this.sayDoneUnlessHeard();
    }

    /** A browser may open a new tab for the click in this window, but not for the panel. Where it does not, the page comes in here. */
    leaveFor(page: PageReference) {
        const address = classicAddress(page);
        if (window.open(address)) this.finish(undefined);
        else window.location.assign(address);
    }

    sayDoneUnlessHeard() {
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.state = 'done';
        }, HEARD_WITHIN_MS);
    }

    /** False when the panel is not there any more. */
    postToPanel(message: WindowMessage): boolean {
        const opener = window.opener as Window | null;
        if (!opener || opener.closed) return false;
        post(opener, message);
        return true;
    }
}
