import lacksBodies from '@salesforce/label/c.Panel_Mailbox_LacksBodies';
import lacksReplies from '@salesforce/label/c.Panel_Mailbox_LacksReplies';
import lacksSettling from '@salesforce/label/c.Panel_Mailbox_LacksSettling';
import blockedText from '@salesforce/label/c.Panel_Mailbox_BlockedText';
import fullText from '@salesforce/label/c.Panel_Mailbox_FullText';
import silent from '@salesforce/label/c.Panel_Mailbox_Silent';
import whyBlocked from '@salesforce/label/c.Panel_Mailbox_WhyBlocked';
import whyClient from '@salesforce/label/c.Settings_Connection_WhyClient';
import whyStopped from '@salesforce/label/c.Settings_Connection_WhyStopped';
import whyExpired from '@salesforce/label/c.Panel_Mailbox_WhyExpired';
import whyPassword from '@salesforce/label/c.Panel_Mailbox_WhyPassword';
import whyRevoked from '@salesforce/label/c.Panel_Mailbox_WhyRevoked';
import whyScopes from '@salesforce/label/c.Panel_Mailbox_WhyScopes';
import whyUnknown from '@salesforce/label/c.Panel_Mailbox_WhyUnknown';
import heard from '@salesforce/label/c.Settings_Connection_Heard';
import noReplies from '@salesforce/label/c.Settings_Connection_NoReplies';
import noSettling from '@salesforce/label/c.Settings_Connection_NoSettling';
import readsBodies from '@salesforce/label/c.Settings_Connection_ReadsBodies';
import readsHeaders from '@salesforce/label/c.Settings_Connection_ReadsHeaders';
import readsNothing from '@salesforce/label/c.Settings_Connection_ReadsNothing';
import replies from '@salesforce/label/c.Settings_Connection_Replies';
import sends from '@salesforce/label/c.Settings_Connection_Sends';
import settling from '@salesforce/label/c.Settings_Connection_Settling';

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

const LACKS: Record<EmailConnection['missingCapabilities'][number], string> = {
    notice_replies: lacksReplies,
    settle: lacksSettling,
    read_bodies: lacksBodies
};

const TROUBLES: Record<NonNullable<EmailConnection['trouble']>['kind'], string> = { blocked: blockedText, full: fullText };

const CAN = { icon: 'utility:check', variant: 'success' };
const CANNOT = { icon: 'utility:dash', variant: undefined };
const WARNING = { icon: 'utility:warning', variant: 'warning' };

/** Why a mailbox cannot be used; undefined while it can. */
export function whyOf({ state, stateReason }: EmailConnection): string | undefined {
    return state === 'reconnect_required' ? WHY[stateReason ?? 'unknown'] : undefined;
}

interface Ability {
    key: number;
    text: string;
    icon: string;
    variant: string | undefined;
}

/**
 * What the mailbox can do, each with a sign. What its owner did not allow although the admin asks for it is a warning; not to read
 * is none: it is what the admin chose.
 */
export function abilitiesOf({ state, trouble, capabilities, missingCapabilities }: EmailConnection): Ability[] {
    if (state !== 'connected') return [];
    const { noticesReplies, settles, readsBodies: reads } = capabilities;
    const lacks = (name: keyof typeof LACKS) => missingCapabilities.includes(name) && { text: LACKS[name], ...WARNING };
    return [
        trouble ? { text: formatLabel(TROUBLES[trouble.kind], formatClock(trouble.since)), ...WARNING } : { text: sends, ...CAN },
        lacks('notice_replies') || { text: noticesReplies ? replies : noReplies, ...(noticesReplies ? CAN : CANNOT) },
        lacks('settle') || { text: settles ? settling : noSettling, ...(settles ? CAN : CANNOT) },
        lacks('read_bodies') || { text: reads ? readsBodies : noticesReplies ? readsHeaders : readsNothing, ...CAN }
    ].map((ability, key) => ({ key, ...ability }));
}

interface Heard {
    /** A pattern around the time, or a whole sentence when there is no time. */
    text: string;
    at?: string | undefined;
    isSilent?: boolean;
}

/** When the mailbox was last proved alive; undefined while nobody listens to it. */
export function heardOf({ state, watch }: EmailConnection): Heard | undefined {
    if (state !== 'connected' || watch.state === 'off' || !watch.lastAliveAt) return undefined;
    return watch.state === 'silent'
        ? { text: formatLabel(silent, formatClock(watch.lastAliveAt)), isSilent: true }
        : { text: heard, at: watch.lastAliveAt };
}
