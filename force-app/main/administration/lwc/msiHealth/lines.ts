import reconnectText from '@salesforce/label/c.Onboarding_Salesforce_Text';
import mailboxText from '@salesforce/label/c.Onboarding_Mailbox_Text';
import noApiText from '@salesforce/label/c.Onboarding_ApiDisabled_Text';
import blocked from '@salesforce/label/c.Panel_Mailbox_Blocked';
import connected from '@salesforce/label/c.Panel_Mailbox_Connected';
import full from '@salesforce/label/c.Panel_Mailbox_Full';
import needsReconnect from '@salesforce/label/c.Panel_Mailbox_NeedsReconnect';
import channel from '@salesforce/label/c.Profile_Health_Channel';
import connectedText from '@salesforce/label/c.Profile_Health_Connected';
import mailbox from '@salesforce/label/c.Profile_Health_Mailbox';
import needsMailbox from '@salesforce/label/c.Profile_Health_NeedsMailbox';
import needsMailboxChannel from '@salesforce/label/c.Profile_Health_NeedsMailboxChannel';
import needsMailboxReplies from '@salesforce/label/c.Profile_Health_NeedsMailboxReplies';
import notConnected from '@salesforce/label/c.Profile_Health_NotConnected';
import noticed from '@salesforce/label/c.Profile_Health_Noticed';
import off from '@salesforce/label/c.Profile_Health_Off';
import offText from '@salesforce/label/c.Profile_Health_OffText';
import permissionMissing from '@salesforce/label/c.Profile_Health_PermissionMissing';
import refused from '@salesforce/label/c.Profile_Health_Refused';
import refusedText from '@salesforce/label/c.Profile_Health_RefusedText';
import replies from '@salesforce/label/c.Profile_Health_Replies';
import reconnect from '@salesforce/label/c.Profile_Health_Reconnect';
import salesforce from '@salesforce/label/c.Profile_Health_Salesforce';
import salesforceText from '@salesforce/label/c.Profile_Health_SalesforceText';
import sentAs from '@salesforce/label/c.Profile_Health_SentAs';
import silent from '@salesforce/label/c.Profile_Health_Silent';
import starting from '@salesforce/label/c.Profile_Health_Starting';
import startingText from '@salesforce/label/c.Profile_Health_StartingText';
import teamServer from '@salesforce/label/c.Profile_Health_TeamServer';
import yourMailbox from '@salesforce/label/c.Profile_Health_YourMailbox';
import repliesText from '@salesforce/label/c.Settings_Connection_Replies';
import noApi from '@salesforce/label/c.Users_State_NoApi';

import { formatLabel } from 'c/labels';
import { LACKS, PROVIDERS, silentText, troubleText, whyOf } from 'c/mailboxWords';
import type { Profile } from 'service';

type Health = Profile['health'];
/** What the user can do about it here. */
type Remedy = 'connectMailbox' | 'reconnectMailbox' | 'connectSalesforce' | 'check';

export interface Line {
    part: string;
    state: string;
    text: string | undefined;
    icon: string;
    theme: string;
    remedy?: Remedy;
}

const GOOD = { icon: 'utility:check', theme: 'slds-theme_success' };
const WARNING = { icon: 'utility:warning', theme: 'slds-theme_warning' };
/** Nobody has to do anything. */
const NEUTRAL = { icon: 'utility:info', theme: '' };

/** What works and what does not, one line for each part, with what mends it. */
export function healthLines({ health, identities }: Profile): Line[] {
    const sender = identities.identities.find(({ isDefault }) => isDefault)?.address;
    return [
        { part: mailbox, ...mailboxLine(health.mailbox) },
        { part: replies, ...repliesLine(health) },
        { part: channel, ...channelLine(health.channel, sender) },
        { part: salesforce, ...salesforceLine(health.salesforce) }
    ];
}

type State = Omit<Line, 'part'>;

function mailboxLine(box: Health['mailbox']): State {
    if (!box) return { ...WARNING, state: notConnected, text: mailboxText, remedy: 'connectMailbox' };
    const vendor = PROVIDERS[box.provider];
    if (box.state !== 'connected')
        return { ...WARNING, state: formatLabel(needsReconnect, vendor), text: whyOf(box), remedy: 'reconnectMailbox' };
    if (box.trouble)
        return { ...WARNING, state: formatLabel(box.trouble.kind === 'full' ? full : blocked, vendor), text: troubleText(box.trouble) };
    // That replies are not detected has a line of its own
    const lacks = box.missingCapabilities.filter((name) => name !== 'notice_replies').map((name) => LACKS[name]);
    if (lacks.length > 0) return { ...WARNING, state: permissionMissing, text: lacks.join(' '), remedy: 'reconnectMailbox' };
    return { ...GOOD, state: formatLabel(connected, vendor), text: box.address };
}

function repliesLine({ replies: state, mailbox: box }: Health): State {
    const lines: Record<Health['replies'], State> = {
        noticed: { ...GOOD, state: noticed, text: repliesText },
        starting: { ...NEUTRAL, state: starting, text: startingText },
        silent: { ...WARNING, state: silent, text: box ? silentText(box.watch) : undefined, remedy: 'reconnectMailbox' },
        permission_missing: { ...WARNING, state: permissionMissing, text: LACKS.notice_replies, remedy: 'reconnectMailbox' },
        not_wanted: { ...NEUTRAL, state: off, text: offText },
        mailbox_needed: { ...WARNING, state: needsMailbox, text: needsMailboxReplies }
    };
    return lines[state];
}

function channelLine(state: Health['channel'], sender: string | undefined): State {
    const lines: Record<Health['channel'], State> = {
        mailbox: { ...GOOD, state: yourMailbox, text: formatLabel(sentAs, sender) },
        team_smtp: { ...GOOD, state: teamServer, text: formatLabel(sentAs, sender) },
        team_smtp_refused: { ...WARNING, state: refused, text: refusedText },
        mailbox_needed: { ...WARNING, state: needsMailbox, text: needsMailboxChannel }
    };
    return lines[state];
}

function salesforceLine(state: Health['salesforce']): State {
    const lines: Record<Health['salesforce'], State> = {
        connected: { ...GOOD, state: connectedText, text: salesforceText },
        api_disabled: { ...WARNING, state: noApi, text: noApiText, remedy: 'check' },
        reconnect_required: { ...WARNING, state: reconnect, text: reconnectText, remedy: 'connectSalesforce' },
        disconnected: { ...WARNING, state: notConnected, text: reconnectText, remedy: 'connectSalesforce' }
    };
    return lines[state];
}
