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
import reasonSentNow from '@salesforce/label/c.SalesEmail_Reason_SentNow';
import reasonSenderRefused from '@salesforce/label/c.SalesEmail_Reason_SenderRefused';
import reasonStoppedByAdmin from '@salesforce/label/c.SalesEmail_Reason_StoppedByAdmin';
import reasonTooLarge from '@salesforce/label/c.SalesEmail_Reason_TooLarge';
import reasonUnavailable from '@salesforce/label/c.SalesEmail_Reason_Unavailable';
import reasonUndoWindow from '@salesforce/label/c.SalesEmail_Reason_UndoWindow';
import reasonUserDailyLimit from '@salesforce/label/c.SalesEmail_Reason_UserDailyLimit';

import { formatLabel, formatList, formatPlural } from 'c/labels';
import type { BlockingLimit, SalesEmailReason, SalesEmailRow } from 'service';

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
    sent_now_by_user: reasonSentNow,
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

/**
 * Why an email is where it is, as a whole sentence. What waits for a sending limit names it as it is now, where the service knows which it
 * is.
 */
export function reasonSentence({ state, reason, limit, refusedRecipients = [] }: Reasoned): string | undefined {
    if (limit) return formatPlural(LIMITS[limit.name], limit.count, limit.seconds);
    if (state === 'failed' && reason === 'domain_limit') return reasonDomainTooMany;
    const aboutAddresses = reason && refusedRecipients.length ? ABOUT_ADDRESSES[reason] : undefined;
    if (aboutAddresses) return formatLabel(aboutAddresses, formatList(refusedRecipients));
    return reason ? REASONS[reason] : undefined;
}

type Reasoned = Pick<SalesEmailRow, 'state' | 'reason'> & Partial<Pick<SalesEmailRow, 'limit' | 'refusedRecipients'>>;
