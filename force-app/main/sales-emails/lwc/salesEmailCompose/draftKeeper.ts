import { callServer } from 'c/serverApi';
import type { Draft, SavedDraft } from 'service';

const SAVE_AFTER_MS = 1500;

export type DraftStatus = 'idle' | 'saving' | 'saved' | 'failed';

/** Saves the newest words a moment after the last key, one request at a time and never out of order (EM-3). */
export class DraftKeeper {
    /** Of the saved draft; undefined until there is one. */
    savedId: string | undefined;

    private savedWords = '';
    private waiting: Draft | undefined;
    private running: Promise<void> | undefined;
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly onStatus: (status: DraftStatus) => void;
    private readonly onSaved: (draft: SavedDraft) => void;

    constructor(onStatus: (status: DraftStatus) => void, onSaved: (draft: SavedDraft) => void) {
        this.onStatus = onStatus;
        this.onSaved = onSaved;
    }

    /** Starts from a draft that the service already has. */
    resume(id: string, draft: Draft): void {
        this.savedId = id;
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
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(() => {
            void this.flush();
        }, SAVE_AFTER_MS);
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

    /** Nothing more is saved; resolves when a save under way has ended, so that it cannot follow what comes next. */
    async stop(): Promise<void> {
        clearTimeout(this.timer);
        this.waiting = undefined;
        await this.running;
    }

    async removeSaved(): Promise<void> {
        if (this.savedId) await callServer('DELETE', `/drafts/${this.savedId}`);
    }

    private async save(draft: Draft): Promise<void> {
        this.onStatus('saving');
        try {
            const saved = await callServer<SavedDraft>('PUT', '/drafts', draft);
            this.savedId = saved.id;
            this.savedWords = JSON.stringify(draft);
            if (this.waiting === draft) this.waiting = undefined;
            this.onStatus('saved');
            this.onSaved(saved);
        } catch {
            // The words are still in the window; the next key or Send tries again.
            this.onStatus('failed');
        }
    }
}
