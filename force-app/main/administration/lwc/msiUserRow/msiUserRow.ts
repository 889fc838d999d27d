import { LightningElement, api } from 'lwc';

import activated from '@salesforce/label/c.Users_State_Activated';
import admin from '@salesforce/label/c.Users_Role_Admin';
import connected from '@salesforce/label/c.Users_State_Connected';
import deactivate from '@salesforce/label/c.Users_Action_Deactivate';
import deactivated from '@salesforce/label/c.Users_State_Deactivated';
import invited from '@salesforce/label/c.Users_State_Invited';
import invitedAgo from '@salesforce/label/c.Users_Row_Invited';
import menu from '@salesforce/label/c.Users_Row_Menu';
import notSent from '@salesforce/label/c.Users_Row_NotSent';
import reactivate from '@salesforce/label/c.Users_Action_Reactivate';
import reconnect from '@salesforce/label/c.Users_State_Reconnect';
import rep from '@salesforce/label/c.Users_Role_Rep';
import resend from '@salesforce/label/c.Users_Action_Resend';
import sending from '@salesforce/label/c.Users_Row_Sending';

import { formatLabel } from 'c/labels';

import type { User } from 'service';

interface Badge {
    text: string;
    icon: string;
    theme: string;
}

const INVITED: Badge = { text: invited, icon: 'utility:email', theme: '' };
const ACTIVATED: Badge = { text: activated, icon: 'utility:user', theme: '' };
const CONNECTED: Badge = { text: connected, icon: 'utility:check', theme: 'slds-theme_success' };
const RECONNECT: Badge = { text: reconnect, icon: 'utility:warning', theme: 'slds-theme_warning' };
const DEACTIVATED: Badge = { text: deactivated, icon: 'utility:ban', theme: 'slds-theme_inverse' };

/** How far a user is: the mailbox says more than the activation, and a deactivation more than both. */
function badgeOf({ state, mailbox }: User): Badge {
    if (state === 'deactivated') return DEACTIVATED;
    if (state === 'invited') return INVITED;
    if (!mailbox) return ACTIVATED;
    return mailbox.state === 'connected' ? CONNECTED : RECONNECT;
}

/** One user. Fires `resend`, `deactivate` or `reactivate` with the user as detail. */
export default class MsiUserRow extends LightningElement {
    @api user!: User;
    /** True while a change of this user is under way. */
    @api isBusy = false;

    labels = { deactivate, invited: invitedAgo, reactivate, resend };

    get name() {
        return this.user.name ?? this.user.email;
    }

    get address() {
        return this.user.name ? this.user.email : undefined;
    }

    get roleText() {
        return this.user.role === 'admin' ? admin : rep;
    }

    get badge() {
        return badgeOf(this.user);
    }

    get isInvited() {
        return this.user.state === 'invited';
    }

    get isDeactivated() {
        return this.user.state === 'deactivated';
    }

    get invitationProblem() {
        const { invitationError } = this.user;
        return this.isInvited && invitationError ? formatLabel(notSent, invitationError) : undefined;
    }

    get invitationProgress() {
        return this.isInvited && !this.user.invitationSentAt && !this.user.invitationError ? sending : undefined;
    }

    get menuText() {
        return formatLabel(menu, this.name);
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        this.dispatchEvent(new CustomEvent(event.detail.value, { detail: { user: this.user } }));
    }
}
