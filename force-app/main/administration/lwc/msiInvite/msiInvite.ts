import LightningModal from 'lightning/modal';

import addresses from '@salesforce/label/c.Users_Invite_Addresses';
import addressesHelp from '@salesforce/label/c.Users_Invite_AddressesHelp';
import admin from '@salesforce/label/c.Users_Role_Admin';
import alreadyActive from '@salesforce/label/c.Users_Outcome_AlreadyActive';
import alreadyInvited from '@salesforce/label/c.Users_Outcome_AlreadyInvited';
import cancel from '@salesforce/label/c.Shared_Cancel';
import done from '@salesforce/label/c.Users_Invite_Done';
import invited from '@salesforce/label/c.Users_Outcome_Invited';
import more from '@salesforce/label/c.Users_Invite_More';
import needsAddress from '@salesforce/label/c.Users_Invite_NeedsAddress';
import noSeat from '@salesforce/label/c.Users_Outcome_NoSeat';
import notAnAddress from '@salesforce/label/c.Users_Outcome_NotAnAddress';
import rep from '@salesforce/label/c.Users_Role_Rep';
import role from '@salesforce/label/c.Users_Invite_Role';
import send from '@salesforce/label/c.Users_Invite_Send';
import summary from '@salesforce/label/c.Users_Invite_Summary';
import title from '@salesforce/label/c.Users_Invite_Title';
import tooMany from '@salesforce/label/c.Users_Invite_TooMany';
import tooManyLetters from '@salesforce/label/c.Users_Outcome_TooManyLetters';

import { splitAddresses } from 'c/addresses';
import { formatLabel } from 'c/labels';
import { callServer } from 'c/serverApi';

import type { InvitationResult, Invitations, User } from 'service';

/** What the service takes at once (AD-1). */
const MOST_ADDRESSES = 100;

type Outcome = InvitationResult['results'][number]['outcome'];

const OUTCOMES: Record<Outcome, string> = {
    invited,
    already_invited: alreadyInvited,
    already_active: alreadyActive,
    not_an_address: notAnAddress,
    no_seat_left: noSeat,
    too_many_letters: tooManyLetters
};

interface Field {
    setCustomValidity(message: string): void;
    reportValidity(): boolean;
    focus(): void;
}

/** Invites one or several people and says for each address what happened, with the reason where it was refused (AD-1). */
export default class MsiInvite extends LightningModal {
    labels = { addresses, addressesHelp, cancel, done, more, role, send, title };
    roles = [
        { label: rep, value: 'rep' },
        { label: admin, value: 'admin' }
    ];

    text = '';
    chosenRole: User['role'] = 'rep';
    results: InvitationResult['results'] | undefined;
    isSending = false;
    error: unknown;

    get rows() {
        return (this.results ?? []).map(({ email, outcome, retryAt }, key) => ({
            key,
            email,
            retryAt,
            text: OUTCOMES[outcome],
            icon: outcome === 'invited' ? 'utility:success' : 'utility:warning',
            variant: outcome === 'invited' ? 'success' : 'warning'
        }));
    }

    get summary() {
        const count = (this.results ?? []).filter(({ outcome }) => outcome === 'invited').length;
        return formatLabel(summary, count, this.rows.length);
    }

    handleTextChange(event: CustomEvent<{ value: string }>) {
        this.text = event.detail.value;
        this.field?.setCustomValidity('');
    }

    handleRoleChange(event: CustomEvent<{ value: User['role'] }>) {
        this.chosenRole = event.detail.value;
    }

    async handleSendClick() {
        const emails = splitAddresses(this.text);
        if (!this.isAcceptable(emails)) return;
        this.isSending = true;
        this.error = undefined;
        try {
            const body: Invitations = { emails, role: this.chosenRole };
            ({ results: this.results } = await callServer<InvitationResult>('POST', '/users/invitations', body));
        } catch (error) {
            this.error = error;
        } finally {
            this.isSending = false;
        }
    }

    /** Only what can be corrected in the text comes back: the others were refused for what they are. */
    handleMoreClick() {
        const wrong = (this.results ?? []).filter(({ outcome }) => outcome === 'not_an_address');
        this.text = wrong.map(({ email }) => email).join('\n');
        this.results = undefined;
    }

    handleCloseClick() {
        this.close();
    }

    get field(): Field | null {
        return this.template?.querySelector<HTMLElement & Field>('.addresses') ?? null;
    }

    isAcceptable({ length }: string[]) {
        const problem = length === 0 ? needsAddress : length > MOST_ADDRESSES ? formatLabel(tooMany, length) : '';
        this.field?.setCustomValidity(problem);
        this.field?.reportValidity();
        if (problem) this.field?.focus();
        return !problem;
    }
}
