import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { Compose, SalesEmailRow, SavedDraft } from 'service';
import { labels } from './words';

/** Which draft is offered to be written on. */
export function draftSentence({ subject, personName }: SavedDraft): string {
    return subject ? formatLabel(labels.draftText, subject, personName) : formatLabel(labels.draftWithoutSubject, personName);
}

/** Nobody knows when a mailbox sends again that sends nothing now. */
const TRIED_AGAIN = new Set<Compose['boundBy']>(['mailbox_blocked', 'mailbox_full', 'provider_unavailable']);

/** What has become of Send, for the toast. */
export function sentSentence({ state, waitsUntil, personName }: SalesEmailRow, toName: string | undefined): string {
    const name = personName ?? toName;
    const isScheduled = state === 'scheduled' && waitsUntil;
    return isScheduled ? formatLabel(labels.scheduled, name, formatClock(waitsUntil)) : formatLabel(labels.queued, name);
}

/** When the email leaves after Send. */
export function leavesSentence({ undoSeconds, leavesAt, boundBy, tooManyWait }: Compose): string {
    if (tooManyWait) return labels.tooManyWait;
    if (leavesAt) return formatLabel(TRIED_AGAIN.has(boundBy) ? labels.triedAgain : labels.leavesAt, formatClock(leavesAt));
    return undoSeconds > 0 ? formatPlural(labels.leavesAfter, undoSeconds) : labels.leavesAtOnce;
}
