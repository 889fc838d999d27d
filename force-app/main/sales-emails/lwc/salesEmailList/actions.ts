import actionCancel from '@salesforce/label/c.SalesEmail_Action_Cancel';
import actionLookAgain from '@salesforce/label/c.SalesEmail_Action_LookAgain';
import actionMarkAsSent from '@salesforce/label/c.SalesEmail_Action_MarkAsSent';
import actionRetry from '@salesforce/label/c.SalesEmail_Action_Retry';
import actionSendAgain from '@salesforce/label/c.SalesEmail_Action_SendAgain';
import actionUndo from '@salesforce/label/c.SalesEmail_Action_Undo';

import type { SalesEmailRow, Settlement } from 'service';

/** Where nobody but the rep can find out, there is nothing to look at again. */
const CANNOT_LOOK = new Set<SalesEmailRow['reason']>(['cannot_look_in_sent_mail', 'server_keeps_no_copy']);

export interface Action {
    name: 'cancel' | 'retry' | Settlement['decision'];
    label: string;
}

/** What the rep can do about an email in its present state. Only its sender acts; the service checks that too. */
export function actionsOf(row: SalesEmailRow): Action[] {
    if (!row.sentByMe) return [];
    if (row.canUndo) return [{ name: 'cancel', label: row.reason === 'undo_window' ? actionUndo : actionCancel }];
    if (row.state === 'failed') return [{ name: 'retry', label: actionRetry }];
    if (row.state !== 'uncertain') return [];
    const settlements: Action[] = [
        { name: 'look_again', label: actionLookAgain },
        { name: 'mark_as_sent', label: actionMarkAsSent },
        { name: 'send_again', label: actionSendAgain }
    ];
    return CANNOT_LOOK.has(row.reason) ? settlements.slice(1) : settlements;
}
