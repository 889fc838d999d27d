import { NO_UPLOADS, unfinishedText } from 'c/emailAttachments';
import type { WordsField } from 'c/salesEmailForm';
import type { Draft } from 'service';
import { lostPicturesText } from './pictures';
import { labels } from './words';

export interface Problem {
    field: WordsField | 'files';
    text: string;
}

/** What blocks sending, in the order of the fields. `badFields` hold something that is no address; `uploads` are not all there. */
export function problemsOf({ subject, bodyHtml }: Draft, badFields: ('cc' | 'bcc')[], uploads = NO_UPLOADS): Problem[] {
    const problems: Problem[] = badFields.map((field) => ({ field, text: field === 'cc' ? labels.badCc : labels.badBcc }));
    if (!subject) problems.push({ field: 'subject', text: labels.needsSubject });
    const lost = lostPicturesText(bodyHtml);
    if (lost) problems.push({ field: 'bodyHtml', text: lost });
    const unfinished = unfinishedText(uploads);
    if (unfinished) problems.push({ field: 'files', text: unfinished });
    return problems;
}
