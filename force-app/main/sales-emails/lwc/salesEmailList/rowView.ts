import actionFor from '@salesforce/label/c.SalesEmail_Action_For';
import byLabel from '@salesforce/label/c.SalesEmail_List_By';
import bcc from '@salesforce/label/c.SalesEmail_List_Bcc';
import cc from '@salesforce/label/c.SalesEmail_List_Cc';
import copyTo from '@salesforce/label/c.SalesEmail_List_CopyTo';
import noSubject from '@salesforce/label/c.SalesEmail_List_NoSubject';
import toLabel from '@salesforce/label/c.SalesEmail_List_To';

import { formatLabel } from 'c/labels';
import { exactText, relativeText } from 'c/relativeTime';
import { isReplied, logTrouble, notesOf, reasonSentence, stateWord } from 'c/salesEmailWords';
import type { DraftRow, SalesEmailRow } from 'service';
import { actionsOf } from './actions';
import { endOfWait, scheduleSentence } from './waits';

const BADGES: Partial<Record<SalesEmailRow['state'], string>> = {
    uncertain: 'badge badge_warning',
    failed: 'badge badge_error',
    bounced: 'badge badge_error'
};

/** What the list knows beside the row. */
export interface RowContext {
    now: Date;
    showPerson: boolean;
    /** The record of the page around. */
    pageId: string;
    isOpen: boolean;
    isBusy: boolean;
    error: unknown;
}

export function subjectOf({ subject }: SalesEmailRow): string {
    return subject || noSubject;
}

/** A draft says where it is kept and when it was last written; a later email of a thread stands below the first. */
export type Listed = SalesEmailRow & Partial<Pick<DraftRow, 'recordId' | 'updatedAt'>> & { isLater?: boolean };

/** When it left, or was written where it has not left. */
export function timeOf({ sentAt, updatedAt, createdAt }: Listed): Date {
    return new Date(sentAt ?? updatedAt ?? createdAt);
}

/** A row in the words and classes that the template shows. */
export function viewOf(row: Listed, { now, showPerson, pageId, isOpen, isBusy, error }: RowContext) {
    const subject = subjectOf(row);
    const at = timeOf(row);
    // A reason explains a state that is not the normal end.
    const reason = row.state === 'sent' ? undefined : reasonSentence(row);
    const copy = copyOf(row);
    const facts = factsOf(row, showPerson, copy?.title);
    // Open details say it themselves
    const trouble = isOpen ? undefined : logTrouble(row);
    const schedule = scheduleSentence(row);
    const notes = [...(schedule ? [{ text: schedule }] : []), ...notesOf(row), ...(trouble ? [{ text: trouble }] : [])];
    const actions = actionsOf(row, pageId, isOpen).map((action) => ({
        ...action,
        // A button that is disabled while it has the focus loses it
        busy: String(isBusy),
        description: formatLabel(actionFor, action.label, subject)
    }));
    return {
        ...row,
        frame: row.isLater ? 'row later' : 'row',
        subject,
        isOpen,
        expanded: String(isOpen),
        word: stateWord(row),
        badge: isReplied(row) ? 'badge badge_success' : (BADGES[row.state] ?? 'badge'),
        copy,
        at: at.toISOString(),
        when: relativeText(at, now),
        exactly: exactText(at),
        version: JSON.stringify([row.state, row.reason, row.responses, row.salesforce, row.updatedAt]),
        reason,
        // A schedule is a time of the clock, and stands in a line of its own
        waitsUntil: schedule ? null : row.waitsUntil,
        endOfWait: endOfWait(row),
        facts,
        notes,
        actions,
        hasMore: Boolean(reason ?? row.waitsUntil ?? facts[0] ?? notes[0]),
        error
    };
}

const FIELDS = { cc, bcc } as const;

/** The mark of an email that the person of this page got as a copy. */
function copyOf({ copiedTo }: SalesEmailRow): { mark: string; title: string } | undefined {
    return copiedTo ? { mark: FIELDS[copiedTo.field], title: formatLabel(copyTo, copiedTo.personName) } : undefined;
}

/** Whom it is for, and who sent it, where the page around does not say so. */
function factsOf(row: SalesEmailRow, showPerson: boolean, copyTitle = ''): string[] {
    return [
        showPerson && row.personName ? formatLabel(toLabel, row.personName) : '',
        showPerson ? copyTitle : '',
        !row.sentByMe && row.senderName ? formatLabel(byLabel, row.senderName) : ''
    ].filter(Boolean);
}
