import locale from '@salesforce/i18n/locale';

import { formatLabel } from 'c/labels';
import type { FieldCheck } from 'service';
import { labels } from './words';

type Reason = FieldCheck['people'][number]['unresolved'][number]['reason'];

const WORDS: Record<Reason, 'fieldsUnresolved' | 'fieldsUnknown' | 'fieldsNoLink'> = {
    empty: 'fieldsUnresolved',
    unknown_field: 'fieldsUnknown',
    unreadable: 'fieldsUnknown',
    not_available: 'fieldsUnknown',
    not_a_link: 'fieldsNoLink'
};

export interface FieldSentence {
    text: string;
    /** The email cannot leave as it is. */
    stops: boolean;
}

/** What is to be said of the dynamic fields of an email before it leaves: what keeps it, then what leaves as nothing. */
export function fieldSentences(check: FieldCheck | undefined): FieldSentence[] {
    if (!check) return [];
    const sentences: FieldSentence[] = [];
    if (check.prompts.length > 0) sentences.push({ text: formatLabel(labels.prompts, list(check.prompts)), stops: true });
    for (const { personName, unresolved } of check.people)
        for (const words of ['fieldsUnresolved', 'fieldsUnknown', 'fieldsNoLink'] as const) {
            const fields = unresolved.filter(({ reason }) => WORDS[reason] === words).map(({ field }) => field);
            if (fields.length > 0) sentences.push({ text: formatLabel(labels[words], list(fields), personName), stops: true });
        }
    for (const { personName, blank } of check.people)
        if (blank.length > 0) sentences.push({ text: formatLabel(labels.fieldsBlank, list(blank), personName), stops: false });
    return sentences;
}

function list(words: string[]): string {
    return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(words);
}
