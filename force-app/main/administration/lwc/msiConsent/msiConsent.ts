import { LightningElement, api } from 'lwc';

import openLink from '@salesforce/label/c.Onboarding_OpenLink';
import waiting from '@salesforce/label/c.Onboarding_Waiting';

import { callServer } from 'c/serverApi';
import type { ConsentLink } from 'service';

/** The ticket in a consent link dies after 60 s. */
const LINK_LIVES_MS = 55_000;
/** Beside a second window this page is never looked away from, so it also asks by itself for as long as a consent may take. */
const LOOK_AGAIN_MS = 5000;
const LOOKS = 120;

/** A button that goes on in another tab, where somebody gives consent. Fires `return` when the outcome may be there. */
export default class MsiConsent extends LightningElement {
    /** The route that answers with the link. */
    @api path = '';
    @api label = '';
    @api variant = 'neutral';
    /** When the consent was answered last, where the page knows it. A new time ends the waiting. */
    @api
    get answeredAt() {
        return this.answered;
    }
    set answeredAt(value: string | null | undefined) {
        if (this.isAway && value !== this.answered) this.endWaiting();
        this.answered = value;
    }

    labels = { openLink, waiting };
    url: string | undefined;
    isBusy = false;
    isAway = false;
    error: unknown;
    answered: string | null | undefined;
    timer: ReturnType<typeof setTimeout> | undefined;
    lookTimer: ReturnType<typeof setTimeout> | undefined;

    connectedCallback() {
        window.addEventListener('focus', this.handleFocus);
    }

    disconnectedCallback() {
        window.removeEventListener('focus', this.handleFocus);
        clearTimeout(this.timer);
        clearTimeout(this.lookTimer);
    }

    endWaiting() {
        this.isAway = false;
        this.url = undefined;
        clearTimeout(this.timer);
        clearTimeout(this.lookTimer);
    }

    handleFocus = () => {
        if (this.isAway) this.dispatchEvent(new CustomEvent('return'));
    };

    lookAgain(looks: number) {
        clearTimeout(this.lookTimer);
        if (looks === 0) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.lookTimer = setTimeout(() => {
            this.lookAgain(looks - 1);
            if (!document.hidden) this.dispatchEvent(new CustomEvent('return'));
        }, LOOK_AGAIN_MS);
    }

    async handleClick() {
        this.isBusy = true;
        this.error = undefined;
        try {
            const { url } = await callServer<ConsentLink>('POST', this.path);
            window.open(url, '_blank', 'noopener');
            this.isAway = true;
            this.lookAgain(LOOKS);
            this.offerLink(url);
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    /** With noopener nobody can tell whether the browser blocked the tab, so the link also stands here while it lives. */
    offerLink(url: string) {
        this.url = url;
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            this.url = undefined;
        }, LINK_LIVES_MS);
    }
}
