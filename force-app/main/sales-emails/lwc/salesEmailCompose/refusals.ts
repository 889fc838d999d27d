import { canonicalAddress } from 'c/addresses';
import { formatLabel } from 'c/labels';
import { ServerProblem } from 'c/serverApi';
import type { Draft, RefusedRecipient } from 'service';
import type { Problem } from './problems';
import { labels } from './words';

type RefusedCopy = RefusedRecipient & { field: 'cc' | 'bcc' };

/** The copies that the service names in its refusal of Send, and whether it says anything else that the rep has to read. */
export function readRefusal(error: unknown, draft: Draft): { refused: RefusedCopy[]; saysMore: boolean } {
    const errors = error instanceof ServerProblem ? error.errors : [];
    const refused = errors.flatMap(({ pointer, code: reason }): RefusedCopy[] => {
        const [, field, index] = /^\/(cc|bcc)\/(\d+)$/.exec(pointer) ?? [];
        if (field !== 'cc' && field !== 'bcc') return [];
        const address = draft[field]?.[Number(index)];
        return address && (reason === 'recipient_opted_out' || reason === 'opt_out_unknown') ? [{ field, address, reason }] : [];
    });
    return { refused, saysMore: refused.length === 0 || refused.length < errors.length };
}

/** Copies that the service refused last, in the order of the fields. They do not stop Send: it may have changed its mind. */
export function refusedCopies(refused: RefusedRecipient[], draft: Draft): Problem[] {
    return refused.flatMap(({ field, address: named, reason }) => {
        if (field === 'to') return [];
        const address = draft[field]?.find((one) => canonicalAddress(one) === canonicalAddress(named));
        if (!address) return [];
        const words = reason === 'recipient_opted_out' ? labels.optedOut : labels.optOutUnknown;
        return [{ field, text: formatLabel(words, labels[field], address) }];
    });
}
