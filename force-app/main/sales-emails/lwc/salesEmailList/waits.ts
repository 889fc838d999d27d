import looksAgain from '@salesforce/label/c.SalesEmail_List_LooksAgain';
import scheduledFor from '@salesforce/label/c.SalesEmail_List_ScheduledFor';
import triedAgain from '@salesforce/label/c.SalesEmail_List_TriedAgain';
import leaves from '@salesforce/label/c.SalesEmail_List_WaitsUntil';

import { formatClock, formatLabel } from 'c/labels';
import type { SalesEmailRow } from 'service';

/** Nobody knows when a mailbox sends again that sends nothing now. */
const TRIED_AGAIN = new Set<SalesEmailRow['reason']>(['mailbox_blocked', 'mailbox_full', 'provider_unavailable']);

/** When a scheduled email is to leave; undefined for any other. */
export function scheduleSentence({ state, waitsUntil }: Pick<SalesEmailRow, 'state' | 'waitsUntil'>): string | undefined {
    return state === 'scheduled' && waitsUntil ? formatLabel(scheduledFor, formatClock(waitsUntil)) : undefined;
}

/** What happens at the end of a wait, as a sentence with {0} for the time. */
export function endOfWait({ state, reason }: Pick<SalesEmailRow, 'state' | 'reason'>): string {
    if (state === 'uncertain') return looksAgain;
    return TRIED_AGAIN.has(reason) ? triedAgain : leaves;
}
