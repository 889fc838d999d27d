import { LightningElement, api } from 'lwc';

import groupCampaigns from '@salesforce/label/c.Panel_Actions_GroupCampaigns';
import groupEmail from '@salesforce/label/c.Panel_Actions_GroupEmail';
import groupFollowUp from '@salesforce/label/c.Panel_Actions_GroupFollowUp';
import groupWatch from '@salesforce/label/c.Panel_Actions_GroupWatch';
import itemWithReason from '@salesforce/label/c.Panel_Actions_ItemWithReason';
import menu from '@salesforce/label/c.Panel_Actions_Menu';
import addressOptedOut from '@salesforce/label/c.Panel_Reason_AddressOptedOut';
import mailboxMissing from '@salesforce/label/c.Panel_Reason_MailboxMissing';
import mailboxReconnect from '@salesforce/label/c.Panel_Reason_MailboxReconnect';
import noEmailAddress from '@salesforce/label/c.Panel_Reason_NoEmailAddress';
import noPeople from '@salesforce/label/c.Panel_Reason_NoPeople';
import notPermitted from '@salesforce/label/c.Panel_Reason_NotPermitted';
import optedOut from '@salesforce/label/c.Panel_Reason_OptedOut';
import optOutUnknown from '@salesforce/label/c.Panel_Reason_OptOutUnknown';

import { afterPaint } from 'c/afterPaint';
import { formatLabel } from 'c/labels';
import { findAction } from 'c/panelTables';
import type { ActionReason, SalesAction } from 'service';

/** In the order of the menu. */
const GROUPS: [SalesAction['group'], string][] = [
    ['email', groupEmail],
    ['campaigns', groupCampaigns],
    ['follow_up', groupFollowUp],
    ['watch', groupWatch]
];

const REASONS: Record<ActionReason, string> = {
    no_email_address: noEmailAddress,
    opted_out: optedOut,
    address_opted_out: addressOptedOut,
    opt_out_unknown: optOutUnknown,
    mailbox_missing: mailboxMissing,
    mailbox_reconnect_required: mailboxReconnect,
    no_people: noPeople,
    not_permitted: notPermitted
};

/** An action with its words. */
interface Known extends Omit<SalesAction, 'name'> {
    name: string;
    label: string;
    icon: string;
}

/**
 * The one primary button, which is the first action, and the menu with every sales action of the record. What cannot be done now says why;
 * what this package does not know is left out. Fires `action` with `{ name }`.
 */
export default class SalesActions extends LightningElement {
    @api actions: SalesAction[] = [];

    labels = { menu };
    isPainted = false;

    /** Icons and the menu take longer to draw than all the rest, so the words come first (decision 17). */
    connectedCallback() {
        afterPaint(() => {
            this.isPainted = true;
        });
    }

    @api
    focus() {
        this.template?.querySelector<HTMLElement>('.primary')?.focus();
    }

    get known(): Known[] {
        return this.actions.flatMap((action) => {
            const entry = findAction(action.name);
            return entry ? [{ ...action, label: entry.label, icon: entry.icon }] : [];
        });
    }

    get primary() {
        return this.known[0];
    }

    get isPrimaryDisabled() {
        return !this.primary?.enabled;
    }

    get groups() {
        return GROUPS.map(([key, label]) => ({
            key,
            label,
            items: this.known
                .filter(({ group }) => group === key)
                .map(({ name, label: words, enabled, reason }) => {
                    const why = reason && !enabled && (REASONS as Partial<Record<string, string>>)[reason];
                    return { name, isDisabled: !enabled, label: why ? formatLabel(itemWithReason, words, why) : words };
                })
        })).filter(({ items }) => items.length > 0);
    }

    handlePrimaryClick() {
        if (this.primary) this.fire(this.primary.name);
    }

    handleSelect(event: CustomEvent<{ value: string }>) {
        this.fire(event.detail.value);
    }

    fire(name: string) {
        this.dispatchEvent(new CustomEvent('action', { detail: { name } }));
    }
}
