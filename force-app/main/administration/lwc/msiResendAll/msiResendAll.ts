import { api } from 'lwc';
import LightningModal from 'lightning/modal';

import cancel from '@salesforce/label/c.Shared_Cancel';
import done from '@salesforce/label/c.Users_Invite_Done';
import intro from '@salesforce/label/c.Users_Resend_Intro';
import none from '@salesforce/label/c.Users_Resend_None';
import noSeat from '@salesforce/label/c.Users_Outcome_NoSeat';
import progress from '@salesforce/label/c.Users_Resend_Progress';
import quota from '@salesforce/label/c.Users_Resend_Quota';
import send from '@salesforce/label/c.Users_Resend_Send';
import title from '@salesforce/label/c.Users_ResendAll';
import tooMany from '@salesforce/label/c.Users_Row_RetryAt';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { ResentInvitations, User, UserList } from 'service';

const LOOK_AGAIN_MS = 2_000;

/** Sends the invitation again to everybody who has not activated, and shows how many have left and whom the quota holds back. */
export default class MsiResendAll extends LightningModal {
    @api waiting: User[] = [];

    labels = { cancel, done, noSeat, quota, send, title, tooMany };
    results: ResentInvitations['results'] | undefined;
    /** Of those that were sent, whose letter has left or could not. */
    left = new Set<string>();
    isSending = false;
    error: unknown;
    timer: ReturnType<typeof setTimeout> | undefined;

    disconnectedCallback() {
        clearTimeout(this.timer);
    }

    get introText() {
        return formatPlural(intro, this.waiting.length);
    }

    get sent() {
        return (this.results ?? []).filter(({ outcome }) => outcome === 'sent');
    }

    get heldBack() {
        return (this.results ?? []).filter(({ outcome }) => outcome !== 'sent');
    }

    get hasHeldBack() {
        return this.heldBack.length > 0;
    }

    get progressText() {
        return this.hasSent ? formatLabel(progress, this.left.size, this.sent.length) : none;
    }

    get hasSent() {
        return this.sent.length > 0;
    }

    get progress() {
        return Math.round((100 * this.left.size) / this.sent.length);
    }

    async handleSendClick() {
        if (this.isSending) return;
        this.isSending = true;
        this.error = undefined;
        try {
            ({ results: this.results } = await callServer<ResentInvitations>('POST', '/users/invitations/resend'));
            this.follow();
        } catch (error) {
            this.error = error;
        } finally {
            this.isSending = false;
        }
    }

    handleCloseClick() {
        this.close();
    }

    follow() {
        if (this.left.size >= this.sent.length) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => this.look(), LOOK_AGAIN_MS);
    }

    async look() {
        try {
            const { users } = await callServer<UserList>('GET', '/users');
            const sent = new Set(this.sent.map(({ userId }) => userId));
            const over = users.filter(({ id, invitationSentAt, invitationError }) => sent.has(id) && (invitationSentAt ?? invitationError));
            this.left = new Set(over.map(({ id }) => id));
            this.error = undefined;
        } catch (error) {
            this.error = error;
        }
        if (this.isConnected) this.follow();
    }
}
