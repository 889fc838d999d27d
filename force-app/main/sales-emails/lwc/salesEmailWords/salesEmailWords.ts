import historyBounced from '@salesforce/label/c.SalesEmail_History_Bounced';
import historyCancelled from '@salesforce/label/c.SalesEmail_History_Cancelled';
import historyDraft from '@salesforce/label/c.SalesEmail_History_Draft';
import historyFailed from '@salesforce/label/c.SalesEmail_History_Failed';
import historyQueued from '@salesforce/label/c.SalesEmail_History_Queued';
import historyScheduled from '@salesforce/label/c.SalesEmail_History_Scheduled';
import historySending from '@salesforce/label/c.SalesEmail_History_Sending';
import historySent from '@salesforce/label/c.SalesEmail_History_Sent';
import historySentByOther from '@salesforce/label/c.SalesEmail_History_SentByOther';
import historyUncertain from '@salesforce/label/c.SalesEmail_History_Uncertain';
import reasonCancelled from '@salesforce/label/c.SalesEmail_Reason_CancelledByUser';
import reasonDeactivated from '@salesforce/label/c.SalesEmail_Reason_Deactivated';
import reasonDisconnected from '@salesforce/label/c.SalesEmail_Reason_Disconnected';
import reasonFound from '@salesforce/label/c.SalesEmail_Reason_Found';
import reasonBusy from '@salesforce/label/c.SalesEmail_Reason_MailboxBusy';
import reasonMarked from '@salesforce/label/c.SalesEmail_Reason_Marked';
import reasonNoAnswer from '@salesforce/label/c.SalesEmail_Reason_NoAnswer';
import reasonNotFound from '@salesforce/label/c.SalesEmail_Reason_NotFound';
import reasonOptedOut from '@salesforce/label/c.SalesEmail_Reason_OptedOut';
import reasonRateLimited from '@salesforce/label/c.SalesEmail_Reason_RateLimited';
import reasonRecipientRefused from '@salesforce/label/c.SalesEmail_Reason_RecipientRefused';
import reasonReconnect from '@salesforce/label/c.SalesEmail_Reason_Reconnect';
import reasonRefused from '@salesforce/label/c.SalesEmail_Reason_Refused';
import reasonRetried from '@salesforce/label/c.SalesEmail_Reason_Retried';
import reasonTooLarge from '@salesforce/label/c.SalesEmail_Reason_TooLarge';
import reasonUnavailable from '@salesforce/label/c.SalesEmail_Reason_Unavailable';
import reasonUndoWindow from '@salesforce/label/c.SalesEmail_Reason_UndoWindow';
import stateBounced from '@salesforce/label/c.SalesEmail_State_Bounced';
import stateCancelled from '@salesforce/label/c.SalesEmail_State_Cancelled';
import stateDraft from '@salesforce/label/c.SalesEmail_State_Draft';
import stateFailed from '@salesforce/label/c.SalesEmail_State_Failed';
import stateQueued from '@salesforce/label/c.SalesEmail_State_Queued';
import stateScheduled from '@salesforce/label/c.SalesEmail_State_Scheduled';
import stateSending from '@salesforce/label/c.SalesEmail_State_Sending';
import stateSent from '@salesforce/label/c.SalesEmail_State_Sent';
import stateUncertain from '@salesforce/label/c.SalesEmail_State_Uncertain';

import { formatLabel } from 'c/labels';
import type { SalesEmail, SalesEmailReason, SalesEmailRow, SalesEmailState } from 'service';

/** The badge's word. */
export const STATE_WORDS: Record<SalesEmailState, string> = {
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

/** Why an email is where it is, as a whole sentence. */
export const REASON_SENTENCES: Record<SalesEmailReason, string> = {
    undo_window: reasonUndoWindow,
    mailbox_busy: reasonBusy,
    mailbox_rate_limited: reasonRateLimited,
    mailbox_reconnect_required: reasonReconnect,
    mailbox_disconnected: reasonDisconnected,
    provider_unavailable: reasonUnavailable,
    provider_refused: reasonRefused,
    recipient_refused: reasonRecipientRefused,
    message_too_large: reasonTooLarge,
    recipient_opted_out: reasonOptedOut,
    no_answer_from_provider: reasonNoAnswer,
    found_in_sent_mail: reasonFound,
    not_in_sent_mail: reasonNotFound,
    marked_by_user: reasonMarked,
    retried_by_user: reasonRetried,
    cancelled_by_user: reasonCancelled,
    user_deactivated: reasonDeactivated
};

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

/** What one entry of the history says: its reason where there is one, since a reason tells what happened and why. */
export function historySentence(
    { state, reason }: Pick<SalesEmail['history'][number], 'state' | 'reason'>,
    email: Pick<SalesEmailRow, 'sentByMe' | 'senderName'>
): string {
    // The time to take it back has passed by the time anybody reads this.
    if (reason && reason !== 'undo_window') return REASON_SENTENCES[reason];
    return state === 'sent' && !email.sentByMe && email.senderName
        ? formatLabel(historySentByOther, email.senderName)
        : HISTORY_SENTENCES[state];
}

/** True while the service still works on the email by itself within seconds. */
export function isMoving({ state }: Pick<SalesEmailRow, 'state'>): boolean {
    return state === 'queued' || state === 'sending';
}
