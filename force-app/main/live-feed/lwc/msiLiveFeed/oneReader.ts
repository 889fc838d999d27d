import { callServer } from 'c/serverApi';
import type { Seen } from 'c/poller';

/** What another tab of this browser has read. */
export interface Heard {
    answer: unknown;
    etag?: string;
}

type Message = { heard: Heard } | { unchanged: string };

/**
 * Reads for all tabs of one browser: a tab that wants to ask waits its turn, and takes what another tab has read meanwhile. Without locks
 * or channels, which an old browser lacks, each tab reads for itself. Between tabs only text goes: Lightning Web Security can copy no
 * object of a component.
 */
export class OneReader {
    private readonly name: string;
    private readonly onHeard: (heard: Heard | undefined) => void;
    private channel: BroadcastChannel | undefined;
    private heardCount = 0;

    /** `onHeard`: what another tab has read; undefined when it has found what this tab has seen last. */
    constructor(name: string, onHeard: (heard: Heard | undefined) => void) {
        this.name = name;
        this.onHeard = onHeard;
    }

    /** `seen` is the version that this tab has. */
    start(seen: () => Seen): void {
        if (typeof BroadcastChannel === 'undefined') return;
        this.channel = new BroadcastChannel(this.name);
        this.channel.addEventListener('message', ({ data }) => this.hear(JSON.parse(String(data)) as Message, seen()));
    }

    stop(): void {
        this.channel?.close();
        this.channel = undefined;
    }

    /** Asks the service when it is this tab's turn. Undefined when nothing has changed, or another tab has told what has. */
    async read(path: string, seen: Seen): Promise<unknown> {
        const { heardCount } = this;
        const ask = async (): Promise<unknown> => (heardCount === this.heardCount ? this.ask(path, seen) : undefined);
        // Not every browser has locks
        const locks = navigator.locks as LockManager | undefined;
        return locks ? locks.request(this.name, ask) : ask();
    }

    private async ask(path: string, seen: Seen): Promise<unknown> {
        const answer = await callServer('GET', path, undefined, { seen });
        const { etag } = seen;
        if (answer !== undefined) this.post({ heard: { answer, ...(etag && { etag }) } });
        else if (etag) this.post({ unchanged: etag });
        return answer;
    }

    /** What this tab knows by another way. */
    post(message: Message): void {
        this.channel?.postMessage(JSON.stringify(message));
    }

    private hear(message: Message, seen: Seen): void {
        if ('heard' in message) {
            this.heardCount += 1;
            this.onHeard(message.heard);
        } else if (message.unchanged === seen.etag) {
            this.heardCount += 1;
            this.onHeard(undefined);
        }
    }
}
