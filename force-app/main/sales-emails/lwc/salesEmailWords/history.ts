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

import { formatLabel } from 'c/labels';
import type { SalesEmail, SalesEmailRow, SalesEmailState } from 'service';
import { reasonSentence } from './reasons';

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
