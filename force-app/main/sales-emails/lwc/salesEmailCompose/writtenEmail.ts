import type { Words } from 'c/salesEmailForm';
import type { Compose, Draft, SavedDraft } from 'service';
import { plainText } from './plainText';
import { signatureOf, usualIdentityId, type Recipient } from './sender';
import { exchangeSignature, withSignature } from './signature';

/** What stands in the window: to whom, as whom, and which words. Each change gives a new one. */
export interface WrittenEmail {
    to: Recipient | undefined;
    /** Empty for the mailbox itself. */
    identityId: string;
    words: Words;
    /** What the form opens with: it keeps what is typed to itself. */
    startWords: Words;
    /** What the window put into the body before the rep wrote anything. */
    givenBody: string;
}

function beginWith(words: Words): Pick<WrittenEmail, 'words' | 'startWords' | 'givenBody'> {
    return { words, startWords: words, givenBody: words.bodyHtml };
}

/** A new email, before the service has said who sends it and with which signature. */
export function beginEmail(to: WrittenEmail['to']): WrittenEmail {
    return { to, identityId: '', ...beginWith({ cc: [], bcc: [], subject: '', bodyHtml: '' }) };
}

/** The same email from its usual sender. The signature is put in once, below what is written, and is the rep's to edit from then on. */
export function signEmail(email: WrittenEmail, compose: Compose): WrittenEmail {
    const identityId = usualIdentityId(compose);
    const signature = signatureOf(compose, identityId);
    const above = plainText(email.words.bodyHtml) ? email.words.bodyHtml : '';
    const words = { ...email.words, bodyHtml: withSignature(above, signature) };
    return { ...email, identityId, words, startWords: words, givenBody: withSignature('', signature) };
}

/** A kept draft, to be written on. */
export function continueEmail(
    { personId, personName, personEmail, identityId, cc, bcc, subject, bodyHtml }: SavedDraft,
    compose: Compose
): WrittenEmail {
    return {
        to: { id: personId, name: personName ?? '', email: personEmail },
        identityId: identityId ?? usualIdentityId(compose),
        ...beginWith({ cc, bcc, subject, bodyHtml })
    };
}

/** The signature goes with the sender as long as the rep has not touched it. */
export function changeSender(email: WrittenEmail, identityId: string, compose: Compose | undefined): WrittenEmail {
    const exchange = (html: string) => exchangeSignature(html, signatureOf(compose, email.identityId), signatureOf(compose, identityId));
    const changed = { ...email, identityId, givenBody: exchange(email.givenBody) };
    const bodyHtml = exchange(email.words.bodyHtml);
    if (bodyHtml === email.words.bodyHtml) return changed;
    const words = { ...email.words, bodyHtml };
    return { ...changed, words, startWords: words };
}

export function toDraft({ to, identityId, words }: WrittenEmail, recordId: string): Draft {
    return { recordId, personId: to?.id ?? '', ...words, subject: words.subject.trim(), identityId: identityId || null };
}

/** A draft needs a recipient and a subject (EM-3). */
export function canBeDraft({ personId, subject }: Draft): boolean {
    return Boolean(personId && subject);
}

/** Whether there is nothing for the person to read but the subject and the signature. */
export function isWithoutText({ words, identityId }: WrittenEmail, compose: Compose | undefined): boolean {
    const signature = signatureOf(compose, identityId);
    const hasPicture = /<img\b/i.test(words.bodyHtml) && !/<img\b/i.test(signature);
    const text = plainText(words.bodyHtml);
    return !hasPicture && (text === '' || text === plainText(signature));
}

/** Whether the rep has written anything. */
export function hasWords({ words: { cc, bcc, subject, bodyHtml }, givenBody }: WrittenEmail): boolean {
    return Boolean(subject.trim() || cc.length || bcc.length) || plainText(bodyHtml) !== plainText(givenBody);
}
