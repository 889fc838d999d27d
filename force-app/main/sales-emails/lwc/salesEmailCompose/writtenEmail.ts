import type { Words } from 'c/salesEmailForm';
import type { Compose, Draft, FollowUp, SavedDraft } from 'service';
import { plainText } from './plainText';
import { signatureOf, usualIdentityId, type Recipient } from './sender';
import { BLANK_LINE, ROOM, withSignature } from './signature';

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
    /** What the window put there besides, when the email follows another. */
    given?: Pick<Words, 'subject' | 'cc'>;
    /** The email whose thread it leaves in, and the reply to that which it answers. */
    thread?: Pick<FollowUp, 'followsEmailId' | 'answersResponseId'>;
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

/** An email that follows another or answers a reply: room to write, the signature, and what is quoted below it. */
export function followEmail(followUp: FollowUp, compose: Compose): WrittenEmail {
    const { person, subject, cc, quoteHtml, followsEmailId, answersResponseId } = followUp;
    const identityId = followUp.identityId ?? usualIdentityId(compose);
    const above = withSignature('', signatureOf(compose, identityId)) || (quoteHtml && ROOM);
    return {
        to: person,
        identityId,
        ...beginWith({ cc, bcc: [], subject, bodyHtml: `${above}${quoteHtml && BLANK_LINE}${quoteHtml}` }),
        given: { subject, cc },
        thread: { followsEmailId, answersResponseId }
    };
}

/** A kept draft, to be written on. */
export function continueEmail(
    { personId, personName, personEmail, identityId, cc, bcc, subject, bodyHtml, followsEmailId, answersResponseId }: SavedDraft,
    compose: Compose
): WrittenEmail {
    return {
        to: { id: personId, name: personName ?? '', email: personEmail },
        identityId: identityId ?? usualIdentityId(compose),
        ...beginWith({ cc, bcc, subject, bodyHtml }),
        ...(followsEmailId && { thread: { followsEmailId, answersResponseId } })
    };
}

/** The same email from another sender. What stands in the body is the form's to change. */
export function changeSender(email: WrittenEmail, identityId: string, compose: Compose | undefined): WrittenEmail {
    return { ...email, identityId, ...(!email.given && { givenBody: withSignature('', signatureOf(compose, identityId)) }) };
}

export function toDraft({ to, identityId, words, thread }: WrittenEmail, recordId: string): Draft {
    return { recordId, personId: to?.id ?? '', ...words, subject: words.subject.trim(), identityId: identityId || null, ...thread };
}

/** A draft needs a recipient and a subject (EM-3). */
export function canBeDraft({ personId, subject }: Draft): boolean {
    return Boolean(personId && subject);
}

/** Whether there is nothing for the person to read but the subject and the signature. */
export function isWithoutText({ words, identityId, given, givenBody }: WrittenEmail, compose: Compose | undefined): boolean {
    const signature = signatureOf(compose, identityId);
    const hasPicture = /<img\b/i.test(words.bodyHtml) && !/<img\b/i.test(signature);
    const text = plainText(words.bodyHtml);
    const isOnlyQuote = given !== undefined && text === plainText(givenBody);
    return isOnlyQuote || (!hasPicture && (text === '' || text === plainText(signature)));
}

/** Whether the rep has written anything. */
export function hasWords({ words: { cc, bcc, subject, bodyHtml }, given, givenBody }: WrittenEmail): boolean {
    const isChanged = subject.trim() !== (given?.subject ?? '') || cc.join() !== (given?.cc ?? []).join();
    return isChanged || bcc.length > 0 || plainText(bodyHtml) !== plainText(givenBody);
}
