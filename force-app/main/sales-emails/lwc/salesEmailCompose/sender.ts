import { formatLabel } from 'c/labels';
import type { Sender } from 'c/salesEmailForm';
import type { Compose, Person } from 'service';
import { labels } from './words';

/** Whom the email is for, as Salesforce was last seen to have the person. */
export type Recipient = Pick<Person, 'id' | 'name' | 'email'> & Partial<Pick<Person, 'refusal'>>;

/** What the service says of who sends. */
export type SenderOf = Pick<Compose, 'from' | 'identities' | 'signatureHtml'>;

/** "Rae Ortiz <rae@acme.example>", or the address alone. */
function nameAndAddress({ name, address }: { name: string | null; address: string }): string {
    return name ? formatLabel(labels.nameAndAddress, name, address) : address;
}

/** Whom the email is for, with the address that it goes to as far as that is known. */
export function toText({ name, email }: Recipient): string {
    return email ? nameAndAddress({ name, address: email }) : name;
}

/** The mailbox that the email comes from, or that there is none; empty while nobody has said. */
export function fromText(compose: SenderOf | undefined): string {
    if (!compose) return '';
    return compose.from ? nameAndAddress(compose.from) : labels.mailboxMissing;
}

/** The identity that the rep made the usual sender; empty where that is the mailbox. */
export function usualIdentityId(compose: SenderOf | undefined): string {
    return compose?.identities.find(({ isDefault }) => isDefault)?.id ?? '';
}

/** Who the email may come from. The mailbox is among the identities where one of them is the usual sender. */
export function sendersOf(compose: SenderOf | undefined, chosenId: string): Sender[] {
    const { from, identities = [] } = compose ?? {};
    const mailbox = from && !usualIdentityId(compose) ? [{ id: '', ...from }] : [];
    return [...mailbox, ...identities].map((sender) => ({
        id: sender.id,
        label: nameAndAddress(sender),
        isSelected: sender.id === chosenId
    }));
}

/** The signature that goes with a sender. */
export function signatureOf(compose: SenderOf | undefined, chosenId: string): string {
    const { identities = [], signatureHtml = '' } = compose ?? {};
    return identities.find(({ id }) => id === chosenId)?.signatureHtml ?? signatureHtml;
}
