import { LightningElement, api } from 'lwc';

import apiDisabledText from '@salesforce/label/c.Onboarding_ApiDisabled_Text';
import apiDisabledTitle from '@salesforce/label/c.Onboarding_ApiDisabled_Title';
import mailboxButton from '@salesforce/label/c.Onboarding_Mailbox_Button';
import mailboxText from '@salesforce/label/c.Onboarding_Mailbox_Text';
import mailboxTitle from '@salesforce/label/c.Onboarding_Mailbox_Title';
import notActivatedButton from '@salesforce/label/c.Onboarding_NotActivated_Button';
import notActivatedText from '@salesforce/label/c.Onboarding_NotActivated_Text';
import notActivatedTitle from '@salesforce/label/c.Onboarding_NotActivated_Title';
import notInvitedButton from '@salesforce/label/c.Onboarding_NotInvited_Button';
import notInvitedText from '@salesforce/label/c.Onboarding_NotInvited_Text';
import notInvitedTitle from '@salesforce/label/c.Onboarding_NotInvited_Title';
import openLink from '@salesforce/label/c.Onboarding_OpenLink';
import reconnectTitle from '@salesforce/label/c.Onboarding_Reconnect_Title';
import salesforceButton from '@salesforce/label/c.Onboarding_Salesforce_Button';
import salesforceText from '@salesforce/label/c.Onboarding_Salesforce_Text';
import salesforceTitle from '@salesforce/label/c.Onboarding_Salesforce_Title';
import stoppedText from '@salesforce/label/c.Onboarding_Stopped_Text';
import stoppedTitle from '@salesforce/label/c.Onboarding_Stopped_Title';
import waiting from '@salesforce/label/c.Onboarding_Waiting';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import whyScopes from '@salesforce/label/c.Panel_Mailbox_WhyScopes';
import whyUnknown from '@salesforce/label/c.Panel_Mailbox_WhyUnknown';
import tryAgain from '@salesforce/label/c.Shared_Error_Retry';

import { whyOf } from 'c/mailboxWords';
import { callServer } from 'c/serverApi';
import type { ConsentLink, EmailConnection, Readiness } from 'service';

/** The ticket in a consent link dies after 60 s. */
const LINK_LIVES_MS = 55_000;

interface Words {
    title: string;
    text: string;
    button: string;
}

const WORDS: Record<Exclude<Readiness, 'ready'>, Words> = {
    not_invited: { title: notInvitedTitle, text: notInvitedText, button: notInvitedButton },
    stopped: { title: stoppedTitle, text: stoppedText, button: tryAgain },
    not_activated: { title: notActivatedTitle, text: notActivatedText, button: notActivatedButton },
    api_disabled: { title: apiDisabledTitle, text: apiDisabledText, button: tryAgain },
    salesforce_disconnected: { title: salesforceTitle, text: salesforceText, button: salesforceButton },
    mailbox_missing: { title: mailboxTitle, text: mailboxText, button: mailboxButton },
    mailbox_reconnect_required: { title: reconnectTitle, text: whyUnknown, button: reconnect }
};

/** The rep can only look whether it has changed. */
const MENDED_BY_ADMIN = new Set<Readiness>(['not_invited', 'stopped']);

/**
 * What stands between the rep and the first send, and one button that continues.
 * Fires `check` to read the state again, and `leave` when the rest happens in another tab.
 */
export default class PanelReadiness extends LightningElement {
    @api readiness: Readiness = 'ready';
    @api connection: EmailConnection | undefined;

    labels = { openLink, waiting };
    url: string | undefined;
    isBusy = false;
    /** A mailbox that works may still lack a permission. */
    isAskedFor = false;
    isAway = false;
    error: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get words(): Words | undefined {
        if (this.readiness === 'ready') return this.isAskedFor ? { ...WORDS.mailbox_reconnect_required, text: whyScopes } : undefined;
        const words = WORDS[this.readiness];
        const why = this.connection && whyOf(this.connection);
        return this.readiness === 'mailbox_reconnect_required' && why ? { ...words, text: why } : words;
    }

    get isWarning() {
        return this.readiness === 'mailbox_reconnect_required' || this.isAskedFor;
    }

    get className() {
        return this.isWarning ? 'screen screen_warning' : 'screen';
    }

    get buttonVariant() {
        return this.isWarning ? 'neutral' : 'brand';
    }

    /** Does what the button does; the mailbox menu offers the same. */
    @api
    async proceed() {
        if (MENDED_BY_ADMIN.has(this.readiness)) {
            this.dispatchEvent(new CustomEvent('check'));
            return;
        }
        if (this.isBusy) return;
        this.isBusy = true;
        this.isAskedFor = this.readiness === 'ready';
        this.error = undefined;
        try {
            const { url } = await callServer<ConsentLink>('POST', this.linkPath);
            window.open(url, '_blank', 'noopener');
            this.offerLink(url);
            this.isAway = true;
            this.dispatchEvent(new CustomEvent('leave'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }

    get linkPath() {
        return this.isWarning && this.connection ? `/email-connections/${this.connection.provider}` : '/onboarding/link';
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
