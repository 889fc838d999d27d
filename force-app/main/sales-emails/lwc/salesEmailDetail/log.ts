import bounceNotMarked from '@salesforce/label/c.SalesEmail_Detail_BounceNotMarked';
import logFailed from '@salesforce/label/c.SalesEmail_Detail_LogFailed';
import logFailedNoReason from '@salesforce/label/c.SalesEmail_Detail_LogFailedNoReason';
import logPending from '@salesforce/label/c.SalesEmail_Detail_LogPending';
import logSkipped from '@salesforce/label/c.SalesEmail_Detail_LogSkipped';
import logSkippedWhy from '@salesforce/label/c.SalesEmail_Detail_LogSkippedWhy';
import logWaits from '@salesforce/label/c.SalesEmail_Detail_LogWaits';
import markWaits from '@salesforce/label/c.SalesEmail_Detail_MarkWaits';
import replyNotLogged from '@salesforce/label/c.SalesEmail_Detail_ReplyNotLogged';
import replyNotMarked from '@salesforce/label/c.SalesEmail_Detail_ReplyNotMarked';
import replyWaits from '@salesforce/label/c.SalesEmail_Detail_ReplyWaits';

import { formatLabel } from 'c/labels';
import type { SalesEmail, UntoldWrite } from 'service';

/** Where the task of an email is; undefined where a link leads to it, and before it was sent. */
export function logSentenceOf({ salesforce: log }: SalesEmail): string | undefined {
    if (!log || (log.state === 'logged' && log.taskId)) return undefined;
    const { reason } = log;
    if (log.state === 'pending') return reason ? formatLabel(logWaits, reason) : logPending;
    if (log.state === 'failed') return reason ? formatLabel(logFailed, reason) : logFailedNoReason;
    return reason ? formatLabel(logSkippedWhy, reason) : logSkipped;
}

/** What of an answer is not in Salesforce, and why. */
export function untoldSentence({ fact, target, state, reason }: UntoldWrite): string {
    if (target === 'own_task') return formatLabel(state === 'pending' ? replyWaits : replyNotLogged, reason);
    if (state === 'pending') return formatLabel(markWaits, reason);
    return formatLabel(fact === 'sales_email_bounced' ? bounceNotMarked : replyNotMarked, reason);
}

/** True when Salesforce has refused something that can be tried again. */
export const hasRefusals = ({ salesforce, untoldWrites }: SalesEmail): boolean =>
    salesforce?.state === 'failed' || (untoldWrites ?? []).some(({ state }) => state === 'failed');
