import { LightningElement, api } from 'lwc';

import admin from '@salesforce/label/c.Users_Role_Admin';
import deactivate from '@salesforce/label/c.Users_Action_Deactivate';
import invitedAgo from '@salesforce/label/c.Users_Row_Invited';
import lastActive from '@salesforce/label/c.Users_Row_LastActive';
import letterSent from '@salesforce/label/c.Users_Row_LetterSent';
import makeAdmin from '@salesforce/label/c.Users_Action_MakeAdmin';
import makeRep from '@salesforce/label/c.Users_Action_MakeRep';
import menu from '@salesforce/label/c.Users_Row_Menu';
import neverActive from '@salesforce/label/c.Users_Row_NeverActive';
import notSent from '@salesforce/label/c.Users_Row_NotSent';
import reactivate from '@salesforce/label/c.Users_Action_Reactivate';
import rep from '@salesforce/label/c.Users_Role_Rep';
import resend from '@salesforce/label/c.Users_Action_Resend';
import retry from '@salesforce/label/c.Users_Row_RetryAt';
import sending from '@salesforce/label/c.Users_Row_Sending';
import you from '@salesforce/label/c.Users_Row_You';

import { formatLabel } from 'c/labels';
import { stateOf, type MailboxTrouble } from 'c/msiUserState';

import type { User } from 'service';

/** One user. Fires `resend`, `deactivate`, `reactivate`, `makeadmin` or `makerep` with the user as detail. */
export default class MsiUserRow extends LightningElement {
    @api user!: User;
    @api trouble: MailboxTrouble | undefined;
    /** Nobody ends the own access. */
    @api isMe = false;
    /** The last admin stays one. */
    @api isOnlyAdmin = false;
    /** True while a change of this user is under way. */
    @api isBusy = false;
    /** When the invitation can be sent again, after it was refused. */
    @api retryAt: string | undefined;

    labels = { deactivate, makeAdmin, makeRep, neverActive, reactivate, resend, retry };

    /** The focus goes to the menu, where whoever changed this user was before. */
    @api
    focus() {
        this.template?.querySelector<HTMLElement>('lightning-button-menu')?.focus();
    }

    get name() {
        return this.user.name ?? this.user.email;
    }

    get nameText() {
        return this.isMe ? formatLabel(you, this.name) : this.name;
    }

    get address() {
        return this.user.name ? this.user.email : undefined;
    }

    get roleText() {
        return this.isAdmin ? admin : rep;
    }

    get state() {
        return stateOf(this.user, this.trouble);
    }

    get isInvited() {
        return this.user.state === 'invited';
    }

    get isAdmin() {
        return this.user.role === 'admin';
    }

    get isDeactivated() {
        return this.user.state === 'deactivated';
    }

    get canMakeRep() {
        return this.isAdmin && !this.isDeactivated && !this.isOnlyAdmin;
    }

    get canMakeAdmin() {
        return !this.isAdmin && !this.isDeactivated;
    }

    get canDeactivate() {
        return !this.isDeactivated && !this.isMe && !this.isOnlyAdmin;
    }

    get showMenu() {
        return this.isDeactivated || this.isInvited || this.canMakeRep || this.canMakeAdmin || this.canDeactivate;
    }

    get problem() {
        const { invitationError } = this.user;
        return this.isInvited && invitationError ? formatLabel(notSent, invitationError) : this.state.problem;
    }

    get invitationProgress() {
        const { invitationSentAt, isInvitationExpired } = this.user;
        return this.isInvited && !isInvitationExpired && !invitationSentAt ? sending : undefined;
    }

    /** Of whoever has not come yet, the newest letter; of the others, when they were last here. */
    get last() {
        const { invitedAt, invitationSentAt, lastActiveAt } = this.user;
        if (!this.isInvited) return lastActiveAt ? { at: lastActiveAt, pattern: lastActive } : undefined;
        return invitationSentAt ? { at: invitationSentAt, pattern: letterSent } : { at: invitedAt, pattern: invitedAgo };
    }

    get menuText() {
        return formatLabel(menu, this.name);
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        this.dispatchEvent(new CustomEvent(event.detail.value, { detail: { user: this.user } }));
    }
}
