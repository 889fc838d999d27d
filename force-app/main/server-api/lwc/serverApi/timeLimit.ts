/** How long one call of the panel may take, the way through Salesforce included. */
export class TimeLimit {
    private readonly ending = new AbortController();
    private timer: ReturnType<typeof setTimeout> | undefined;
    private readonly end: Promise<never>;

    /** `reason` makes what is thrown at the end. */
    constructor(ms: number, reason: () => Error) {
        this.end = new Promise((_, reject) => {
            // eslint-disable-next-line @lwc/lwc/no-async-operation
            this.timer = setTimeout(() => {
                reject(reason());
                this.ending.abort();
            }, ms);
        });
        // Nobody may be waiting for it when it comes
        this.end.catch(() => undefined);
    }

    /** For `fetch`, which then lets go of the connection. */
    get signal(): AbortSignal {
        return this.ending.signal;
    }

    /** What the work gives, or a failure when the time is over first. Apex cannot be stopped, so its answer is then left unread. */
    hold<Result>(work: Promise<Result>): Promise<Result> {
        return Promise.race([work, this.end]);
    }

    /** Rejects when the time is over: what comes after must not begin. */
    async check(): Promise<void> {
        if (this.signal.aborted) await this.end;
    }

    stop(): void {
        clearTimeout(this.timer);
    }
}
