import logFailed from '@salesforce/label/c.SalesEmail_Detail_LogFailed';
import logFailedNoReason from '@salesforce/label/c.SalesEmail_Detail_LogFailedNoReason';
import logWaits from '@salesforce/label/c.SalesEmail_Detail_LogWaits';

import { formatLabel } from 'c/labels';
import type { SalesEmailRow } from 'service';

/** Why Salesforce does not have an email that has left; undefined where nothing is wrong. */
export function logTrouble({ salesforce }: Pick<SalesEmailRow, 'salesforce'>): string | undefined {
    if (salesforce?.state === 'failed') return salesforce.reason ? formatLabel(logFailed, salesforce.reason) : logFailedNoReason;
    return salesforce?.state === 'pending' && salesforce.reason ? formatLabel(logWaits, salesforce.reason) : undefined;
}
