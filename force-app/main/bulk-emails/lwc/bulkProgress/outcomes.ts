import { groupByReason, nameOf } from 'c/bulkReasons';
import { reasonSentence, stateWord } from 'c/salesEmailWords';
import type { BulkOutcome, SalesEmailReason, SalesEmailState } from 'service';

interface OutcomeRow {
    id: string;
    name: string;
    email: string;
    note: string;
}

/** People of whom the same became, under what that is. */
export interface OutcomeGroup {
    key: string;
    heading: string;
    /** What is the same for all of them stands once. */
    note: string;
    rows: OutcomeRow[];
    headingClass: string;
}

/** What needs somebody comes first; what has left, last. */
const STATES: SalesEmailState[] = ['failed', 'bounced', 'uncertain', 'cancelled', 'sending', 'queued', 'scheduled', 'sent'];
const LEFT = new Set<SalesEmailState>(['sent', 'bounced']);
const TROUBLES = new Set<SalesEmailState>(['failed', 'bounced', 'uncertain']);

/** The heading says as much. */
const SAYS_NOTHING = new Set<SalesEmailReason>(['undo_window', 'cancelled_by_user']);

function rowOf(outcome: BulkOutcome): OutcomeRow {
    const { personId, email, state, reason } = outcome;
    const note = state && reason && !SAYS_NOTHING.has(reason) ? (reasonSentence({ state, reason }) ?? '') : '';
    return { id: personId, name: nameOf(outcome), email: email ?? '', note };
}

/** Who did not get it, under why. */
export function refusedGroups(people: BulkOutcome[]): OutcomeGroup[] {
    return groupByReason(people, ({ notSentBecause }) => notSentBecause).map(({ reason, heading, rows }) => ({
        key: reason,
        heading,
        note: '',
        rows: rows.map(rowOf),
        headingClass: 'heading'
    }));
}

/** What became of the emails that were taken. */
export function stateGroups(people: BulkOutcome[]): OutcomeGroup[] {
    return STATES.map((state) => {
        const rows = people.filter((one) => one.state === state).map(rowOf);
        const [note = ''] = new Set(rows.map((row) => row.note));
        const isSame = rows.every((row) => row.note === note);
        return {
            key: state,
            heading: stateWord({ state, responses: null }),
            note: isSame ? note : '',
            rows: isSame ? rows.map((row) => ({ ...row, note: '' })) : rows,
            headingClass: TROUBLES.has(state) ? 'heading heading_trouble' : 'heading'
        };
    }).filter(({ rows }) => rows.length > 0);
}

/** How many emails have left, whatever came back since. */
export function countLeft(people: BulkOutcome[]): number {
    return people.filter(({ state }) => state !== null && LEFT.has(state)).length;
}
