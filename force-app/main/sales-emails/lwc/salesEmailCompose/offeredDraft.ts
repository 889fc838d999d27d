import type { Compose, SavedDraft } from 'service';
import { forgetKept, type KeptEmail, type LocalWords } from './localWords';
import { continueEmail, type WrittenEmail } from './writtenEmail';

/** What a rep may go on with: the draft of the service, or words of this machine that are newer. */
export interface OfferedDraft {
    draft: SavedDraft;
    /** When they are words of this machine. */
    kept: KeptEmail | undefined;
}

/** So long a save may be on its way, and Send as well. */
const ON_ITS_WAY_MS = 20_000;

/**
 * The newer of the two, or undefined when there is neither. `onlyDraft`: the rep has asked for the draft of the service, so words that do
 * not go on with it are left for another time. Words of an email that was sent are forgotten.
 */
export function findOfferedDraft(local: LocalWords, compose: Compose, onlyDraft: boolean): OfferedDraft | undefined {
    const { draft } = compose;
    const unsent = local.findKept().filter((kept) => {
        const isGone = wasSent(kept, compose.lastSent);
        if (isGone) forgetKept(kept);
        return !isGone;
    });
    const kept = unsent.find((one) => isAheadOf(one, draft) && (!onlyDraft || one.draftId === draft?.id));
    if (kept) return { draft: asDraft(kept, compose), kept };
    return draft ? { draft, kept: undefined } : undefined;
}

/** As the window shows it. Words of this machine may have nobody yet whom they go to. */
export function continueOffered({ draft, kept }: OfferedDraft, compose: Compose): WrittenEmail {
    const email = continueEmail(draft, compose);
    return kept && !draft.personId ? { ...email, to: undefined } : email;
}

/** What the service got while its answer was on the way has a later time than the words after it, and is older all the same. */
function isAheadOf({ writtenAt, savingSince }: KeptEmail, draft: SavedDraft | null): boolean {
    if (!draft) return true;
    const [written, saved] = [writtenAt, draft.updatedAt].map((time) => Date.parse(time)) as [number, number];
    const isOwnSave = savingSince !== null && saved >= Date.parse(savingSince) && saved <= written + ON_ITS_WAY_MS;
    return written > saved || isOwnSave;
}

/** The window was closed before it knew, or the email was finished on another machine. */
function wasSent({ draft, writtenAt, attempt }: KeptEmail, lastSent: Compose['lastSent']): boolean {
    if (!lastSent || Date.parse(lastSent.createdAt) < Date.parse(attempt?.since ?? writtenAt)) return false;
    return lastSent.subject === draft.subject || (Boolean(attempt) && mayHaveBecome(draft.subject, lastSent.subject));
}

/** What was sent has values in the place of its fields. So much is alike in other emails too that it counts only after Send. */
function mayHaveBecome(written: string, sent: string): boolean {
    const [first = '', ...others] = written.split(/\{\{.*?\}\}/s).map((words) => words.trim());
    if (others.length === 0 || !sent.startsWith(first)) return false;
    let at = first.length;
    for (const words of others) {
        at = sent.indexOf(words, at);
        if (at === -1) return false;
        at += words.length;
    }
    return sent.endsWith(others.at(-1) ?? '');
}

function asDraft({ draft, files = [], personName, personEmail, writtenAt }: KeptEmail, { identities, ...compose }: Compose): SavedDraft {
    const isOffered = identities.some(({ id }) => id === draft.identityId);
    return {
        recordId: draft.recordId,
        personId: draft.personId,
        cc: draft.cc ?? [],
        bcc: draft.bcc ?? [],
        subject: draft.subject,
        bodyHtml: draft.bodyHtml,
        followsEmailId: draft.followsEmailId ?? null,
        answersResponseId: draft.answersResponseId ?? null,
        templateId: draft.templateId ?? null,
        schedule: draft.schedule ?? null,
        attachmentIds: draft.attachmentIds ?? [],
        attachments: files,
        id: compose.draft?.id ?? '',
        personName,
        personEmail,
        lostPictures: [],
        identityId: (isOffered && draft.identityId) || null,
        updatedAt: writtenAt,
        refused: []
    };
}
