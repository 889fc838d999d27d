import { LightningElement, api } from 'lwc';

import groupCampaigns from '@salesforce/label/c.Panel_Actions_GroupCampaigns';
import groupEmail from '@salesforce/label/c.Panel_Actions_GroupEmail';
import groupFollowUp from '@salesforce/label/c.Panel_Actions_GroupFollowUp';
import groupWatch from '@salesforce/label/c.Panel_Actions_GroupWatch';
import itemWithReason from '@salesforce/label/c.Panel_Actions_ItemWithReason';
import menu from '@salesforce/label/c.Panel_Actions_Menu';
import sendSalesEmail from '@salesforce/label/c.Panel_Actions_SendSalesEmail';
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
import type { ActionReason, SalesAction } from 'service';

/** In the order of the menu. */
const GROUPS: [SalesAction['group'], string][] = [
    ['email', groupEmail],
    ['campaigns', groupCampaigns],
    ['follow_up', groupFollowUp],
    ['watch', groupWatch]
];

const NAMES: Record<SalesAction['name'], string> = { send_sales_email: sendSalesEmail };

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

/**
 * The one primary button and the menu with every sales action of the record. What cannot be done now says why.
 * Fires `action` with `{ name }`.
 */
export default class SalesActions extends LightningElement {
    @api actions: SalesAction[] = [];

    labels = { menu, sendSalesEmail };
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

    get primary() {
        return this.actions.find(({ name }) => name === 'send_sales_email');
    }

    get isPrimaryDisabled() {
        return !this.primary?.enabled;
    }

    get hasActions() {
        return this.actions.length > 0;
    }

    get groups() {
        return GROUPS.map(([key, label]) => ({
            key,
            label,
            items: this.actions
                .filter(({ group }) => group === key)
                .map(({ name, enabled, reason }) => ({
                    name,
                    isDisabled: !enabled,
                    label: reason && !enabled ? formatLabel(itemWithReason, NAMES[name], REASONS[reason]) : NAMES[name]
                }))
        })).filter(({ items }) => items.length > 0);
    }

    handlePrimaryClick() {
        this.fire('send_sales_email');
    }

    handleSelect(event: CustomEvent<{ value: SalesAction['name'] }>) {
        this.fire(event.detail.value);
    }

    fire(name: SalesAction['name']) {
        this.dispatchEvent(new CustomEvent('action', { detail: { name } }));
    }
}
