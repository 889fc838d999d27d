import blockedText from '@salesforce/label/c.Panel_Mailbox_BlockedText';
import fullText from '@salesforce/label/c.Panel_Mailbox_FullText';
import google from '@salesforce/label/c.Panel_Mailbox_Google';
import lacksBodies from '@salesforce/label/c.Panel_Mailbox_LacksBodies';
import lacksReplies from '@salesforce/label/c.Panel_Mailbox_LacksReplies';
import lacksSettling from '@salesforce/label/c.Panel_Mailbox_LacksSettling';
import microsoft from '@salesforce/label/c.Panel_Mailbox_Microsoft';
import silent from '@salesforce/label/c.Panel_Mailbox_Silent';
import whyBlocked from '@salesforce/label/c.Panel_Mailbox_WhyBlocked';
import whyExpired from '@salesforce/label/c.Panel_Mailbox_WhyExpired';
import whyPassword from '@salesforce/label/c.Panel_Mailbox_WhyPassword';
import whyRevoked from '@salesforce/label/c.Panel_Mailbox_WhyRevoked';
import whyScopes from '@salesforce/label/c.Panel_Mailbox_WhyScopes';
import whyUnknown from '@salesforce/label/c.Panel_Mailbox_WhyUnknown';
import whyClient from '@salesforce/label/c.Settings_Connection_WhyClient';
import whyStopped from '@salesforce/label/c.Settings_Connection_WhyStopped';

import { formatClock, formatLabel } from 'c/labels';
import type { EmailConnection } from 'service';

const WHY: Record<NonNullable<EmailConnection['stateReason']>, string> = {
    revoked: whyRevoked,
    expired: whyExpired,
    password_changed: whyPassword,
    admin_blocked: whyBlocked,
    scope_missing: whyScopes,
    client_changed: whyClient,
    stopped_by_admin: whyStopped,
    disconnected_by_user: whyUnknown,
    unknown: whyUnknown
};
const TROUBLES: Record<NonNullable<EmailConnection['trouble']>['kind'], string> = { blocked: blockedText, full: fullText };

export const PROVIDERS: Record<EmailConnection['provider'], string> = { google, microsoft };

/** What the owner did not allow although the admin asks for it. What is missed most comes first. */
export const LACKS: Record<EmailConnection['missingCapabilities'][number], string> = {
    notice_replies: lacksReplies,
    settle: lacksSettling,
    read_bodies: lacksBodies
};

/** Why a mailbox cannot be used; undefined while it can. */
export function whyOf({ state, stateReason }: EmailConnection): string | undefined {
    return state === 'reconnect_required' ? WHY[stateReason ?? 'unknown'] : undefined;
}

/** Why a connected mailbox cannot send at the moment, as a sentence. */
export function troubleText({ kind, since }: NonNullable<EmailConnection['trouble']>): string {
    return formatLabel(TROUBLES[kind], formatClock(since));
}

/** Since when a mailbox has sent no updates, as a sentence. */
export function silentText({ lastAliveAt }: EmailConnection['watch']): string | undefined {
    return lastAliveAt ? formatLabel(silent, formatClock(lastAliveAt)) : undefined;
}
