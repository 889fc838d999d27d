import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';
import addressOptedOut from '@salesforce/label/c.Panel_Notice_AddressOptedOut';
import optedOut from '@salesforce/label/c.Panel_Notice_OptedOut';
import optOutUnknown from '@salesforce/label/c.Panel_Notice_OptOutUnknown';

import { canonicalAddress } from 'c/addresses';
import { formatLabel } from 'c/labels';
import { bounceSentence } from 'c/salesEmailWords';
import type { Compose, PersonRefusal, RefusedRecipient } from 'service';
import type { Recipient } from './sender';
import { labels } from './words';

const REFUSALS: Record<PersonRefusal | RefusedRecipient['reason'], string> = {
    opted_out: optedOut,
    recipient_opted_out: optedOut,
    address_opted_out: addressOptedOut,
    opt_out_unknown: optOutUnknown
};

/**
 * What the rep should know of the person in To before writing, as whole sentences: that nothing may be sent, or that an email to
 * this address came back. An address that Salesforce has changed since is another one.
 */
export function warningsOf(to: Recipient | undefined, compose: Compose | undefined, refused: RefusedRecipient[]): string[] {
    const refusal = refused.find(({ field }) => field === 'to')?.reason ?? to?.refusal;
    if (refusal) return [formatLabel(REFUSALS[refusal], to?.name)];
    const address = to?.email && canonicalAddress(to.email);
    const bounced = compose?.bounced.find((one) => one.personId === to?.id && canonicalAddress(one.address) === address);
    if (!bounced) return [];
    const day = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' }).format(new Date(bounced.bouncedAt));
    const { reason } = bounced;
    const why = reason && reason !== 'unknown' ? [bounceSentence({ bounceKind: 'hard', bounceReason: reason })] : [];
    return [formatLabel(labels.cameBack, bounced.address, day), ...why];
}
