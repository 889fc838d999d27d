import { LightningElement } from 'lwc';

import google from '@salesforce/label/c.Panel_Mailbox_Google';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import columnAddress from '@salesforce/label/c.Settings_Mailboxes_ColumnAddress';
import columnFound from '@salesforce/label/c.Settings_Mailboxes_ColumnFound';
import columnHeard from '@salesforce/label/c.Settings_Mailboxes_ColumnHeard';
import columnPush from '@salesforce/label/c.Settings_Mailboxes_ColumnPush';
import columnState from '@salesforce/label/c.Settings_Mailboxes_ColumnState';
import columnUser from '@salesforce/label/c.Settings_Mailboxes_ColumnUser';
import columnWaiting from '@salesforce/label/c.Settings_Mailboxes_ColumnWaiting';
import empty from '@salesforce/label/c.Settings_Mailboxes_Empty';
import found from '@salesforce/label/c.Settings_Mailboxes_Found';
import intro from '@salesforce/label/c.Settings_Mailboxes_Intro';
import never from '@salesforce/label/c.Settings_Mailboxes_Never';
import noPush from '@salesforce/label/c.Settings_Mailboxes_NoPush';
import noUser from '@salesforce/label/c.Settings_Mailboxes_NoUser';
import refresh from '@salesforce/label/c.Panel_Refresh_Button';
import silentCount from '@salesforce/label/c.Settings_Mailboxes_SilentCount';
import stateBlocked from '@salesforce/label/c.Settings_Mailboxes_Blocked';
import stateDisconnected from '@salesforce/label/c.Settings_Mailboxes_Disconnected';
import stateFull from '@salesforce/label/c.Settings_Mailboxes_Full';
import stateOff from '@salesforce/label/c.Settings_Mailboxes_Off';
import stateReconnect from '@salesforce/label/c.Users_State_Reconnect';
import stateSilent from '@salesforce/label/c.Settings_Mailboxes_Silent';
import stateWatching from '@salesforce/label/c.Settings_Mailboxes_Watching';
import teamServer from '@salesforce/label/c.Settings_Mailboxes_TeamServer';
import title from '@salesforce/label/c.Settings_Mailboxes_Title';

import { formatLabel, formatPlural } from 'c/labels';
import { callServer } from 'c/serverApi';
import type { MailboxHealth, MailboxHealthList } from 'service';

const PROVIDERS = { google, microsoft, smtp: teamServer };

interface Health {
    text: string;
    icon: string;
    theme: string;
    /** What needs somebody comes first. */
    rank: number;
}

const SILENT: Health = { text: stateSilent, icon: 'utility:warning', theme: 'slds-theme_warning', rank: 0 };
const BLOCKED: Health = { text: stateBlocked, icon: 'utility:warning', theme: 'slds-theme_warning', rank: 1 };
const FULL: Health = { text: stateFull, icon: 'utility:warning', theme: 'slds-theme_warning', rank: 1 };
const RECONNECT: Health = { text: stateReconnect, icon: 'utility:warning', theme: 'slds-theme_warning', rank: 1 };
const WATCHING: Health = { text: stateWatching, icon: 'utility:check', theme: 'slds-theme_success', rank: 2 };
const OFF: Health = { text: stateOff, icon: 'utility:dash', theme: '', rank: 3 };
const DISCONNECTED: Health = { text: stateDisconnected, icon: 'utility:ban', theme: '', rank: 4 };

function healthOf({ state, trouble, watch }: MailboxHealth): Health {
    if (state === 'disconnected') return DISCONNECTED;
    if (state === 'reconnect_required') return RECONNECT;
    if (trouble) return trouble.kind === 'full' ? FULL : BLOCKED;
    if (watch === 'off') return OFF;
    return watch === 'silent' ? SILENT : WATCHING;
}

/** Every mailbox of the org and when it was last proved alive; what needs somebody stands on top. */
export default class MsiMailboxes extends LightningElement {
    labels = {
        columnAddress,
        columnFound,
        columnHeard,
        columnPush,
        columnState,
        columnUser,
        columnWaiting,
        empty,
        intro,
        never,
        noPush,
        refresh,
        title
    };
    mailboxes: MailboxHealth[] | undefined;
    error: unknown;
    isBusy = false;

    connectedCallback() {
        void this.load();
    }

    get isLoading() {
        return !this.mailboxes && !this.error;
    }

    get isEmpty() {
        return this.mailboxes?.length === 0;
    }

    get rows() {
        return (this.mailboxes ?? [])
            .map((mailbox) => ({
                ...mailbox,
                user: mailbox.userName ?? noUser,
                vendor: PROVIDERS[mailbox.provider],
                health: healthOf(mailbox),
                foundText: formatLabel(found, mailbox.found.byPush, mailbox.found.byPoll, mailbox.found.byReconcile),
                waitingText: formatLabel('{0}', mailbox.waitingEmails)
            }))
            .sort((one, other) => one.health.rank - other.health.rank || one.user.localeCompare(other.user));
    }

    get silentText() {
        const count = this.rows.filter(({ health }) => health === SILENT).length;
        return count > 0 ? formatPlural(silentCount, count) : undefined;
    }

    async load() {
        this.isBusy = true;
        this.error = undefined;
        try {
            ({ mailboxes: this.mailboxes } = await callServer<MailboxHealthList>('GET', '/mailboxes'));
        } catch (error) {
            this.error = error;
        } finally {
            this.isBusy = false;
        }
    }
}
