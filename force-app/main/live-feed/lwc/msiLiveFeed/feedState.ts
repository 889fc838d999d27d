import type { LiveFeed, LiveFeedItem } from 'service';

/** The pages of the feed that were read, as one list. */
export interface FeedState {
    items: LiveFeedItem[];
    /** Of the page behind them; null when there is none. */
    cursor: string | null;
}

/** A newer first page before what is known. What is known is dropped when more has happened than one page holds. */
export function withNewest({ items, cursor }: FeedState, newest: LiveFeed): FeedState {
    const ids = new Set(newest.items.map(({ id }) => id));
    const older = items.filter(({ id }) => !ids.has(id));
    const isJoined = older.length < items.length;
    return isJoined && older.length > 0 ? { items: [...newest.items, ...older], cursor } : { items: newest.items, cursor: newest.cursor };
}

/** The next page behind what is known. */
export function withOlder({ items }: FeedState, page: LiveFeed): FeedState {
    const ids = new Set(items.map(({ id }) => id));
    return { items: [...items, ...page.items.filter(({ id }) => !ids.has(id))], cursor: page.cursor };
}
