import actionCancel from '@salesforce/label/c.SalesEmail_Action_Cancel';
import actionChangeTime from '@salesforce/label/c.SalesEmail_Action_ChangeTime';
import actionContinue from '@salesforce/label/c.SalesEmail_Action_Continue';
import actionDiscard from '@salesforce/label/c.SalesEmail_Action_Discard';
import actionFollowUp from '@salesforce/label/c.SalesEmail_Action_FollowUp';
import actionLookAgain from '@salesforce/label/c.SalesEmail_Action_LookAgain';
import actionMarkAsSent from '@salesforce/label/c.SalesEmail_Action_MarkAsSent';
import actionOpenRecord from '@salesforce/label/c.SalesEmail_Action_OpenRecord';
import actionReply from '@salesforce/label/c.SalesEmail_Action_Reply';
import actionRetry from '@salesforce/label/c.SalesEmail_Action_Retry';
import actionSendAgain from '@salesforce/label/c.SalesEmail_Action_SendAgain';
import actionSendNow from '@salesforce/label/c.SalesEmail_Action_SendNow';
import actionUndo from '@salesforce/label/c.SalesEmail_Action_Undo';

import { isWrongAddress } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { SalesEmailRow, SavedDraft, Settlement } from 'service';

/** Where nobody but the rep can find out, there is nothing to look at again. */
const CANNOT_LOOK = new Set<SalesEmailRow['reason']>(['cannot_look_in_sent_mail', 'server_keeps_no_copy']);

/** What the list asks the service for, below the path of the email. */
const ROUTES: Partial<Record<ActionName, string>> = {
    cancel: 'cancel',
    retry: 'retry',
    send_now: 'send-now',
    draft_again: 'draft',
    look_again: 'settlement',
    mark_as_sent: 'settlement',
    send_again: 'settlement'
};

export type ActionName =
    | 'cancel'
    | 'retry'
    | 'send_now'
    | 'change_time'
    | 'draft_again'
    | 'open_record'
    | 'continue_draft'
    | 'discard_draft'
    | 'follow_up'
    | 'reply'
    | Settlement['decision'];

export interface Action {
    name: ActionName;
    label: string;
}

/** What the service makes of the email; undefined for what the list leaves to whoever shows it. */
export function act(id: string, name: ActionName): Promise<ActedOn> | undefined {
    const route = ROUTES[name];
    if (!route) return undefined;
    return callServer('POST', `/sales-emails/${id}/${route}`, route === 'settlement' ? { decision: name } : undefined);
}

/** With *Send Again* of an email that came back it is a draft. */
export type ActedOn = SalesEmailRow | SavedDraft;

const DRAFT_ACTIONS: Action[] = [
    { name: 'continue_draft', label: actionContinue },
    { name: 'discard_draft', label: actionDiscard }
];

const SCHEDULE_ACTIONS: Action[] = [
    { name: 'change_time', label: actionChangeTime },
    { name: 'send_now', label: actionSendNow }
];

/** What goes on in the thread of an email. */
const THREAD_ACTIONS: Action[] = [
    { name: 'reply', label: actionReply },
    { name: 'follow_up', label: actionFollowUp }
];

/**
 * What the rep can do about an email in its present state. Only its sender acts; the service checks that too. The person's record is
 * offered where it is not the page around, whose id is `pageId`. A follow-up is offered in an open row: most rows are only looked at.
 */
export function actionsOf(row: SalesEmailRow, pageId: string, isOpen: boolean): Action[] {
    if (!row.sentByMe) return [];
    if (row.state === 'draft') return DRAFT_ACTIONS;
    const cancel: Action = { name: 'cancel', label: row.reason === 'undo_window' ? actionUndo : actionCancel };
    if (row.canUndo) return row.state === 'scheduled' ? [...SCHEDULE_ACTIONS, cancel] : [cancel];
    if (row.state === 'failed') return [{ name: 'retry', label: actionRetry }];
    // A copy that came back is not what the rep would send again
    if (row.state === 'bounced') return row.copiedTo ? [] : afterBounce(row, pageId);
    if (row.state !== 'uncertain')
        return THREAD_ACTIONS.filter(({ name }) => (name === 'reply' ? row.canReply : isOpen && row.canFollowUp));
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
