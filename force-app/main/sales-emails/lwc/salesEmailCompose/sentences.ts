import { formatClock, formatLabel, formatPlural } from 'c/labels';
import type { Compose } from 'service';
import { labels } from './words';

/** Which draft is offered to be written on. */
export function draftSentence({ draft }: Compose): string {
    return formatLabel(labels.draftText, draft?.subject, draft?.personName);
}

/** When the email leaves after Send. */
export function leavesSentence({ undoSeconds, leavesAt }: Compose): string {
    if (leavesAt) return formatLabel(labels.leavesAt, formatClock(leavesAt));
    return undoSeconds > 0 ? formatPlural(labels.leavesAfter, undoSeconds) : labels.leavesAtOnce;
}
