import { forgetWords, keepWords, keptWords } from 'c/msiUnsavedWords';
import type { Attachment, OwnWords } from 'service';
import type { BulkWords } from './bulkWords';

/** One entry for all bulk emails of this browser tab. */
const FORM = 'bulk-emails';

/** Words that the service does not have, by person, with the version of the words for all that they began from. */
export interface KeptWords {
    version: number;
    words: [string, BulkWords | OwnWords][];
    /** Those of the words for all. */
    files?: Attachment[];
}

function all(): Record<string, KeptWords> {
    return keptWords<Record<string, KeptWords>>(FORM) ?? {};
}

/** Until they are saved: the page may be left while the service does not answer. Nothing is kept where nothing waits. */
export function keepBulkWords(id: string, kept: KeptWords): void {
    const { [id]: _before, ...others } = all();
    const next = kept.words.length > 0 ? { ...others, [id]: kept } : others;
    if (Object.keys(next).length > 0) keepWords(FORM, next);
    else forgetWords(FORM);
}

export function keptBulkWords(id: string): KeptWords | undefined {
    return all()[id];
}
