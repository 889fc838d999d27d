import actionCancel from '@salesforce/label/c.SalesEmail_Action_Cancel';
import actionContinue from '@salesforce/label/c.SalesEmail_Action_Continue';
import actionDiscard from '@salesforce/label/c.SalesEmail_Action_Discard';
import actionLookAgain from '@salesforce/label/c.SalesEmail_Action_LookAgain';
import actionMarkAsSent from '@salesforce/label/c.SalesEmail_Action_MarkAsSent';
import actionOpenRecord from '@salesforce/label/c.SalesEmail_Action_OpenRecord';
import actionRetry from '@salesforce/label/c.SalesEmail_Action_Retry';
import actionSendAgain from '@salesforce/label/c.SalesEmail_Action_SendAgain';
import actionUndo from '@salesforce/label/c.SalesEmail_Action_Undo';

import { isWrongAddress } from 'c/salesEmailWords';
import type { SalesEmailRow, Settlement } from 'service';

/** Where nobody but the rep can find out, there is nothing to look at again. */
const CANNOT_LOOK = new Set<SalesEmailRow['reason']>(['cannot_look_in_sent_mail', 'server_keeps_no_copy']);

/** What the list leaves to whoever shows it, with the event that asks for it. */
export const ASKS = { open_record: 'openrecord', continue_draft: 'continuedraft', discard_draft: 'discarddraft' } as const;

export interface Action {
    name: 'cancel' | 'retry' | 'draft_again' | keyof typeof ASKS | Settlement['decision'];
    label: string;
}

const DRAFT_ACTIONS: Action[] = [
    { name: 'continue_draft', label: actionContinue },
    { name: 'discard_draft', label: actionDiscard }
];

/**
 * What the rep can do about an email in its present state. Only its sender acts; the service checks that too. The person's record is
 * offered where it is not the page around, whose id is `pageId`.
 */
export function actionsOf(row: SalesEmailRow, pageId: string): Action[] {
    if (!row.sentByMe) return [];
    if (row.state === 'draft') return DRAFT_ACTIONS;
    if (row.canUndo) return [{ name: 'cancel', label: row.reason === 'undo_window' ? actionUndo : actionCancel }];
    if (row.state === 'failed') return [{ name: 'retry', label: actionRetry }];
    // A copy that came back is not what the rep would send again
    if (row.state === 'bounced') return row.copiedTo ? [] : afterBounce(row, pageId);
    if (row.state !== 'uncertain') return [];
    const settlements: Action[] = [
        { name: 'look_again', label: actionLookAgain },
        { name: 'mark_as_sent', label: actionMarkAsSent },
        { name: 'send_again', label: actionSendAgain }
    ];
    return CANNOT_LOOK.has(row.reason) ? settlements.slice(1) : settlements;
}

/** An address that does not exist is corrected first. */
function afterBounce(row: SalesEmailRow, pageId: string): Action[] {
    const again: Action[] = [{ name: 'draft_again', label: actionSendAgain }];
    const isElsewhere = row.personId && row.personId !== pageId;
    return isWrongAddress(row) && isElsewhere ? [{ name: 'open_record', label: actionOpenRecord }, ...again] : again;
}
