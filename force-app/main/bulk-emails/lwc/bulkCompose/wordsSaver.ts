import { EVERYBODY } from 'c/bulkRecipients';
import { callServer, isUnanswered, type ServerProblem } from 'c/serverApi';
import type { OwnWords } from 'service';
import type { BulkWords } from './bulkWords';

const SAVE_AFTER_MS = 500;
/** When the service did not answer, or is not well. */
const TRY_AGAIN_AFTER_MS = 10_000;
/** A browser lets no more than 64 KiB leave with a page that goes away. */
const MOST_AFTER_PAGE = 60_000;

/** Another window has written, sent, or taken the person out. */
const CHANGED_ELSEWHERE = new Set<ServerProblem['code']>(['bulk_email_changed', 'bulk_email_accepted', 'not_found']);

export type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed';

/** By person; those for all under `EVERYBODY`. */
export type Waiting = Map<string, BulkWords | OwnWords>;

interface Listener {
    onStatus(status: SaveStatus): void;
    /** What waits to be saved has become another. */
    onWaiting(waiting: Waiting): void;
    /** The service has something else than this page knows of, or has sent it. */
    onNewer(): void;
}

/**
 * Saves the words for all and those of single people a moment after the last key: one request at a time, of each only the newest. Nothing
 * that waits is ever left out because somebody else is written to meanwhile.
 */
export class WordsSaver {
    /** Why the last words could not be saved. */
    error: unknown;
    /** The last save failed, and is tried again by itself. */
    isRetrying = false;

    private readonly waiting: Waiting = new Map();
    private running: Promise<boolean> | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private isPageGoing = false;
    private readonly id: string;
    /** Of the words for all that this page has seen or saved last. */
    version: number;
    private readonly listener: Listener;

    constructor(id: string, version: number, listener: Listener) {
        this.id = id;
        this.version = version;
        this.listener = listener;
    }

    get isAllSaved(): boolean {
        return this.waiting.size === 0;
    }

    schedule(target: string, words: BulkWords | OwnWords): void {
        this.waiting.set(target, words);
        this.listener.onWaiting(this.waiting);
        this.flushAfter(SAVE_AFTER_MS);
    }

    /** Saves what waits. True when everything is saved. */
    async flush(): Promise<boolean> {
        clearTimeout(this.timer);
        if (this.running) await this.running;
        // A second caller may have begun meanwhile
        this.running ??= this.saveAll().finally(() => {
            this.running = undefined;
        });
        return this.running;
    }

    /** The page is hidden, and may never be seen again: what waits leaves at once, and without the page where it is small enough. */
    async flushHidden(): Promise<void> {
        this.isPageGoing = true;
        await this.flush();
        this.isPageGoing = false;
    }

    /** These words are not wanted any more; resolves, with what of them waited, when none of them can arrive later. */
    async forget(...targets: string[]): Promise<Waiting> {
        const forgotten: Waiting = new Map([...this.waiting].filter(([target]) => targets.includes(target)));
        for (const target of targets) this.waiting.delete(target);
        this.listener.onWaiting(this.waiting);
        if (this.error && this.isAllSaved) {
            this.error = undefined;
            this.listener.onStatus('saved');
        }
        await this.running;
        return forgotten;
    }

    /** They are wanted again: what should have become of them did not. */
    takeBack(forgotten: Waiting): void {
        for (const [target, words] of forgotten) if (!this.waiting.has(target)) this.schedule(target, words);
    }

    /** Whether words of this person are still to be saved. */
    waitsFor(target: string): boolean {
        return this.waiting.has(target);
    }

    /** Nothing more is saved. Resolves with what waited. */
    async stop(): Promise<Waiting> {
        clearTimeout(this.timer);
        const stopped: Waiting = new Map(this.waiting);
        this.waiting.clear();
        await this.running;
        return stopped;
    }

    private flushAfter(ms: number): void {
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.flush();
        }, ms);
    }

    /** What is refused waits for its rep, and keeps nobody else's words from being saved. */
    private async saveAll(): Promise<boolean> {
        const refused = new Map<string, BulkWords | OwnWords>();
        let refusal: unknown;
        for (;;) {
            const entry = [...this.waiting].find(([target, words]) => refused.get(target) !== words);
            if (!entry) break;
            // eslint-disable-next-line no-await-in-loop
            if (!(await this.save(...entry))) {
                if (this.isRetrying) return false;
                refused.set(...entry);
                refusal = this.error;
            }
        }
        if (this.isAllSaved) return true;
        this.error = refusal;
        this.listener.onStatus('failed');
        return false;
    }

    private async save(target: string, words: BulkWords | OwnWords): Promise<boolean> {
        this.listener.onStatus('saving');
        try {
            const path = target === EVERYBODY ? 'words' : `people/${target}/words`;
            const keepalive = this.isPageGoing && new Blob([JSON.stringify(words)]).size < MOST_AFTER_PAGE;
            const body = target === EVERYBODY ? { ...words, version: this.version } : words;
            const answer = await callServer<{ version: number } | undefined>('PUT', `/bulk-emails/${this.id}/${path}`, body, { keepalive });
            if (answer) this.version = answer.version;
            if (this.waiting.get(target) === words) this.waiting.delete(target);
            this.error = undefined;
            this.isRetrying = false;
            this.listener.onWaiting(this.waiting);
            this.listener.onStatus(this.isAllSaved ? 'saved' : 'saving');
            return true;
        } catch (error) {
            this.error = error;
            const { status, code } = error as ServerProblem;
            // The words are still on the page; the next key or Send tries again.
            this.isRetrying = isUnanswered(error) || status >= 500;
            if (this.isRetrying) this.flushAfter(TRY_AGAIN_AFTER_MS);
            else if (CHANGED_ELSEWHERE.has(code)) this.listener.onNewer();
            this.listener.onStatus('failed');
            return false;
        }
    }
}
