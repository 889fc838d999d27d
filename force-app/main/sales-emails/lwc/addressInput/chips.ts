import itemWithReason from '@salesforce/label/c.Panel_Actions_ItemWithReason';
import remove from '@salesforce/label/c.SalesEmail_Address_Remove';

import { canonicalAddress } from 'c/addresses';
import { formatLabel } from 'c/labels';
import { refusalWords } from 'c/refusalWords';
import type { RefusedRecipient } from 'service';

/** Addresses as the field shows them, each with the reason where it may get nothing. */
export function chipsOf(addresses: string[], refused: RefusedRecipient[]) {
    const reasons = new Map(refused.map((one) => [canonicalAddress(one.address), one.reason]));
    return addresses.map((address, index) => {
        const reason = refusalWords(reasons.get(canonicalAddress(address)) ?? null);
        return {
            address,
            index,
            reason,
            title: reason ? formatLabel(itemWithReason, address, reason) : address,
            chipClass: reason ? 'slds-pill chip chip_refused' : 'slds-pill chip',
            // One tab stop for all chips; the arrow keys move among them.
            tabIndex: index === addresses.length - 1 ? '0' : '-1',
            removeLabel: formatLabel(remove, address)
        };
    });
}
