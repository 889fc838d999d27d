import bounceNotMarked from '@salesforce/label/c.SalesEmail_Detail_BounceNotMarked';
import logPending from '@salesforce/label/c.SalesEmail_Detail_LogPending';
import logSkipped from '@salesforce/label/c.SalesEmail_Detail_LogSkipped';
import logSkippedWhy from '@salesforce/label/c.SalesEmail_Detail_LogSkippedWhy';
import markWaits from '@salesforce/label/c.SalesEmail_Detail_MarkWaits';
import replyNotLogged from '@salesforce/label/c.SalesEmail_Detail_ReplyNotLogged';
import replyNotMarked from '@salesforce/label/c.SalesEmail_Detail_ReplyNotMarked';
import replyWaits from '@salesforce/label/c.SalesEmail_Detail_ReplyWaits';

import { formatLabel } from 'c/labels';
import { logTrouble } from 'c/salesEmailWords';
import type { SalesEmail, UnloggedWrite } from 'service';

/** Where the task of an email is; undefined where a link leads to it, and before it was sent. */
export function logSentenceOf(email: SalesEmail): string | undefined {
    const { salesforce: log } = email;
    if (!log || (log.state === 'logged' && log.taskId)) return undefined;
    if (log.state === 'pending' || log.state === 'failed') return logTrouble(email) ?? logPending;
    return log.reason ? formatLabel(logSkippedWhy, log.reason) : logSkipped;
}

/** What of an answer is not in Salesforce, and why. */
export function unloggedSentence({ fact, mode, state, reason }: UnloggedWrite): string {
    if (mode === 'create') return formatLabel(state === 'pending' ? replyWaits : replyNotLogged, reason);
    if (state === 'pending') return formatLabel(markWaits, reason);
    return formatLabel(fact === 'email_bounced' ? bounceNotMarked : replyNotMarked, reason);
}

/** True when Salesforce has refused something that can be tried again. */
export function hasRefusals({ salesforce, unloggedWrites }: SalesEmail): boolean {
    return salesforce?.state === 'failed' || unloggedWrites.some(({ state }) => state === 'failed');
}
