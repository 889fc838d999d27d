import type { Words } from 'c/salesEmailForm';
import type { Compose, Draft, SavedDraft } from 'service';
import { plainText } from './plainText';
import { signatureOf, usualIdentityId, type Recipient } from './sender';
import { withSignature } from './signature';

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

/**
 * The same email from its usual sender. The signature goes below what is written, and is the rep's to edit from then on: the form puts it
 * in where there is one, because the rep may be writing there; otherwise it is among the first words.
 */
export function signEmail(email: WrittenEmail, compose: Compose, isInForm: boolean): WrittenEmail {
    const identityId = usualIdentityId(compose);
    const signature = signatureOf(compose, identityId);
    const givenBody = withSignature('', signature);
    if (isInForm) return { ...email, identityId, givenBody };
    const words = { ...email.words, bodyHtml: withSignature(email.words.bodyHtml, signature) };
    return { ...email, identityId, words, startWords: words, givenBody };
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

/** The same email from another sender. What stands in the body is the form's to change. */
export function changeSender(email: WrittenEmail, identityId: string, compose: Compose | undefined): WrittenEmail {
    return { ...email, identityId, givenBody: withSignature('', signatureOf(compose, identityId)) };
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
