import { isMoving } from 'c/salesEmailWords';
import { callServer, type ServerProblem } from 'c/serverApi';
import type { SalesEmailList, SalesEmailRow } from 'service';

const WHILE_MOVING_MS = 3000;
const AT_REST_MS = 15_000;
const NO_ACCESS_MS = 120_000;
/** The Salesforce task follows the send within seconds; after a minute the timeline shows it on its next own refresh. */
const LOOKS_FOR_LOG = 20;

const MAILBOX_GONE = new Set<SalesEmailRow['reason']>(['mailbox_reconnect_required', 'mailbox_disconnected']);
const waitsForMailbox = ({ state, reason, sentByMe }: SalesEmailRow) => sentByMe && state === 'queued' && MAILBOX_GONE.has(reason);

interface Listener {
    /** The rows, or whether they are up to date, have changed. */
    onChange(): void;
    /** Salesforce has something new for the record's timeline. */
    onActivity(): void;
    /** An email of the rep has begun to wait for a mailbox that can no longer be used. */
    onMailboxLost(): void;
}

/** The record's sales emails, kept up to date by polling; nothing is asked while the page is hidden. */
export class SalesEmailFeed {
    rows: SalesEmailRow[] = [];
    total = 0;
    cursor: string | null = null;
    updatedAt = '';
    isStale = false;

    private readonly recordId: string;
    private readonly listener: Listener;
    private seen: { etag?: string } = {};
    private timer: ReturnType<typeof setTimeout> | undefined;
    private isRunning = false;
    /** The first rows come with the panel, and say nothing that it does not know. */
    private hasStarted = false;
    private hasOlderPages = false;
    /** Counts own changes: an answer that was made before one of them must not undo it. */
    private changes = 0;
    private readonly looksForLog = new Map<string, number>();

    constructor(recordId: string, listener: Listener) {
        this.recordId = recordId;
        this.listener = listener;
    }

    start(list: SalesEmailList): void {
        this.isRunning = true;
        this.accept(list);
        this.plan();
    }

    stop(): void {
        this.isRunning = false;
        clearTimeout(this.timer);
    }

    /** Shows a row at once; a row that is a draft again leaves the list. */
    put(row: SalesEmailRow): void {
        this.changes += 1;
        this.seen = {};
        const isKnown = this.rows.some(({ id }) => id === row.id);
        if (row.state === 'draft') {
            this.rows = this.rows.filter(({ id }) => id !== row.id);
            if (isKnown) this.total -= 1;
        } else if (isKnown) {
            this.rows = this.rows.map((known) => (known.id === row.id ? row : known));
        } else {
            this.rows = [row, ...this.rows];
            this.total += 1;
        }
        this.listener.onChange();
        this.plan();
    }

    async refresh(): Promise<void> {
        clearTimeout(this.timer);
        const { changes } = this;
        let waitMs: number | undefined;
        try {
            const list = await callServer<SalesEmailList | undefined>('GET', this.path(), undefined, { seen: this.seen });
            if (!this.isRunning) return;
            if (changes === this.changes) this.accept(list);
            this.lookForLogs();
        } catch (error) {
            this.isStale = true;
            const { retryAt, status } = error as ServerProblem;
            // A rep without access gets it back through an admin, not through asking every few seconds.
            waitMs = status === 401 ? NO_ACCESS_MS : Math.max(AT_REST_MS, Date.parse(retryAt ?? '') - Date.now() || 0);
            this.listener.onChange();
        }
        this.plan(waitMs);
    }

    async loadMore(): Promise<void> {
        const list = await callServer<SalesEmailList>('GET', this.path(this.cursor));
        const known = new Set(this.rows.map(({ id }) => id));
        this.rows = [...this.rows, ...list.salesEmails.filter(({ id }) => !known.has(id))];
        this.cursor = list.cursor;
        this.hasOlderPages = true;
        this.listener.onChange();
    }

    private path(cursor?: string | null): string {
        const query = new URLSearchParams({ recordId: this.recordId, ...(cursor && { cursor }) });
        return `/sales-emails?${query}`;
    }

    private plan(waitMs?: number): void {
        clearTimeout(this.timer);
        if (!this.isRunning) return;
        const isBusy = this.rows.some(isMoving) || this.looksForLog.size > 0;
        // eslint-disable-next-line @lwc/lwc/no-async-operation
        this.timer = setTimeout(
            () => {
                // The page refreshes the feed when it is looked at again.
                if (!document.hidden) void this.refresh();
            },
            waitMs ?? (isBusy ? WHILE_MOVING_MS : AT_REST_MS)
        );
    }

    private accept(list: SalesEmailList | undefined): void {
        this.isStale = false;
        this.updatedAt = new Date().toISOString();
        if (list) {
            this.noticeSent(list.salesEmails);
            const isMailboxLost = this.hasStarted && this.beginsToWait(list.salesEmails);
            this.hasStarted = true;
            const newest = new Set(list.salesEmails.map(({ id }) => id));
            const oldest = list.salesEmails.at(-1)?.createdAt ?? '';
            const older = this.hasOlderPages ? this.rows.filter(({ id, createdAt }) => !newest.has(id) && createdAt <= oldest) : [];
            this.rows = [...list.salesEmails, ...older];
            this.total = list.total;
            if (!this.hasOlderPages) this.cursor = list.cursor;
            if (isMailboxLost) this.listener.onMailboxLost();
        }
        this.listener.onChange();
    }

    /** Only news counts: an email may wait for good for a mailbox that the rep has replaced by another. */
    private beginsToWait(rows: SalesEmailRow[]): boolean {
        const before = new Set(this.rows.filter(waitsForMailbox).map(({ id }) => id));
        return rows.some((row) => waitsForMailbox(row) && !before.has(row.id));
    }

    private noticeSent(rows: SalesEmailRow[]): void {
        const before = new Map(this.rows.map(({ id, state }) => [id, state]));
        const sent = rows.filter(({ id, state }) => state === 'sent' && before.has(id) && before.get(id) !== 'sent');
        for (const { id } of sent) this.looksForLog.set(id, LOOKS_FOR_LOG);
        if (sent.length) this.listener.onActivity();
    }

    private lookForLogs(): void {
        const logs = new Map(this.rows.map(({ id, salesforce }) => [id, salesforce?.state ?? 'pending']));
        for (const [id, looks] of [...this.looksForLog]) {
            const state = logs.get(id);
            if (state === 'pending' && looks > 1) this.looksForLog.set(id, looks - 1);
            else this.looksForLog.delete(id);
            if (state === 'logged') this.listener.onActivity();
        }
    }
}
