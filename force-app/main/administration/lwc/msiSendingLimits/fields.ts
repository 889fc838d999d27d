import batchSize from '@salesforce/label/c.Settings_Limits_BatchSize';
import batchWait from '@salesforce/label/c.Settings_Limits_BatchWait';
import between from '@salesforce/label/c.Settings_Limits_Between';
import betweenOrNone from '@salesforce/label/c.Settings_Limits_BetweenOrNone';
import domainPerDay from '@salesforce/label/c.Settings_Limits_DomainPerDay';
import mailboxPerDay from '@salesforce/label/c.Settings_Limits_MailboxPerDay';
import mailboxPerMinute from '@salesforce/label/c.Settings_Limits_MailboxPerMinute';
import noLimit from '@salesforce/label/c.Settings_Limits_NoLimit';
import orgPerDay from '@salesforce/label/c.Settings_Limits_OrgPerDay';
import userPerDay from '@salesforce/label/c.Settings_Limits_UserPerDay';

import { formatLabel } from 'c/labels';
import type { SendingLimits } from 'service';

export type LimitName = keyof SendingLimits;

export interface LimitField {
    name: LimitName;
    label: string;
    min: number;
    max: number;
    /** What an empty field means; undefined where a number is needed. */
    placeholder?: string;
}

/** The same bounds as the service's, so that a wrong number is said at its field. */
export const MAILBOX_FIELDS: LimitField[] = [
    { name: 'batchSize', label: batchSize, min: 1, max: 500 },
    { name: 'batchWaitSeconds', label: batchWait, min: 0, max: 3600 },
    { name: 'mailboxPerMinute', label: mailboxPerMinute, min: 1, max: 60 },
    { name: 'mailboxPerDay', label: mailboxPerDay, min: 1, max: 10_000 }
];

export const WIDER_FIELDS: LimitField[] = [
    { name: 'userPerDay', label: userPerDay, min: 1, max: 10_000 },
    { name: 'orgPerDay', label: orgPerDay, min: 1, max: 1_000_000, placeholder: noLimit },
    { name: 'domainPerDay', label: domainPerDay, min: 1, max: 100_000, placeholder: noLimit }
];

/** What stands in the fields, by their name. */
export type LimitTexts = Record<LimitName, string>;

export function textsOf(limits: SendingLimits): LimitTexts {
    return Object.fromEntries(Object.entries(limits).map(([name, value]) => [name, value === null ? '' : String(value)])) as LimitTexts;
}

/** The limits that the texts say; call it when no field has a problem. */
export function limitsOf(texts: LimitTexts): SendingLimits {
    const numbers = Object.entries(texts).map(([name, text]) => [name, text.trim() === '' ? null : Number(text)]);
    return Object.fromEntries(numbers) as SendingLimits;
}

/** What is wrong with a text, as a sentence; empty when nothing is. */
export function problemOf({ min, max, placeholder }: LimitField, text: string): string {
    const trimmed = text.trim();
    if (trimmed === '' && placeholder) return '';
    const isWhole = /^\d+$/.test(trimmed);
    const isWithin = isWhole && Number(trimmed) >= min && Number(trimmed) <= max;
    return isWithin ? '' : formatLabel(placeholder ? betweenOrNone : between, min, max);
}
