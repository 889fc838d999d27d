import { LightningElement, api } from 'lwc';

import check from '@salesforce/label/c.Onboarding_NotInvited_Button';
import connectSalesforce from '@salesforce/label/c.Onboarding_Salesforce_Button';
import stopped from '@salesforce/label/c.Onboarding_Stopped_Text';
import reconnect from '@salesforce/label/c.Panel_Mailbox_Reconnect';
import title from '@salesforce/label/c.Profile_Health_Title';
import connectGoogle from '@salesforce/label/c.Settings_Connection_ConnectGoogle';
import connectMicrosoft from '@salesforce/label/c.Settings_Connection_ConnectMicrosoft';

import { giveLostFocus } from 'c/lostFocus';
import type { Profile } from 'service';
import { healthLines } from './lines';

/**
 * What of a user works, what does not, what that lacks, and the button that mends it. Fires `return` when a consent in another tab may be
 * over, and `check` when Salesforce is to be asked again.
 */
export default class MsiHealth extends LightningElement {
    @api profile!: Profile;
    /** A check is under way. */
    @api isBusy = false;

    /** The part whose check was asked for. */
    checkedPart: string | undefined;

    labels = { check, connectGoogle, connectMicrosoft, connectSalesforce, reconnect, stopped, title };

    get isStopped() {
        return this.profile.isStopped;
    }

    /** One part can be mended in one place only, so that the second line with the same remedy has no button. */
    get lines() {
        const offered = new Set<string>();
        return healthLines(this.profile).map(({ remedy, ...line }) => {
            const isOffered = remedy && !this.isStopped && !offered.has(remedy);
            if (isOffered) offered.add(remedy);
            return { ...line, ...(isOffered && { [remedy]: true }) };
        });
    }

    get reconnectPath() {
        return `/email-connections/${this.profile.health.mailbox?.provider ?? 'google'}`;
    }

    /** While a check is under way its button cannot have the focus, and afterwards it may be gone: then the line gets it. */
    override renderedCallback() {
        if (this.isBusy || !this.checkedPart) return;
        const ofPart = `[data-part="${this.checkedPart}"]`;
        this.checkedPart = undefined;
        const button = this.template?.querySelector<HTMLElement>(`lightning-button${ofPart}`);
        giveLostFocus(button ?? this.template?.querySelector<HTMLElement>(`li${ofPart}`));
    }

    handleReturn() {
        this.dispatchEvent(new CustomEvent('return'));
    }

    handleCheckClick(event: Event) {
        this.checkedPart = (event.target as HTMLElement).dataset.part;
        this.dispatchEvent(new CustomEvent('check'));
    }
}
