/** Pages of a document that are shown: a longer one is not read in a browser. */
export const MOST_PAGES = 200;
/** Contents of one rep: the list shows 200 at once, and has a search. */
export const MOST_CONTENTS = 500;

/** Pixels across a page: sharp on a laptop with two pixels to the point. */
export const PAGE_WIDTH = 1_400;
/** Of a page that is very long. */
export const LONGEST_SIDE = 2_000;
/** Of WebP: text stays sharp, and a page has some 100 kB. */
export const QUALITY = 80;

/** Memory for one document. A page of PAGE_WIDTH takes 15 MB, and what its pictures take unpacked is beside it. */
export const MOST_MEMORY = 512 * 1024 * 1024;
/** After so long pages are kept, and other documents have their turn. */
export const BATCH_MS = 5_000;
/** When a thread is ended that makes pages: a single page may take five times as long as some pages do. */
export const DEADLINE_MS = 30_000;
/** What all pages of a document may take: three seconds each. */
export const MOST_RENDERING_MS = 10 * 60_000;
/** So often a process may end while it makes pages of a document: then the document ended it. */
export const MOST_TRIES = 3;
