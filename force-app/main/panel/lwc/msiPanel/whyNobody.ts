import noticeNoEmailAddress from '@salesforce/label/c.Panel_Notice_NoEmailAddress';
import noticeNobodyReachable from '@salesforce/label/c.Panel_Notice_NobodyReachable';
import noticeNoPeople from '@salesforce/label/c.Panel_Notice_NoPeople';
import noticeNotPermitted from '@salesforce/label/c.Panel_Notice_NotPermitted';
import noticeOptedOut from '@salesforce/label/c.Panel_Notice_OptedOut';

import type { ActionReason, Person, SalesAction } from 'service';

/** Reasons that the rep mends outside the panel; the mailbox has a screen of its own. */
const NOTICES: Partial<Record<ActionReason, string>> = {
    no_email_address: noticeNoEmailAddress,
    opted_out: noticeOptedOut,
    no_people: noticeNoPeople,
    not_permitted: noticeNotPermitted
};

/** Why Send Sales Email reaches nobody on this record, as a sentence; undefined when it can be used. */
export function whyNobody(action: SalesAction | undefined, people: Person[]): string | undefined {
    if (!action?.reason || action.enabled) return undefined;
    const notice = NOTICES[action.reason];
    const isAboutMany = action.reach === 'pick_one' && people.length > 0 && action.reason !== 'not_permitted';
    return notice && isAboutMany ? noticeNobodyReachable : notice;
}
