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

import type { SalesEmailRow, SalesEmailState } from 'service';

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

/** True while the service still works on the email by itself within seconds. */
export function isMoving({ state }: Pick<SalesEmailRow, 'state'>): boolean {
    return state === 'queued' || state === 'sending';
}
