import { callServer } from 'c/serverApi';

export interface PollerOptions {
    /** How long it waits between two looks, while something changes and otherwise. */
    whileBusyMs?: number;
    atRestMs?: number;
    /** So much longer, at random, so that not all pages of an org ask at the same time. */
    jitterMs?: number;
    /** Whoever returns to the page is not asked for again sooner than this after the last answer. */
    freshForMs?: number;
    /** Asks the service; undefined when nothing has changed. Rejects with ServerProblem. */
    read?: (path: string, seen: Seen) => Promise<unknown>;
}

/** The version that was seen last. */
export interface Seen {
    etag?: string;
}

/** As often as the panel looks. */
export const PANEL: Required<PollerOptions> = {
    whileBusyMs: 3000,
    atRestMs: 15_000,
    jitterMs: 0,
    freshForMs: 0,
    read: (path, seen) => callServer('GET', path, undefined, { seen })
};
