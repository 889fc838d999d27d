import { LightningElement, api } from 'lwc';

import activated from '@salesforce/label/c.Users_State_Activated';
import admin from '@salesforce/label/c.Users_Role_Admin';
import connected from '@salesforce/label/c.Users_State_Connected';
import deactivate from '@salesforce/label/c.Users_Action_Deactivate';
import deactivated from '@salesforce/label/c.Users_State_Deactivated';
import expired from '@salesforce/label/c.Users_State_Expired';
import invited from '@salesforce/label/c.Users_State_Invited';
import invitedAgo from '@salesforce/label/c.Users_Row_Invited';
import makeAdmin from '@salesforce/label/c.Users_Action_MakeAdmin';
import makeRep from '@salesforce/label/c.Users_Action_MakeRep';
import menu from '@salesforce/label/c.Users_Row_Menu';
import notSent from '@salesforce/label/c.Users_Row_NotSent';
import reactivate from '@salesforce/label/c.Users_Action_Reactivate';
import reconnect from '@salesforce/label/c.Users_State_Reconnect';
import rep from '@salesforce/label/c.Users_Role_Rep';
import resend from '@salesforce/label/c.Users_Action_Resend';
import retry from '@salesforce/label/c.Users_Row_RetryAt';
import sending from '@salesforce/label/c.Users_Row_Sending';

import { formatLabel } from 'c/labels';

import type { User } from 'service';

interface Badge {
    text: string;
    icon: string;
    theme: string;
}

const INVITED: Badge = { text: invited, icon: 'utility:email', theme: '' };
const EXPIRED: Badge = { text: expired, icon: 'utility:clock', theme: 'slds-theme_warning' };
const ACTIVATED: Badge = { text: activated, icon: 'utility:user', theme: '' };
const CONNECTED: Badge = { text: connected, icon: 'utility:check', theme: 'slds-theme_success' };
const RECONNECT: Badge = { text: reconnect, icon: 'utility:warning', theme: 'slds-theme_warning' };
const DEACTIVATED: Badge = { text: deactivated, icon: 'utility:ban', theme: 'slds-theme_inverse' };

/** How far a user is: the mailbox says more than the activation, and a deactivation more than both. */
function badgeOf({ state, mailbox, isInvitationExpired }: User): Badge {
    if (state === 'deactivated') return DEACTIVATED;
    if (state === 'invited') return isInvitationExpired ? EXPIRED : INVITED;
    if (!mailbox) return ACTIVATED;
    return mailbox.state === 'connected' ? CONNECTED : RECONNECT;
}

/** One user. Fires `resend`, `deactivate`, `reactivate`, `makeadmin` or `makerep` with the user as detail. */
export default class MsiUserRow extends LightningElement {
    @api user!: User;
    /** True while a change of this user is under way. */
    @api isBusy = false;
    /** When the invitation can be sent again, after it was refused. */
    @api retryAt: string | undefined;

    labels = { deactivate, invited: invitedAgo, makeAdmin, makeRep, reactivate, resend, retry };

    get name() {
        return this.user.name ?? this.user.email;
    }

    get address() {
        return this.user.name ? this.user.email : undefined;
    }

    get roleText() {
        return this.isAdmin ? admin : rep;
    }

    get badge() {
        return badgeOf(this.user);
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

    get invitationProblem() {
        const { invitationError } = this.user;
        return this.isInvited && invitationError ? formatLabel(notSent, invitationError) : undefined;
    }

    get invitationProgress() {
        const { invitationSentAt, invitationError, isInvitationExpired } = this.user;
        return this.isInvited && !isInvitationExpired && !invitationSentAt && !invitationError ? sending : undefined;
    }

    get menuText() {
        return formatLabel(menu, this.name);
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        this.dispatchEvent(new CustomEvent(event.detail.value, { detail: { user: this.user } }));
    }
}
