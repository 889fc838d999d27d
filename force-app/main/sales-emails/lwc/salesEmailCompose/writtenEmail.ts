import type { Words } from 'c/salesEmailForm';
import { isWholeSchedule } from 'c/scheduleFields';
import type { Attachment, Compose, Draft, FollowUp, SavedDraft, Schedule, UsedTemplate } from 'service';
import { plainContent, plainText } from './plainText';
import { signatureOf, usualIdentityId, type Recipient, type SenderOf } from './sender';
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
    /** The template that it is written from. */
    templateId?: string;
    /** The same, where its words were put in here. */
    template?: UsedTemplate;
    /** When it is to leave, where the rep does not want it at once; it may lack its date or time while it is typed. */
    schedule?: Schedule | undefined;
    /** What the service keeps for it. */
    files?: Attachment[];
    /** How many files the draft had that are not there any more. */
    goneFiles?: number;
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

/** A kept draft, to be written on. All of its words are the rep's. */
export function continueEmail(
    {
        personId,
        personName,
        personEmail,
        identityId,
        cc,
        bcc,
        subject,
        bodyHtml,
        followsEmailId,
        answersResponseId,
        templateId,
        schedule,
        attachmentIds,
        attachments
    }: SavedDraft,
    compose: Compose
): WrittenEmail {
    return {
        to: { id: personId, name: personName ?? '', email: personEmail },
        identityId: identityId ?? usualIdentityId(compose),
        ...beginWith({ cc, bcc, subject, bodyHtml }),
        givenBody: '',
        files: attachments,
        goneFiles: attachmentIds.length - attachments.length,
        ...(templateId && { templateId }),
        ...(schedule && { schedule }),
        ...(followsEmailId && { thread: { followsEmailId, answersResponseId } })
    };
}

/** What stands in an email with the words of a template: below them the signature and what is quoted. A subject in a thread stays. */
function wordsOf(
    { subject, bodyHtml }: UsedTemplate,
    email: WrittenEmail,
    compose: Compose | undefined
): Pick<Words, 'subject' | 'bodyHtml'> {
    const signature = signsItself(bodyHtml) ? '' : signatureOf(compose, email.identityId);
    const quote = email.given ? (compose?.followUp?.quoteHtml ?? '') : '';
    return {
        subject: email.thread ? email.words.subject : subject,
        bodyHtml: `${withSignature(bodyHtml, signature)}${quote && BLANK_LINE}${quote}`
    };
}

/** The email with the words of a template in the place of its own (TP-7). */
export function useTemplate(email: WrittenEmail, template: UsedTemplate, compose: Compose | undefined): WrittenEmail {
    const words = { ...email.words, ...wordsOf(template, email, compose) };
    return { ...email, words, startWords: words, templateId: template.templateId, template };
}

/** Whether a template in the place of subject and text would take words of the rep away. */
export function isEdited(email: WrittenEmail, compose: Compose | undefined): boolean {
    const { words, template, given, givenBody } = email;
    const before = template ? wordsOf(template, email, compose) : { subject: given?.subject ?? '', bodyHtml: givenBody };
    const isOtherSubject = !email.thread && words.subject.trim() !== before.subject.trim();
    return isOtherSubject || plainContent(words.bodyHtml) !== plainContent(before.bodyHtml);
}

/** DF-8: the signature stands where the words ask for it. */
export function signsItself(bodyHtml: string): boolean {
    return /\{\{\s*my[\s_-]*signature\b/i.test(plainText(bodyHtml));
}

/** The same email from another sender. What stands in the body is the form's to change. */
export function changeSender(email: WrittenEmail, identityId: string, compose: Compose | undefined): WrittenEmail {
    return { ...email, identityId, ...(!email.given && { givenBody: withSignature('', signatureOf(compose, identityId)) }) };
}

export function toDraft({ to, identityId, words, thread, templateId, schedule, files = [] }: WrittenEmail, recordId: string): Draft {
    return {
        recordId,
        personId: to?.id ?? '',
        ...words,
        subject: words.subject.trim(),
        identityId: identityId || null,
        ...thread,
        ...(templateId && { templateId }),
        ...(schedule && isWholeSchedule(schedule) && { schedule }),
        ...(files.length > 0 && { attachmentIds: files.map(({ id }) => id) })
    };
}

/** A draft needs a recipient and a subject (EM-3). */
export function canBeDraft({ personId, subject }: Draft): boolean {
    return Boolean(personId && subject);
}

/** Whether there is nothing for the person to read but the subject and the signature. */
export function isWithoutText(
    { words, identityId, given, givenBody }: Pick<WrittenEmail, 'words' | 'identityId' | 'given' | 'givenBody'>,
    compose: SenderOf | undefined
): boolean {
    const signature = signatureOf(compose, identityId);
    const hasPicture = /<img\b/i.test(words.bodyHtml) && !/<img\b/i.test(signature);
    const text = plainText(words.bodyHtml);
    const isOnlyQuote = given !== undefined && text === plainText(givenBody);
    return isOnlyQuote || (!hasPicture && (text === '' || text === plainText(signature)));
}

/** Whether the rep has written or attached anything. */
export function hasWords({ words: { cc, bcc, subject, bodyHtml }, given, givenBody, files = [] }: WrittenEmail): boolean {
    const isChanged = subject.trim() !== (given?.subject ?? '') || cc.join() !== (given?.cc ?? []).join();
    return isChanged || bcc.length > 0 || files.length > 0 || plainContent(bodyHtml) !== plainContent(givenBody);
}
