import damaged from '@salesforce/label/c.Content_Damaged';
import locked from '@salesforce/label/c.Content_Locked';
import notPdf from '@salesforce/label/c.Content_NotPdf';
import notOpened from '@salesforce/label/c.Content_NotOpened';
import openedBy from '@salesforce/label/c.Content_OpenedBy';
import pages from '@salesforce/label/c.Content_Pages';
import preparing from '@salesforce/label/c.Content_Preparing';
import tooLong from '@salesforce/label/c.Content_TooLong';

import { sizeText } from 'c/fileUpload';
import { formatPlural } from 'c/labels';
import type { Content } from 'service';

const REASONS: Record<NonNullable<Content['stateReason']>, string> = { not_pdf: notPdf, locked, damaged, too_long: tooLong };

/** What of a file is not as a rep may expect; empty where its pages can be seen. */
export function stateText({ state, stateReason }: Pick<Content, 'state' | 'stateReason'>): string {
    if (state === 'preparing') return preparing;
    return stateReason ? REASONS[stateReason] : '';
}

/** How long and how large a file is. */
export function sizeTexts({ pageCount, size }: Pick<Content, 'pageCount' | 'size'>): string[] {
    return [...(pageCount ? [formatPlural(pages, pageCount)] : []), sizeText(size)];
}

/** How many have opened a file; with {0} for when somebody last did. */
export function openedText({ people, lastViewedAt }: Pick<Content, 'people' | 'lastViewedAt'>): string {
    return lastViewedAt ? formatPlural(openedBy, people, '{0}') : notOpened;
}
