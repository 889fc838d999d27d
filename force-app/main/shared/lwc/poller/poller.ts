import type { ServerProblem } from 'c/serverApi';
import { serviceNow } from 'c/serviceClock';
import type { Polled } from 'panel';
import { PANEL, type PollerOptions, type Seen } from './options';

export type { PollerOptions, Seen } from './options';

/** After a failure it waits twice as long each time, up to this. */
const AT_MOST_MS = 120_000;
/** A rep without access gets it back through an admin, not through asking every few seconds. */
const NO_ACCESS_MS = 120_000;

/** How up to date something is. */
export interface Freshness {
    /** ISO 8601; empty before anything was read. */
    updatedAt: string;
    /** The last look failed. */
    isStale: boolean;
    error: unknown;
}

interface Memory extends Freshness {
    seen: Seen;
    failures: number;
    /** The service has asked for no question before this time. */
    notBeforeMs: number;
    asking: Promise<void> | undefined;
    /** Counts own changes: an answer that was made before one of them must not undo it. */
    changes: number;
}

/**
 * Keeps one thing up to date at a time. Nothing is asked while the page is hidden, and at once when it is looked at again. Of each thing it
 * remembers the version, so that an answer comes only with news.
 */
export class Poller {
    private target: Polled | undefined;
    private readonly memories = new WeakMap<Polled, Memory>();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private isRunning = false;
    private readonly onChange: (target: Polled) => void;
    private readonly options: Required<PollerOptions>;

    /** Without options it looks as often as the panel does. */
    constructor(onChange: (target: Polled) => void, options: PollerOptions = {}) {
        this.onChange = onChange;
        this.options = { ...PANEL, ...options };
    }

    start(): void {
        this.isRunning = true;
        document.addEventListener('visibilitychange', this.handleReturn);
        window.addEventListener('focus', this.handleReturn);
        this.plan();
    }

    stop(): void {
        this.isRunning = false;
        document.removeEventListener('visibilitychange', this.handleReturn);
        window.removeEventListener('focus', this.handleReturn);
        clearTimeout(this.timer);
    }

    /** From now on this. It is asked for at once, unless it is fresh: then the panel has just brought it. */
    follow(target: Polled, isFresh: boolean): void {
        this.target = target;
        if (!isFresh) {
            void this.refresh();
            return;
        }
        Object.assign(this.change(target), upToDate());
        this.plan();
    }

    freshnessOf(target: Polled): Freshness {
        return this.memoryOf(target);
    }

    /** Tells that the rep has changed something in it: what is under way and what was seen count no longer. */
    noteChange(target: Polled): void {
        this.change(target);
        this.plan();
    }

    /** The next answer comes as if nothing had been read before. */
    forget(target: Polled): void {
        this.change(target);
    }

    /** Takes an answer that somebody else has read, and waits anew. */
    hear(target: Polled, answer: unknown, etag?: string): void {
        const memory = this.change(target);
        Object.assign(memory, upToDate(), { seen: etag ? { etag } : {} });
        target.accept(answer);
        this.onChange(target);
        if (target === this.target) this.plan();
    }

    markStale(): void {
        if (!this.target) return;
        this.memoryOf(this.target).isStale = true;
        this.onChange(this.target);
    }

    /** Never rejects, and asks once however often it is called meanwhile. */
    async refresh(): Promise<void> {
        const { target } = this;
        if (!target) return;
        const memory = this.memoryOf(target);
        memory.asking ??= this.ask(target, memory).finally(() => {
            memory.asking = undefined;
        });
        await memory.asking;
    }

    private async ask(target: Polled, memory: Memory): Promise<void> {
        clearTimeout(this.timer);
        const { changes } = memory;
        let waitMs: number | undefined;
        try {
            const answer = await this.options.read(target.path, memory.seen);
            if (!this.isRunning) return;
            if (changes === memory.changes) {
                Object.assign(memory, upToDate());
                target.accept(answer);
            }
        } catch (error) {
            waitMs = this.noteFailure(memory, error as ServerProblem);
        }
        this.onChange(target);
        if (target === this.target) this.plan(waitMs);
    }

    private noteFailure(memory: Memory, problem: ServerProblem): number {
        memory.isStale = true;
        memory.error = problem;
        memory.notBeforeMs = Date.parse(problem.retryAt ?? '') || 0;
        const backOffMs = problem.status === 401 ? NO_ACCESS_MS : Math.min(this.options.atRestMs * 2 ** memory.failures, AT_MOST_MS);
        memory.failures += 1;
        return Math.max(backOffMs, memory.notBeforeMs - serviceNow().getTime());
    }

    private plan(waitMs?: number): void {
        clearTimeout(this.timer);
        const { target } = this;
        const { whileBusyMs, atRestMs, jitterMs } = this.options;
        if (!this.isRunning || !target) return;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(
            () => {
                if (!document.hidden) void this.refresh();
            },
            waitMs ?? (target.isBusy ? whileBusyMs : atRestMs) + Math.random() * jitterMs
        );
    }

    private readonly handleReturn = (): void => {
        if (document.hidden || !this.target) return;
        const { notBeforeMs, updatedAt } = this.memoryOf(this.target);
        const freshUntilMs = updatedAt && !this.target.isBusy ? Date.parse(updatedAt) + this.options.freshForMs : 0;
        const waitMs = Math.max(notBeforeMs, freshUntilMs) - serviceNow().getTime();
        if (waitMs > 0) this.plan(waitMs);
        else void this.refresh();
    };

    private change(target: Polled): Memory {
        const memory = this.memoryOf(target);
        memory.changes += 1;
        memory.seen = {};
        return memory;
    }

    private memoryOf(target: Polled): Memory {
        const known = this.memories.get(target);
        if (known) return known;
        const memory: Memory = {
            updatedAt: '',
            isStale: false,
            error: undefined,
            seen: {},
            failures: 0,
            notBeforeMs: 0,
            asking: undefined,
            changes: 0
        };
        this.memories.set(target, memory);
        return memory;
    }
}

function upToDate(): Partial<Memory> {
    return { updatedAt: serviceNow().toISOString(), isStale: false, error: undefined, failures: 0, notBeforeMs: 0 };
}
