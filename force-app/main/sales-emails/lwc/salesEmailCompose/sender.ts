import { formatLabel } from 'c/labels';
import type { Sender } from 'c/salesEmailForm';
import type { Compose } from 'service';
import { labels } from './words';

/** "Rae Ortiz <rae@acme.example>", or the address alone. */
function senderText({ name, address }: { name: string | null; address: string }): string {
    return name ? formatLabel(labels.nameAndAddress, name, address) : address;
}

/** The mailbox that the email comes from, or that there is none; empty while nobody has said. */
export function fromText(compose: Compose | undefined): string {
    if (!compose) return '';
    return compose.from ? senderText(compose.from) : labels.mailboxMissing;
}

/** The identity that the rep made the usual sender; empty where that is the mailbox. */
export function usualIdentityId(compose: Compose | undefined): string {
    return compose?.identities.find(({ isDefault }) => isDefault)?.id ?? '';
}

/** Who the email may come from. The mailbox is among the identities where one of them is the usual sender. */
export function sendersOf(compose: Compose | undefined, chosenId: string): Sender[] {
    const { from, identities = [] } = compose ?? {};
    const mailbox = from && !usualIdentityId(compose) ? [{ id: '', ...from }] : [];
    return [...mailbox, ...identities].map((sender) => ({
        id: sender.id,
        label: senderText(sender),
        isSelected: sender.id === chosenId
    }));
}

/** The signature that goes with a sender. */
export function signatureOf(compose: Compose | undefined, chosenId: string): string {
    const { identities = [], signatureHtml = '' } = compose ?? {};
    return identities.find(({ id }) => id === chosenId)?.signatureHtml ?? signatureHtml;
}
