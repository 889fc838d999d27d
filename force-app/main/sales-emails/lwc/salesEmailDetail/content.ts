import downloaded from '@salesforce/label/c.Content_Views_Downloaded';
import gone from '@salesforce/label/c.Content_Views_Gone';
import notOpened from '@salesforce/label/c.Content_NotOpened';
import notTracked from '@salesforce/label/c.Content_Views_NotTracked';
import opened from '@salesforce/label/c.Content_Views_Opened';
import pagesOf from '@salesforce/label/c.Content_Views_Pages';

import { formatPlural } from 'c/labels';
import type { EmailContent } from 'service';

/** What recipients have done with a file that an email links to. No part turns another around, whatever their directions. */
export function contentFacts({ name, isTracked, isGone, opens, downloads, pages, pageCount }: EmailContent): string {
    return [
        name,
        isTracked ? (opens && formatPlural(opened, opens)) || notOpened : notTracked,
        pages[0] && formatPlural(pagesOf, pages.length, pageRanges(pages), pageCount ?? ''),
        downloads && formatPlural(downloaded, downloads),
        isGone && gone
    ]
        .filter(Boolean)
        .map((part) => `\u2068${part}\u2069`)
        .join(' · ');
}

/** As people write them: "1–3, 5". */
function pageRanges(pages: readonly number[]): string {
    const ends = pages.filter((page) => !pages.includes(page + 1));
    return pages
        .filter((page) => !pages.includes(page - 1))
        .map((page, index) => (page === ends[index] ? page : `${page}–${ends[index]}`))
        .join(', ');
}
