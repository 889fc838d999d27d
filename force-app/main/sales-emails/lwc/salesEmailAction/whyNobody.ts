import noticeAddressOptedOut from '@salesforce/label/c.Panel_Notice_AddressOptedOut';
import noticeNoEmailAddress from '@salesforce/label/c.Panel_Notice_NoEmailAddress';
import noticeNobodyReachable from '@salesforce/label/c.Panel_Notice_NobodyReachable';
import noticeNoPeople from '@salesforce/label/c.Panel_Notice_NoPeople';
import noticeNotPermitted from '@salesforce/label/c.Panel_Notice_NotPermitted';
import noticeOptedOut from '@salesforce/label/c.Panel_Notice_OptedOut';
import noticeOptOutUnknown from '@salesforce/label/c.Panel_Notice_OptOutUnknown';
import noticeOptOutUnknownMany from '@salesforce/label/c.Panel_Notice_OptOutUnknownMany';

import { formatLabel } from 'c/labels';
import type { ActionReason, Panel, SalesAction } from 'service';

/** Reasons that the rep mends outside the panel; the mailbox has a screen of its own. */
const NOTICES: Partial<Record<ActionReason, string>> = {
    no_email_address: noticeNoEmailAddress,
    opted_out: noticeOptedOut,
    address_opted_out: noticeAddressOptedOut,
    opt_out_unknown: noticeOptOutUnknown,
    no_people: noticeNoPeople,
    not_permitted: noticeNotPermitted
};

/** Why Send Sales Email reaches nobody on this record, as a sentence; undefined when it can be used, or the rep is told elsewhere. */
export function whyNobody({ reason }: SalesAction, { person, people }: Pick<Panel, 'person' | 'people'>): string | undefined {
    const notice = reason && NOTICES[reason];
    const isAboutMany = people.length > 0 && reason !== 'not_permitted';
    if (isAboutMany && notice) return reason === 'opt_out_unknown' ? noticeOptOutUnknownMany : noticeNobodyReachable;
    return notice ? formatLabel(notice, person?.name) : undefined;
}
