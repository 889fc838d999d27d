import { LightningElement, wire } from 'lwc';
import { EnclosingUtilityId } from 'lightning/platformUtilityBarApi';
import userId from '@salesforce/user/Id';

import empty from '@salesforce/label/c.LiveFeed_Empty';
import title from '@salesforce/label/c.LiveFeed_Title';
import failed from '@salesforce/label/c.Panel_Refresh_Failed';
import updated from '@salesforce/label/c.Panel_Refresh_Updated';

import { Poller, type Seen } from 'c/poller';
import { callServer, endsAccess, type ServerProblem } from 'c/serverApi';
import type { Polled } from 'panel';
import type { LiveFeed, Readiness, Unseen } from 'service';
import { withNewest, withOlder, type FeedState } from './feedState';
import { OneReader, type Heard } from './oneReader';
import { isPanelOpen, showCounter, watchPanel } from './utilityItem';

const PACE = { whileBusyMs: 5000, atRestMs: 30_000, jitterMs: 10_000, freshForMs: 30_000 };
const NOTHING: FeedState = { items: [], cursor: null };

/** An item of the utility bar: replies to the rep's emails and what could not be delivered, with the number of new ones on the bar. */
export default class MsiLiveFeed extends LightningElement {
    labels = { empty, title };
    feed: LiveFeed | undefined;
    known = NOTHING;
    error: unknown;
    /** Earlier rows could not be read. */
    moreError: unknown;
    updatedAt = '';
    isStale = false;
    isOpen = false;
    /** Shown as new until the panel is closed, although they count no longer. */
    newIds: string[] = [];
    unseen = 0;
    /** What the service was told last. */
    markedUntil = '';
    utilityId: string | undefined;
    /** The rep is connecting something in another tab. */
    isAway = false;

    seen: Seen = {};
    reader = new OneReader(`msi-live-feed:${userId}`, (heard) => this.hear(heard));
    poller = new Poller(() => this.showFreshness(), { ...PACE, read: (path, seen) => this.read(path, seen) });
    target: Polled = this.createTarget();

    @wire(EnclosingUtilityId)
    handleUtility(id: string | undefined) {
        if (!id || this.utilityId) return;
        this.utilityId = id;
        void showCounter(id, this.unseen);
        void watchPanel(id, (isOpen) => this.handlePanel(isOpen));
    }

    connectedCallback() {
        this.reader.start(() => this.seen);
        this.poller.start();
        this.poller.follow(this.target, false);
    }

    disconnectedCallback() {
        this.poller.stop();
        this.reader.stop();
    }

    get isLoading() {
        return !this.feed && !this.error;
    }

    /** What stands between the rep and a feed, where there is a button for it. */
    get readiness(): Readiness | undefined {
        const { code } = (this.error ?? {}) as Partial<ServerProblem>;
        if (code === 'not_invited' || code === 'not_activated') return code;
        if (!this.feed) return undefined;
        const { items, mailbox, isStopped } = this.feed;
        if (isStopped) return 'stopped';
        if (items.some(({ kind, isSettled }) => kind === 'salesforce_reconnect_required' && !isSettled)) return 'salesforce_disconnected';
        if (!mailbox) return 'mailbox_missing';
        return mailbox.state === 'reconnect_required' ? 'mailbox_reconnect_required' : undefined;
    }

    get connection() {
        return this.feed?.mailbox ?? undefined;
    }

    get unreadError() {
        return this.feed || this.readiness ? undefined : this.error;
    }

    get isEmpty() {
        return Boolean(this.feed) && this.known.items.length === 0;
    }

    get hasMore() {
        return this.known.cursor !== null;
    }

    get freshness() {
        return this.isStale ? failed : updated;
    }

    /** The door keeps the version in the object that it is given. */
    async read(path: string, seen: Seen): Promise<unknown> {
        this.seen = seen;
        return this.reader.read(path, seen);
    }

    /** What another tab has read, or has found to be what this tab has. */
    hear(heard: Heard | undefined) {
        if (heard) this.seen = heard.etag ? { etag: heard.etag } : {};
        this.poller.hear(this.target, heard?.answer, this.seen.etag);
    }

    createTarget(): Polled {
        const isBusy = () => this.isAway;
        return {
            path: '/live-feed',
            get isBusy() {
                return isBusy();
            },
            accept: (answer) => this.accept(answer as LiveFeed | undefined)
        };
    }

    /** Undefined: nothing has changed. */
    accept(feed: LiveFeed | undefined) {
        if (feed) {
            this.feed = feed;
            this.known = withNewest(this.known, feed);
            const isNew = feed.items.filter((item) => item.isNew).map(({ id }) => id);
            this.newIds = [...new Set([...this.newIds, ...isNew])];
            if (!this.readiness) this.isAway = false;
            this.count(feed.unseen);
        }
        void this.markSeen();
    }

    showFreshness() {
        const { updatedAt, isStale, error } = this.poller.freshnessOf(this.target);
        Object.assign(this, { updatedAt, isStale, error });
        if (!endsAccess(error)) return;
        this.feed = undefined;
        this.known = NOTHING;
        // The same answer would otherwise be no news when the access is back
        this.poller.forget(this.target);
        this.seen = {};
        this.count(0);
    }

    count(unseen: number) {
        this.unseen = unseen;
        if (this.utilityId) void showCounter(this.utilityId, unseen);
    }

    handlePanel(isOpen: boolean) {
        this.isOpen = isOpen;
        if (isOpen) void this.markSeen();
        else this.newIds = [];
    }

    /**
     * Only what is on the screen was seen. The bar does not tell of every way to close the panel, so it is asked first. When the service
     * cannot be told, the next look tries again; the other tabs learn of it by their next look.
     */
    async markSeen() {
        const until = this.feed?.newestAt;
        if (!this.isOpen || document.hidden || !until || this.unseen === 0 || until === this.markedUntil) return;
        this.markedUntil = until;
        if (this.utilityId && !(await isPanelOpen(this.utilityId))) {
            this.markedUntil = '';
            this.handlePanel(false);
            return;
        }
        try {
            const { unseen } = await callServer<Unseen>('POST', '/live-feed/seen', { until });
            this.count(unseen);
        } catch {
            this.markedUntil = '';
            return;
        }
        this.poller.noteChange(this.target);
        await this.poller.refresh();
    }

    async handleMore() {
        const { cursor } = this.known;
        if (!cursor) return;
        this.moreError = undefined;
        try {
            this.known = withOlder(this.known, await callServer<LiveFeed>('GET', `/live-feed?cursor=${cursor}`));
        } catch (error) {
            this.moreError = error;
        }
    }

    handleLeave() {
        this.isAway = true;
        this.poller.noteChange(this.target);
    }

    /** The card with the pressed button stays until the answer is there. */
    handleCheck() {
        void this.poller.refresh();
    }
}
