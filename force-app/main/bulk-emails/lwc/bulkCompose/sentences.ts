import { groupByReason, nameOf, reasonWords } from 'c/bulkReasons';
import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { BulkCheck, BulkEmail, BulkPerson } from 'service';
import { labels } from './words';

export interface Sentence {
    text: string;
    /** Somebody does not get the email for it. */
    stops: boolean;
}

/** Nobody knows when a mailbox sends again that sends nothing now. */
const TRIED_AGAIN = new Set<BulkCheck['boundBy']>(['mailbox_blocked', 'mailbox_full', 'provider_unavailable']);

/** When the emails leave; empty where nobody knows, as for a time that has passed or a mailbox that is gone. */
export function leavesSentence({ willGet, firstLeavesAt, lastLeavesAt, boundBy, tooManyWait }: BulkCheck): string {
    if (willGet === 0) return '';
    if (tooManyWait) return labels.tooManyWait;
    if (!firstLeavesAt) return '';
    if (TRIED_AGAIN.has(boundBy)) return formatLabel(labels.triedAgain, formatClock(firstLeavesAt));
    const [first, last] = [formatClock(firstLeavesAt), formatClock(lastLeavesAt ?? firstLeavesAt)];
    return first === last ? formatLabel(labels.leavesAt, first) : formatLabel(labels.leavesBetween, first, last);
}

/** Whom an edit of the words for all reaches. */
export function everybodySentence(people: BulkPerson[]): string {
    if (people.length === 0) return '';
    const own = people.filter(({ hasOwnWords }) => hasOwnWords).length;
    return own > 0 ? formatPlural(labels.everybodyOwn, own, people.length) : formatPlural(labels.everybody, people.length);
}

/** What is to be said of the fields of the words for all: how many people each of them is unknown or empty for. */
export function fieldSentences(check: BulkCheck | undefined): Sentence[] {
    if (!check) return [];
    const prompts = [...new Set(check.people.flatMap((one) => one.prompts))];
    return [
        ...(prompts.length > 0 ? [{ text: formatLabel(labels.prompts, prompts.join(', ')), stops: true }] : []),
        ...counted(check.people.flatMap(({ unresolved }) => [...new Set(unresolved.map(({ field }) => field))])).map(([field, count]) => ({
            text: formatPlural(labels.fieldUnresolved, count, field),
            stops: true
        })),
        ...counted(check.people.filter(({ reason }) => reason === null).flatMap(({ blank }) => [...new Set(blank)])).map(
            ([field, count]) => ({ text: formatPlural(labels.fieldBlank, count, field), stops: false })
        )
    ];
}

function counted(fields: string[]): [string, number][] {
    const counts = new Map<string, number>();
    for (const field of fields) counts.set(field, (counts.get(field) ?? 0) + 1);
    return [...counts];
}

/** Why this person gets nothing, and what can be done about it. */
export function personSentences(check: BulkCheck | undefined, personId: string): Sentence[] {
    const one = check?.people.find((person) => person.personId === personId);
    if (!one?.reason) return [];
    const { heading, next } = reasonWords(one.reason);
    const fields = [...new Set([...one.prompts, ...one.unresolved.map(({ field }) => field)])].join(', ');
    return [{ text: formatLabel(labels.leftOutLine, heading, fields || next), stops: true }];
}

/** Who gets nothing, for the question before Send: a line for each reason, with the names where they are few. */
export function leftOutLines({ people }: BulkCheck, all: BulkPerson[]): string[] {
    const names = new Map(all.map((person) => [person.personId, nameOf(person)]));
    return groupByReason(people, ({ reason }) => reason).map(({ heading, rows }) =>
        formatLabel(labels.leftOutLine, heading, listed(rows.map(({ personId }) => names.get(personId) ?? '')))
    );
}

const MOST_NAMES = 5;

function listed(names: string[]): string {
    const more = names.length - MOST_NAMES;
    return more > 0 ? formatPlural(labels.leftOut, more, names.slice(0, MOST_NAMES).join(', ')) : names.join(', ');
}

export function recordOf({ recordId, recordName }: BulkEmail): { id: string; name: string } | undefined {
    return recordId ? { id: recordId, name: recordName ?? recordId } : undefined;
}
