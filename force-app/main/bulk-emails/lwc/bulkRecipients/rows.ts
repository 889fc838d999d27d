import { groupByReason, nameOf } from 'c/bulkReasons';
import { formatDay, formatLabel } from 'c/labels';
import type { BulkPerson, BulkReason, CheckedRecipient } from 'service';
import { labels } from './words';

export type Filter = 'all' | 'not' | 'own';

/** One person, as the list shows them. */
export interface Row {
    id: string;
    name: string;
    email: string;
    reason: BulkReason | null;
    /** What is to be said of this person besides the reason. */
    notes: { text: string }[];
    hasOwnWords: boolean;
    canSendAnyway: boolean;
    canLeaveOut: boolean;
    canOpen: boolean;
    sendAnywayName: string;
    leaveOutName: string;
    openName: string;
    removeName: string;
}

/** Who is shown below one heading. */
export interface RowGroup {
    key: string;
    heading: string;
    next: string;
    count: string;
    rows: Row[];
}

/** What can only be mended in Salesforce. */
const MENDED_IN_SALESFORCE = new Set<BulkReason | null>([
    'no_email_address',
    'bounced',
    'opted_out',
    'address_opted_out',
    'fields_unresolved'
]);

export function rowsOf(people: BulkPerson[], checked: CheckedRecipient[]): Row[] {
    const checkedOf = new Map(checked.map((one) => [one.personId, one]));
    return people.map((person) => {
        const one = checkedOf.get(person.personId);
        const reason = one?.reason ?? null;
        const name = nameOf(person);
        return {
            id: person.personId,
            name,
            email: person.email ?? '',
            reason,
            notes: one ? notesOf(one).map((text) => ({ text })) : [],
            hasOwnWords: person.hasOwnWords,
            canSendAnyway: reason === 'bounced',
            canLeaveOut: person.sendsDespiteBounce && reason === null && Boolean(one?.bouncedAt),
            canOpen: MENDED_IN_SALESFORCE.has(reason),
            sendAnywayName: formatLabel(labels.sendAnywayName, name),
            leaveOutName: formatLabel(labels.leaveOutName, name),
            openName: formatLabel(labels.openName, name),
            removeName: formatLabel(labels.remove, name)
        };
    });
}

function notesOf({ sameAddressAs, bouncedAt, unresolved, prompts, reason }: CheckedRecipient): string[] {
    const fieldsOf = (...reasons: (typeof unresolved)[number]['reason'][]) =>
        unresolved.filter((problem) => reasons.includes(problem.reason)).map(({ field }) => field);
    const sentences: [string, string[]][] = [
        [labels.notKnown, fieldsOf('empty')],
        [labels.noField, fieldsOf('unknown_field', 'unreadable', 'not_available')],
        [labels.noLink, fieldsOf('not_a_link')],
        [labels.prompts, reason === 'prompts_left' ? prompts : []]
    ];
    return [
        ...(sameAddressAs ? [formatLabel(labels.sameAddressAs, sameAddressAs)] : []),
        ...(bouncedAt ? [formatLabel(labels.bouncedOn, formatDay(bouncedAt.slice(0, 10)))] : []),
        ...sentences.filter(([, fields]) => fields.length > 0).map(([label, fields]) => formatLabel(label, fields.join(', ')))
    ];
}

/** Words of a search may stand in any order, in name or address. */
export function found(rows: Row[], text: string, filter: Filter): Row[] {
    const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    return rows.filter(({ name, email, reason, hasOwnWords }) => {
        const all = `${name} ${email}`.toLocaleLowerCase();
        const fits = filter === 'all' || (filter === 'not' ? reason !== null : hasOwnWords);
        return fits && words.every((word) => all.includes(word));
    });
}

/** First who will not get it, under why; then the others, under a heading where there is anybody above them. */
export function groupsOf(rows: Row[]): RowGroup[] {
    const refused = groupByReason(rows, ({ reason }) => reason).map(({ reason, heading, next, rows: those }) => ({
        key: reason as string,
        heading,
        next,
        count: String(those.length),
        rows: those
    }));
    const others = rows.filter(({ reason }) => reason === null);
    const heading = refused.length > 0 ? labels.willGetHeading : '';
    return others.length > 0 ? [...refused, { key: 'others', heading, next: '', count: String(others.length), rows: others }] : refused;
}
