import activated from '@salesforce/label/c.Users_State_Activated';
import blocked from '@salesforce/label/c.Users_State_Blocked';
import blockedText from '@salesforce/label/c.Users_Problem_Blocked';
import connected from '@salesforce/label/c.Users_State_Connected';
import deactivated from '@salesforce/label/c.Users_State_Deactivated';
import expired from '@salesforce/label/c.Users_State_Expired';
import full from '@salesforce/label/c.Users_State_Full';
import fullText from '@salesforce/label/c.Users_Problem_Full';
import invited from '@salesforce/label/c.Users_State_Invited';
import noApi from '@salesforce/label/c.Users_State_NoApi';
import noApiText from '@salesforce/label/c.Users_Problem_NoApi';
import reconnect from '@salesforce/label/c.Users_State_Reconnect';
import reconnectText from '@salesforce/label/c.Users_Problem_Reconnect';
import salesforceLost from '@salesforce/label/c.Users_State_SalesforceLost';
import salesforceLostText from '@salesforce/label/c.Users_Problem_SalesforceLost';
import silent from '@salesforce/label/c.Users_State_Silent';
import silentText from '@salesforce/label/c.Users_Problem_Silent';

import type { User, UserList } from 'service';

export type MailboxTrouble = UserList['mailboxTroubles'][number]['kind'];
/** What the list can be narrowed to. */
export type UserGroup = 'attention' | 'waiting' | 'active' | 'deactivated';

export interface UserState {
    text: string;
    icon: string;
    theme: string;
    /** What is wrong and who can mend it. */
    problem?: string;
}

const WARNING = { icon: 'utility:warning', theme: 'slds-theme_warning' };
const INVITED: UserState = { text: invited, icon: 'utility:email', theme: '' };
const EXPIRED: UserState = { text: expired, icon: 'utility:clock', theme: 'slds-theme_warning' };
const ACTIVATED: UserState = { text: activated, icon: 'utility:user', theme: '' };
const CONNECTED: UserState = { text: connected, icon: 'utility:check', theme: 'slds-theme_success' };
const DEACTIVATED: UserState = { text: deactivated, icon: 'utility:ban', theme: '' };
const NO_API: UserState = { ...WARNING, text: noApi, problem: noApiText };
const SALESFORCE_LOST: UserState = { ...WARNING, text: salesforceLost, problem: salesforceLostText };
const RECONNECT: UserState = { ...WARNING, text: reconnect, problem: reconnectText };
const TROUBLES: Record<MailboxTrouble, UserState> = {
    blocked: { ...WARNING, text: blocked, problem: blockedText },
    full: { ...WARNING, text: full, problem: fullText },
    silent: { ...WARNING, text: silent, problem: silentText }
};

/** How far a user is. What keeps somebody from working says more than what works, and a deactivation more than everything. */
export function stateOf({ state, salesforce, mailbox, isInvitationExpired }: User, trouble?: MailboxTrouble): UserState {
    if (state === 'deactivated') return DEACTIVATED;
    if (state === 'invited') return isInvitationExpired ? EXPIRED : INVITED;
    if (salesforce === 'api_disabled') return NO_API;
    if (salesforce === 'reconnect_required') return SALESFORCE_LOST;
    if (!mailbox) return ACTIVATED;
    if (mailbox.state === 'reconnect_required') return RECONNECT;
    return trouble ? TROUBLES[trouble] : CONNECTED;
}

export function isInGroup(user: User, trouble: MailboxTrouble | undefined, group: UserGroup): boolean {
    switch (group) {
        case 'attention':
            return (
                user.state !== 'deactivated' &&
                Boolean(stateOf(user, trouble).problem ?? (user.state === 'invited' && user.invitationError))
            );
        case 'waiting':
            return user.state === 'invited';
        case 'active':
            return user.state === 'activated';
        default:
            return user.state === 'deactivated';
    }
}
