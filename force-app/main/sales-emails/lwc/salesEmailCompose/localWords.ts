import userId from '@salesforce/user/Id';

import { serviceNow } from 'c/serviceClock';
import type { Attachment, Draft } from 'service';

/** An email as it stands in a window, with what is needed to go on with it. */
export interface LocalEmail {
    draft: Draft;
    /** Those of its `attachmentIds`; words of an older release have none. */
    files?: Attachment[];
    personName: string;
    personEmail: string | null;
    /** The draft of the service that it goes on with; null while there is none. */
    draftId: string | null;
    /** Since when its words are on their way to the service; null when no save is unanswered. */
    savingSince: string | null;
    /** Send was pressed for exactly these words, and nobody knows what came of it. */
    attempt: { idempotencyKey: string; since: string } | null;
}

export interface KeptEmail extends LocalEmail {
    place: string;
    writtenAt: string;
}

const PREFIX = 'msi-email/';
const KEPT_FOR_MS = 7 * 24 * 3_600_000;
/** Twice what the service takes. The space belongs to all of Salesforce. */
const MOST_CHARACTERS = 400_000;
const MOST_EMAILS = 20;

/**
 * The last words of one window, in this browser, until the service has them: a page may be gone at any moment, and a draft without a
 * subject cannot be saved (EM-3). Storage belongs to the My Domain of the org. Inside it the key names user and record, and only that
 * user's words are ever read: several people may use one machine. Each window has a place of its own, so two tabs take nothing from each
 * other. A browser that forbids storage, or has no room, keeps nothing.
 */
export class LocalWords {
    private readonly ofRecord: string;
    private readonly place: string;
    /** Of the words that this window goes on with, or was to begin anew instead of. */
    private replaced: string | undefined;

    constructor(recordId: string) {
        // Salesforce writes ids with 15 characters as well
        this.ofRecord = `${PREFIX}${userId}/${recordId.slice(0, 15)}/`;
        this.place = `${this.ofRecord}${crypto.randomUUID()}`;
    }

    /** Of this user and record, newest first. What is too old goes, whosever it is. */
    findKept(): KeptEmail[] {
        const oldest = new Date(serviceNow().getTime() - KEPT_FOR_MS).toISOString();
        const kept: KeptEmail[] = [];
        for (const place of places()) {
            const text = read(place) ?? '';
            const email = place.startsWith(this.ofRecord) && place !== this.place ? parse(place, text) : undefined;
            if (timeOf(text) < oldest || email === null) remove(place);
            else if (email) kept.push(email);
        }
        return kept.sort((one, other) => other.writtenAt.localeCompare(one.writtenAt));
    }

    /** False when nothing could be kept. */
    keep(email: LocalEmail): boolean {
        const text = `${serviceNow().toISOString()}${JSON.stringify(email)}`;
        if (text.length > MOST_CHARACTERS) return false;
        const isKept = withStorage((storage) => {
            storage.setItem(this.place, text);
            return true;
        });
        if (!isKept) return false;
        if (this.replaced) remove(this.replaced);
        this.replaced = undefined;
        removeOldest();
        return true;
    }

    /** These words go as soon as this window has words of its own. */
    replaces({ place }: KeptEmail): void {
        this.replaced = place;
    }

    /** Nothing is written in this window. */
    clear(): void {
        remove(this.place);
    }

    /** The words are saved, sent or thrown away. */
    forget(): void {
        this.clear();
        if (this.replaced) remove(this.replaced);
    }
}

export function forgetKept({ place }: KeptEmail): void {
    remove(place);
}

/** The time stands before the words, so that nobody reads another user's words to know how old they are. */
const TIME_LENGTH = new Date(0).toISOString().length;

function timeOf(text: string): string {
    return text.slice(0, TIME_LENGTH);
}

/** Null when it is none of ours, or damaged. */
function parse(place: string, text: string): KeptEmail | null {
    try {
        const email = JSON.parse(text.slice(TIME_LENGTH)) as LocalEmail;
        const { cc, bcc, subject, bodyHtml } = email.draft;
        const isWhole = [subject, bodyHtml].every((words) => typeof words === 'string') && Array.isArray(cc) && Array.isArray(bcc);
        return isWhole && !Number.isNaN(Date.parse(timeOf(text))) ? { ...email, place, writtenAt: timeOf(text) } : null;
    } catch {
        return null;
    }
}

function removeOldest(): void {
    const all = places();
    if (all.length <= MOST_EMAILS) return;
    const [oldest] = all.sort((one, other) => timeOf(read(one) ?? '').localeCompare(timeOf(read(other) ?? '')));
    if (oldest) remove(oldest);
}

function places(): string[] {
    const all = withStorage((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''));
    return (all ?? []).filter((key) => key.startsWith(PREFIX));
}

function read(place: string): string | null | undefined {
    return withStorage((storage) => storage.getItem(place));
}

function remove(place: string): void {
    withStorage((storage) => storage.removeItem(place));
}

function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
    try {
        return use(window.localStorage);
    } catch {
        return undefined;
    }
}
