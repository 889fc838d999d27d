import { callServer, isUnanswered, type ServerProblem } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { Draft, SavedDraft } from 'service';

const SAVE_AFTER_MS = 500;
/** When the service did not answer, or is not well. */
const TRY_AGAIN_AFTER_MS = 10_000;
/** A browser lets no more than 64 KiB leave with a page that goes away. */
const MOST_AFTER_PAGE = 60_000;

export type DraftStatus = 'idle' | 'saving' | 'saved' | 'failed';

/** Saves the newest words a moment after the last key, one request at a time and never out of order (EM-3). */
export class DraftKeeper {
    /** Of the saved draft; undefined until there is one. */
    savedId: string | undefined;
    /** Since when a save has had no answer: the service may have those words. */
    savingSince: string | undefined;

    private savedWords = '';
    private waiting: Draft | undefined;
    private running: Promise<void> | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private isPageGoing = false;
    private readonly onStatus: (status: DraftStatus) => void;
    private readonly onSaved: (draft: SavedDraft) => void;

    constructor(onStatus: (status: DraftStatus) => void, onSaved: (draft: SavedDraft) => void) {
        this.onStatus = onStatus;
        this.onSaved = onSaved;
    }

    /** Starts from a draft that the service already has. `draft` when its words are those in the window. */
    resume(id: string, draft?: Draft): void {
        this.savedId = id;
        if (!draft) return;
        this.savedWords = JSON.stringify(draft);
        this.onStatus('saved');
    }

    /** Whether the service has exactly these words. */
    hasSaved(draft: Draft): boolean {
        return JSON.stringify(draft) === this.savedWords;
    }

    schedule(draft: Draft): void {
        clearTimeout(this.timer);
        if (this.hasSaved(draft)) {
            this.waiting = undefined;
            return;
        }
        this.waiting = draft;
        this.flushAfter(SAVE_AFTER_MS);
    }

    /** Saves what waits. True when everything is saved. */
    async flush(): Promise<boolean> {
        clearTimeout(this.timer);
        await this.running;
        while (this.waiting) {
            this.running = this.save(this.waiting);
            // eslint-disable-next-line no-await-in-loop
            await this.running;
            if (this.waiting && !this.hasSaved(this.waiting)) return false;
        }
        return true;
    }

    /** The page is hidden, and may never be seen again: what waits leaves at once, and without the page where it is small enough. */
    async flushHidden(): Promise<void> {
        this.isPageGoing = true;
        await this.flush();
        this.isPageGoing = false;
    }

    /** Nothing more is saved; resolves when a save under way has ended, so that it cannot follow what comes next. */
    async stop(): Promise<void> {
        clearTimeout(this.timer);
        this.waiting = undefined;
        await this.running;
    }

    async removeSaved(): Promise<void> {
        if (this.savedId) await callServer('DELETE', `/drafts/${this.savedId}`);
    }

    private flushAfter(ms: number): void {
        clearTimeout(this.timer);
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.flush();
        }, ms);
    }

    private async save(draft: Draft): Promise<void> {
        this.savingSince ??= serviceNow().toISOString();
        this.onStatus('saving');
        try {
            const words = JSON.stringify(draft);
            const keepalive = this.isPageGoing && new Blob([words]).size < MOST_AFTER_PAGE;
            const saved = await callServer<SavedDraft>('PUT', '/drafts', draft, { keepalive });
            this.savingSince = undefined;
            this.savedId = saved.id;
            this.savedWords = words;
            if (this.waiting === draft) this.waiting = undefined;
            this.onStatus('saved');
            this.onSaved(saved);
        } catch (error) {
            // The words are still in the window; the next key or Send tries again.
            if (isUnanswered(error) || (error as ServerProblem).status >= 500) this.flushAfter(TRY_AGAIN_AFTER_MS);
            else this.savingSince = undefined;
            this.onStatus('failed');
        }
    }
}
