import refusalAddressOptedOut from '@salesforce/label/c.Panel_Reason_AddressOptedOut';
import refusalOptedOut from '@salesforce/label/c.Panel_Reason_OptedOut';
import refusalOptOutUnknown from '@salesforce/label/c.Panel_Reason_OptOutUnknown';

import type { PersonRefusal, RefusedRecipient } from 'service';

const REFUSALS: Record<PersonRefusal | RefusedRecipient['reason'], string> = {
    opted_out: refusalOptedOut,
    recipient_opted_out: refusalOptedOut,
    address_opted_out: refusalAddressOptedOut,
    opt_out_unknown: refusalOptOutUnknown
};

/** Why somebody may get no email, in a few words beside the name or the address. */
export function refusalWords(refusal: PersonRefusal | RefusedRecipient['reason'] | null): string | undefined {
    return refusal ? REFUSALS[refusal] : undefined;
}
