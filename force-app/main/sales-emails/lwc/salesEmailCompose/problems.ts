import { formatPlural } from 'c/labels';
import type { WordsField } from 'c/salesEmailForm';
import type { Draft } from 'service';
import { countLostPictures } from './pictures';
import { labels } from './words';

export interface Problem {
    field: WordsField;
    text: string;
}

/** What blocks sending, in the order of the fields. `badFields` hold something that is no address. */
export function problemsOf({ subject, bodyHtml }: Draft, badFields: ('cc' | 'bcc')[]): Problem[] {
    const problems: Problem[] = badFields.map((field) => ({ field, text: field === 'cc' ? labels.badCc : labels.badBcc }));
    if (!subject) problems.push({ field: 'subject', text: labels.needsSubject });
    const lost = countLostPictures(bodyHtml);
    if (lost > 0) problems.push({ field: 'bodyHtml', text: formatPlural(labels.lostPictures, lost) });
    return problems;
}
