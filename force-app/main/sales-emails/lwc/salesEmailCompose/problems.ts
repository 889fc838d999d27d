import type { WordsField } from 'c/salesEmailForm';
import type { Draft } from 'service';
import { lostPicturesText } from './pictures';
import { labels } from './words';

export interface Problem {
    field: WordsField;
    text: string;
}

/** What blocks sending, in the order of the fields. `badFields` hold something that is no address. */
export function problemsOf({ subject, bodyHtml }: Draft, badFields: ('cc' | 'bcc')[]): Problem[] {
    const problems: Problem[] = badFields.map((field) => ({ field, text: field === 'cc' ? labels.badCc : labels.badBcc }));
    if (!subject) problems.push({ field: 'subject', text: labels.needsSubject });
    const lost = lostPicturesText(bodyHtml);
    if (lost) problems.push({ field: 'bodyHtml', text: lost });
    return problems;
}
