import refusalAddressOptedOut from '@salesforce/label/c.Panel_Reason_AddressOptedOut';
import refusalOptedOut from '@salesforce/label/c.Panel_Reason_OptedOut';
import refusalOptOutUnknown from '@salesforce/label/c.Panel_Reason_OptOutUnknown';
import bounceMailboxFull from '@salesforce/label/c.SalesEmail_Bounce_MailboxFull';
import bounceMailboxInactive from '@salesforce/label/c.SalesEmail_Bounce_MailboxInactive';
import bounceNotReachable from '@salesforce/label/c.SalesEmail_Bounce_NotReachable';
import bounceNotRead from '@salesforce/label/c.SalesEmail_Bounce_NotRead';
import bouncePolicy from '@salesforce/label/c.SalesEmail_Bounce_Policy';
import bounceSenderBlocked from '@salesforce/label/c.SalesEmail_Bounce_SenderBlocked';
import bounceSendingLimit from '@salesforce/label/c.SalesEmail_Bounce_SendingLimit';
import bounceSpam from '@salesforce/label/c.SalesEmail_Bounce_Spam';
import bounceTooLarge from '@salesforce/label/c.SalesEmail_Bounce_TooLarge';
import bounceUnknown from '@salesforce/label/c.SalesEmail_Bounce_Unknown';
import bounceUnknownAddress from '@salesforce/label/c.SalesEmail_Bounce_UnknownAddress';
import bounceUnknownDomain from '@salesforce/label/c.SalesEmail_Bounce_UnknownDomain';
import logFailed from '@salesforce/label/c.SalesEmail_Detail_LogFailed';
import logFailedNoReason from '@salesforce/label/c.SalesEmail_Detail_LogFailedNoReason';
import logWaits from '@salesforce/label/c.SalesEmail_Detail_LogWaits';
import historyBounced from '@salesforce/label/c.SalesEmail_History_Bounced';
import historyCancelled from '@salesforce/label/c.SalesEmail_History_Cancelled';
import historyDraft from '@salesforce/label/c.SalesEmail_History_Draft';
import historyDue from '@salesforce/label/c.SalesEmail_History_Due';
import historyFailed from '@salesforce/label/c.SalesEmail_History_Failed';
import historyQueued from '@salesforce/label/c.SalesEmail_History_Queued';
import historyScheduled from '@salesforce/label/c.SalesEmail_History_Scheduled';
import historySending from '@salesforce/label/c.SalesEmail_History_Sending';
import historySent from '@salesforce/label/c.SalesEmail_History_Sent';
import historySentByOther from '@salesforce/label/c.SalesEmail_History_SentByOther';
import historyUncertain from '@salesforce/label/c.SalesEmail_History_Uncertain';
import limitBatch from '@salesforce/label/c.SalesEmail_Limit_Batch';
import limitDomainDay from '@salesforce/label/c.SalesEmail_Limit_DomainDay';
import limitMailboxDay from '@salesforce/label/c.SalesEmail_Limit_MailboxDay';
import limitMailboxMinute from '@salesforce/label/c.SalesEmail_Limit_MailboxMinute';
import limitOrgDay from '@salesforce/label/c.SalesEmail_Limit_OrgDay';
import limitProviderDay from '@salesforce/label/c.SalesEmail_Limit_ProviderDay';
import limitProviderMinute from '@salesforce/label/c.SalesEmail_Limit_ProviderMinute';
import limitProviderRecipients from '@salesforce/label/c.SalesEmail_Limit_ProviderRecipients';
import limitUserDay from '@salesforce/label/c.SalesEmail_Limit_UserDay';
import reasonAddressOptedOut from '@salesforce/label/c.SalesEmail_Reason_AddressOptedOut';
import reasonAddressOptOutUnknown from '@salesforce/label/c.SalesEmail_Reason_AddressOptOutUnknown';
import reasonCancelled from '@salesforce/label/c.SalesEmail_Reason_CancelledByUser';
import reasonCannotLook from '@salesforce/label/c.SalesEmail_Reason_CannotLook';
import reasonChannelUnavailable from '@salesforce/label/c.SalesEmail_Reason_ChannelUnavailable';
import reasonDailyLimit from '@salesforce/label/c.SalesEmail_Reason_DailyLimit';
import reasonDeactivated from '@salesforce/label/c.SalesEmail_Reason_Deactivated';
import reasonDisconnected from '@salesforce/label/c.SalesEmail_Reason_Disconnected';
import reasonDomainLimit from '@salesforce/label/c.SalesEmail_Reason_DomainLimit';
import reasonDomainTooMany from '@salesforce/label/c.SalesEmail_Reason_DomainTooMany';
import reasonFound from '@salesforce/label/c.SalesEmail_Reason_Found';
import reasonMailboxBlocked from '@salesforce/label/c.SalesEmail_Reason_MailboxBlocked';
import reasonBusy from '@salesforce/label/c.SalesEmail_Reason_MailboxBusy';
import reasonMailboxFull from '@salesforce/label/c.SalesEmail_Reason_MailboxFull';
import reasonMarked from '@salesforce/label/c.SalesEmail_Reason_Marked';
import reasonMinuteLimit from '@salesforce/label/c.SalesEmail_Reason_MinuteLimit';
import reasonNoAnswer from '@salesforce/label/c.SalesEmail_Reason_NoAnswer';
import reasonNoCopy from '@salesforce/label/c.SalesEmail_Reason_NoCopy';
import reasonNotFound from '@salesforce/label/c.SalesEmail_Reason_NotFound';
import reasonOptedOut from '@salesforce/label/c.SalesEmail_Reason_OptedOut';
import reasonOptOutUnknown from '@salesforce/label/c.SalesEmail_Reason_OptOutUnknown';
import reasonOrgLimit from '@salesforce/label/c.SalesEmail_Reason_OrgLimit';
import reasonRateLimited from '@salesforce/label/c.SalesEmail_Reason_RateLimited';
import reasonRecipientRefused from '@salesforce/label/c.SalesEmail_Reason_RecipientRefused';
import reasonRecipientsRefused from '@salesforce/label/c.SalesEmail_Reason_RecipientsRefused';
import reasonReconnect from '@salesforce/label/c.SalesEmail_Reason_Reconnect';
import reasonRefused from '@salesforce/label/c.SalesEmail_Reason_Refused';
import reasonRetried from '@salesforce/label/c.SalesEmail_Reason_Retried';
import reasonSendingDelayed from '@salesforce/label/c.SalesEmail_Reason_SendingDelayed';
import reasonSenderRefused from '@salesforce/label/c.SalesEmail_Reason_SenderRefused';
import reasonStoppedByAdmin from '@salesforce/label/c.SalesEmail_Reason_StoppedByAdmin';
import reasonTooLarge from '@salesforce/label/c.SalesEmail_Reason_TooLarge';
import reasonUnavailable from '@salesforce/label/c.SalesEmail_Reason_Unavailable';
import reasonUndoWindow from '@salesforce/label/c.SalesEmail_Reason_UndoWindow';
import reasonUserDailyLimit from '@salesforce/label/c.SalesEmail_Reason_UserDailyLimit';
import responseMachine from '@salesforce/label/c.SalesEmail_Response_AutoReply';
import responseAutoReply from '@salesforce/label/c.SalesEmail_Response_AutoReplyFrom';
import responseAway from '@salesforce/label/c.SalesEmail_Response_Away';
import responseAwayUntil from '@salesforce/label/c.SalesEmail_Response_AwayUntil';
import responseBounced from '@salesforce/label/c.SalesEmail_Response_BouncedFor';
import responseComplaint from '@salesforce/label/c.SalesEmail_Response_Complaint';
import responseDelayed from '@salesforce/label/c.SalesEmail_Response_Delayed';
import responseOutOfOffice from '@salesforce/label/c.SalesEmail_Response_OutOfOffice';
import responseReplied from '@salesforce/label/c.SalesEmail_Response_Replied';
import responseReply from '@salesforce/label/c.SalesEmail_Response_ReplyFrom';
import responseReplyFromOther from '@salesforce/label/c.SalesEmail_Response_ReplyFromOther';
import softBounce from '@salesforce/label/c.SalesEmail_Response_SoftBounce';
import stateBounced from '@salesforce/label/c.SalesEmail_State_Bounced';
import stateCancelled from '@salesforce/label/c.SalesEmail_State_Cancelled';
import stateDraft from '@salesforce/label/c.SalesEmail_State_Draft';
import stateFailed from '@salesforce/label/c.SalesEmail_State_Failed';
import stateQueued from '@salesforce/label/c.SalesEmail_State_Queued';
import stateReplied from '@salesforce/label/c.SalesEmail_State_Replied';
import stateScheduled from '@salesforce/label/c.SalesEmail_State_Scheduled';
import stateSending from '@salesforce/label/c.SalesEmail_State_Sending';
import stateSent from '@salesforce/label/c.SalesEmail_State_Sent';
import stateUncertain from '@salesforce/label/c.SalesEmail_State_Uncertain';

import { formatDay, formatLabel, formatPlural } from 'c/labels';
import type {
    BounceReason,
    BlockingLimit,
    PersonRefusal,
    RefusedRecipient,
    Response,
    SalesEmail,
    SalesEmailReason,
    SalesEmailRow,
    SalesEmailState
} from 'service';

const STATE_WORDS: Record<SalesEmailState, string> = {
    draft: stateDraft,
    scheduled: stateScheduled,
    queued: stateQueued,
    sending: stateSending,
    sent: stateSent,
    uncertain: stateUncertain,
    failed: stateFailed,
    cancelled: stateCancelled,
    bounced: stateBounced
};

/** The badge's word: an answer says more than that the email was sent. */
export function stateWord({ state, responses }: Pick<SalesEmailRow, 'state' | 'responses'>): string {
    return isReplied({ state, responses }) ? stateReplied : STATE_WORDS[state];
}

/** True when a person answered an email that arrived. */
export function isReplied({ state, responses }: Pick<SalesEmailRow, 'state' | 'responses'>): boolean {
    return state === 'sent' && Boolean(responses?.repliedAt);
}

const BOUNCES: Record<BounceReason, string> = {
    unknown_address: bounceUnknownAddress,
    unknown_domain: bounceUnknownDomain,
    mailbox_full: bounceMailboxFull,
    mailbox_inactive: bounceMailboxInactive,
    message_too_large: bounceTooLarge,
    refused_by_policy: bouncePolicy,
    taken_for_spam: bounceSpam,
    sender_blocked: bounceSenderBlocked,
    sending_limit: bounceSendingLimit,
    not_reachable: bounceNotReachable,
    unknown: bounceUnknown
};

type Bounce = Pick<Response, 'bounceKind' | 'bounceReason'> & Partial<Pick<Response, 'bounceReportRead'>>;

/** Why the recipient's side returned the email. A soft bounce is not the end, and says so. */
export function bounceSentence({ bounceKind, bounceReason, bounceReportRead }: Bounce): string {
    // Only a report that was read as a whole proves that nobody said why
    const isUntold = !bounceReason || bounceReason === 'unknown';
    const sentence = isUntold && bounceReportRead === false ? bounceNotRead : BOUNCES[bounceReason ?? 'unknown'];
    return bounceKind === 'soft' ? formatLabel(softBounce, sentence) : sentence;
}

const REASONS: Record<SalesEmailReason, string> = {
    undo_window: reasonUndoWindow,
    mailbox_busy: reasonBusy,
    mailbox_rate_limited: reasonRateLimited,
    minute_limit: reasonMinuteLimit,
    daily_limit: reasonDailyLimit,
    user_daily_limit: reasonUserDailyLimit,
    org_limit: reasonOrgLimit,
    domain_limit: reasonDomainLimit,
    mailbox_reconnect_required: reasonReconnect,
    mailbox_disconnected: reasonDisconnected,
    mailbox_blocked: reasonMailboxBlocked,
    mailbox_full: reasonMailboxFull,
    provider_unavailable: reasonUnavailable,
    provider_refused: reasonRefused,
    recipient_refused: reasonRecipientRefused,
    sender_refused: reasonSenderRefused,
    message_too_large: reasonTooLarge,
    recipient_opted_out: reasonOptedOut,
    opt_out_unknown: reasonOptOutUnknown,
    no_answer_from_provider: reasonNoAnswer,
    cannot_look_in_sent_mail: reasonCannotLook,
    server_keeps_no_copy: reasonNoCopy,
    found_in_sent_mail: reasonFound,
    not_in_sent_mail: reasonNotFound,
    marked_by_user: reasonMarked,
    retried_by_user: reasonRetried,
    cancelled_by_user: reasonCancelled,
    user_deactivated: reasonDeactivated,
    stopped_by_admin: reasonStoppedByAdmin,
    channel_unavailable: reasonChannelUnavailable,
    sending_delayed: reasonSendingDelayed
};

/** Plurals of how many emails may leave; {1} are the seconds of a batch. */
const LIMITS: Record<BlockingLimit['name'], string> = {
    batch: limitBatch,
    mailbox_per_minute: limitMailboxMinute,
    mailbox_per_day: limitMailboxDay,
    user_per_day: limitUserDay,
    org_per_day: limitOrgDay,
    domain_per_day: limitDomainDay,
    provider_per_minute: limitProviderMinute,
    provider_per_day: limitProviderDay,
    provider_recipients_per_day: limitProviderRecipients
};

/** Reasons about addresses, for whoever may read these. */
const ABOUT_ADDRESSES: Partial<Record<SalesEmailReason, string>> = {
    recipient_refused: reasonRecipientsRefused,
    recipient_opted_out: reasonAddressOptedOut,
    opt_out_unknown: reasonAddressOptOutUnknown
};

/** Why an email is where it is, as a whole sentence. What waits for a sending limit names it as it is now, where the service knows which it is. */
export function reasonSentence({ state, reason, limit, refusedRecipients = [] }: Reasoned): string | undefined {
    if (limit) return formatPlural(LIMITS[limit.name], limit.count, limit.seconds);
    if (state === 'failed' && reason === 'domain_limit') return reasonDomainTooMany;
    const aboutAddresses = reason && refusedRecipients.length ? ABOUT_ADDRESSES[reason] : undefined;
    if (aboutAddresses) return formatLabel(aboutAddresses, refusedRecipients.join(', '));
    return reason ? REASONS[reason] : undefined;
}

type Reasoned = Pick<SalesEmailRow, 'state' | 'reason'> & Partial<Pick<SalesEmailRow, 'limit' | 'refusedRecipients'>>;

const REFUSALS: Record<PersonRefusal | RefusedRecipient['reason'], string> = {
    opted_out: refusalOptedOut,
    recipient_opted_out: refusalOptedOut,
    address_opted_out: refusalAddressOptedOut,
    opt_out_unknown: refusalOptOutUnknown
};

/** Why somebody may get no email, in a few words beside the name or the address. */
export function refusalWords(refusal: PersonRefusal | RefusedRecipient['reason'] | null): string | undefined {
    return refusal ? REFUSALS[refusal] : undefined;
}

export interface Note {
    text: string;
    /** When it came; it is then part of the text as {0}. */
    at?: string | null;
}

/** What came back, in a line; the details have all of it. What a machine said is no news once a person has answered or it bounced. */
export function notesOf({ responses }: Pick<SalesEmailRow, 'responses'>): Note[] {
    if (!responses) return [];
    const { repliedAt, repliedBy, outOfOfficeUntil, autoRepliedAt, delayedAt, bouncedAt } = responses;
    const notes: Note[] = [];
    if (bouncedAt) notes.push({ text: bounceSentence(responses) });
    if (repliedAt) notes.push({ text: formatLabel(responseReplied, '{0}', repliedBy), at: repliedAt });
    if (notes.length) return notes;
    if (outOfOfficeUntil) return [{ text: formatLabel(responseOutOfOffice, formatDay(outOfOfficeUntil)) }];
    if (autoRepliedAt) return [{ text: responseMachine }];
    return delayedAt ? [{ text: responseDelayed }] : [];
}

/** Why Salesforce does not have an email that has left; undefined where nothing is wrong. */
export function logTrouble({ salesforce }: Pick<SalesEmailRow, 'salesforce'>): string | undefined {
    if (salesforce?.state === 'failed') return salesforce.reason ? formatLabel(logFailed, salesforce.reason) : logFailedNoReason;
    return salesforce?.state === 'pending' && salesforce.reason ? formatLabel(logWaits, salesforce.reason) : undefined;
}

/** One thing that came back, as a sentence for the details. */
export function responseSentence(response: Response): string {
    const { kind, fromAddress, fromRecipient, returnsOn, bouncedAddress, bounceCode } = response;
    switch (kind) {
        case 'reply':
            return formatLabel(fromRecipient ? responseReply : responseReplyFromOther, fromAddress);
        case 'auto_reply':
            return formatLabel(responseAutoReply, fromAddress);
        case 'out_of_office':
            return returnsOn ? formatLabel(responseAwayUntil, fromAddress, formatDay(returnsOn)) : formatLabel(responseAway, fromAddress);
        case 'bounce':
            return bouncedAddress && bounceCode
                ? formatLabel(responseBounced, bouncedAddress, bounceSentence(response), bounceCode)
                : bounceSentence(response);
        case 'delay':
            return responseDelayed;
        default:
            return responseComplaint;
    }
}

const HISTORY_SENTENCES: Record<SalesEmailState, string> = {
    draft: historyDraft,
    scheduled: historyScheduled,
    queued: historyQueued,
    sending: historySending,
    sent: historySent,
    uncertain: historyUncertain,
    failed: historyFailed,
    cancelled: historyCancelled,
    bounced: historyBounced
};

type Step = Pick<SalesEmail['history'][number], 'state' | 'reason'>;

/** What one entry of the history says: its reason where there is one, since a reason tells what happened and why. */
export function historySentence(
    { state, reason }: Step,
    email: Pick<SalesEmailRow, 'sentByMe' | 'senderName'>,
    before?: Pick<Step, 'state'>
): string {
    // The time to take it back has passed by the time anybody reads this.
    const why = reason !== 'undo_window' && reasonSentence({ state, reason });
    if (why) return why;
    if (state === 'queued' && before?.state === 'scheduled') return historyDue;
    return state === 'sent' && !email.sentByMe && email.senderName
        ? formatLabel(historySentByOther, email.senderName)
        : HISTORY_SENTENCES[state];
}

/** True while the service still works on the email by itself within seconds. */
export function isMoving({ state }: Pick<SalesEmailRow, 'state'>): boolean {
    return state === 'queued' || state === 'sending';
}
