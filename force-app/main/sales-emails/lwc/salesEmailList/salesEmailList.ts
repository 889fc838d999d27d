import { LightningElement, api } from 'lwc';

import actionCancel from '@salesforce/label/c.SalesEmail_Action_Cancel';
import actionFor from '@salesforce/label/c.SalesEmail_Action_For';
import actionLookAgain from '@salesforce/label/c.SalesEmail_Action_LookAgain';
import actionMarkAsSent from '@salesforce/label/c.SalesEmail_Action_MarkAsSent';
import actionRetry from '@salesforce/label/c.SalesEmail_Action_Retry';
import actionSendAgain from '@salesforce/label/c.SalesEmail_Action_SendAgain';
import actionUndo from '@salesforce/label/c.SalesEmail_Action_Undo';
import byLabel from '@salesforce/label/c.SalesEmail_List_By';
import changedLabel from '@salesforce/label/c.SalesEmail_List_Changed';
import emptyLabel from '@salesforce/label/c.SalesEmail_List_Empty';
import emptyPersonLabel from '@salesforce/label/c.SalesEmail_List_EmptyPerson';
import more from '@salesforce/label/c.SalesEmail_List_More';
import noSubject from '@salesforce/label/c.SalesEmail_List_NoSubject';
import toLabel from '@salesforce/label/c.SalesEmail_List_To';

import { afterPaint } from 'c/afterPaint';
import { formatLabel } from 'c/labels';
import { isReplied, logTrouble, notesOf, reasonSentence, stateWord } from 'c/salesEmailWords';
import { callServer } from 'c/serverApi';
import type { SalesEmailRow, Settlement } from 'service';
import { endOfWait, scheduleSentence } from './waits';

const BADGES: Partial<Record<SalesEmailRow['state'], string>> = {
    uncertain: 'badge badge_warning',
    failed: 'badge badge_error',
    bounced: 'badge badge_error'
};

/** Where nobody but the rep can find out, there is nothing to look at again. */
const CANNOT_LOOK = new Set<SalesEmailRow['reason']>(['cannot_look_in_sent_mail', 'server_keeps_no_copy']);

interface Action {
    name: 'cancel' | 'retry' | Settlement['decision'];
    label: string;
}

/** What the rep can do about an email in its present state. Only its sender acts; the service checks that too. */
function actionsOf(row: SalesEmailRow): Action[] {
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

/**
 * The sales emails of a record, newest first; a row opens in place.
 * Fires `rowchange` with the row after an action, `undo` with the row that became a draft again, and `loadmore`.
 */
export default class SalesEmailList extends LightningElement {
    /** True on an Account or Opportunity, where each row names its person. */
    @api showPerson = false;
    /** Whose emails these are, for the empty state. */
    @api personName: string | null | undefined;
    @api hasMore = false;

    labels = { more };
    rowsNow: SalesEmailRow[] = [];
    openId: string | undefined;
    busyId: string | undefined;
    failedId: string | undefined;
    error: unknown;
    announcement = '';
    isPainted = false;

    /** What the emails are comes first, and when they left a moment later (decision 17). */
    connectedCallback() {
        afterPaint(() => {
            this.isPainted = true;
        });
    }

    @api
    get rows(): SalesEmailRow[] {
        return this.rowsNow;
    }
    set rows(rows: SalesEmailRow[]) {
        this.announceChanges(rows);
        this.rowsNow = rows;
    }

    get items() {
        return this.rowsNow.map((row) => {
            const subject = row.subject || noSubject;
            const isOpen = row.id === this.openId;
            const isBusy = row.id === this.busyId;
            // A reason explains a state that is not the normal end.
            const reason = row.state === 'sent' ? undefined : reasonSentence(row);
            const facts = [
                this.showPerson && row.personName ? formatLabel(toLabel, row.personName) : '',
                !row.sentByMe && row.senderName ? formatLabel(byLabel, row.senderName) : ''
            ].filter(Boolean);
            // Open details say it themselves
            const trouble = isOpen ? undefined : logTrouble(row);
            const schedule = scheduleSentence(row);
            const notes = [...(schedule ? [{ text: schedule }] : []), ...notesOf(row), ...(trouble ? [{ text: trouble }] : [])];
            const actions = actionsOf(row).map((action) => ({
                ...action,
                isBusy,
                description: formatLabel(actionFor, action.label, subject)
            }));
            return {
                ...row,
                subject,
                isOpen,
                expanded: String(isOpen),
                word: stateWord(row),
                badge: isReplied(row) ? 'badge badge_success' : (BADGES[row.state] ?? 'badge'),
                at: row.sentAt ?? row.createdAt,
                version: JSON.stringify([row.state, row.reason, row.responses, row.salesforce]),
                reason,
                // A schedule is a time of the clock, and stands in a line of its own
                waitsUntil: schedule ? null : row.waitsUntil,
                endOfWait: endOfWait(row),
                facts,
                notes,
                actions,
                hasFacts: facts.length > 0,
                hasActions: actions.length > 0,
                hasMore: Boolean(reason ?? row.waitsUntil) || facts.length + notes.length > 0,
                error: row.id === this.failedId ? this.error : undefined
            };
        });
    }

    get isEmpty() {
        return this.rowsNow.length === 0;
    }

    get emptyText() {
        return this.personName ? formatLabel(emptyPersonLabel, this.personName) : emptyLabel;
    }

    handleToggleClick(event: Event) {
        const id = idOf(event);
        this.openId = this.openId === id ? undefined : id;
    }

    handleMoreClick() {
        this.dispatchEvent(new CustomEvent('loadmore'));
    }

    async handleActionClick(event: Event) {
        const id = idOf(event);
        const name = (event.currentTarget as HTMLElement).dataset['name'] as Action['name'];
        if (this.busyId) return;
        this.busyId = id;
        this.failedId = undefined;
        try {
            const row = await this.act(id, name);
            this.dispatchEvent(new CustomEvent<SalesEmailRow>(name === 'cancel' ? 'undo' : 'rowchange', { detail: row }));
            this.focusRow(id);
        } catch (error) {
            this.failedId = id;
            this.error = error;
        } finally {
            this.busyId = undefined;
        }
    }

    act(id: string, name: Action['name']): Promise<SalesEmailRow> {
        if (name === 'cancel' || name === 'retry') return callServer('POST', `/sales-emails/${id}/${name}`);
        const settlement: Settlement = { decision: name };
        return callServer('POST', `/sales-emails/${id}/settlement`, settlement);
    }

    /** The pressed button goes away with the state it belonged to, so the focus moves to its row. */
    focusRow(id: string) {
        this.template?.querySelector<HTMLElement>(`button.toggle[data-id="${id}"]`)?.focus();
    }

    announceChanges(rows: SalesEmailRow[]) {
        const before = new Map(this.rowsNow.map((row) => [row.id, stateWord(row)]));
        const changed = rows.filter((row) => before.has(row.id) && before.get(row.id) !== stateWord(row));
        if (changed.length === 0) return;
        this.announcement = changed.map((row) => formatLabel(changedLabel, row.subject || noSubject, stateWord(row))).join('\n');
    }
}

function idOf(event: Event): string {
    return (event.currentTarget as HTMLElement).dataset['id'] ?? '';
}
