import userId from '@salesforce/user/Id';

/**
 * What was typed on a page of the settings and not saved. In a standard app of Salesforce a component does not learn that the user goes to
 * another tab, and cannot prevent it. So the words are kept: in this browser tab, per user and form, until they are saved or discarded.
 * Never give a password. Parts of a page are named `page.part`.
 */
const PREFIX = 'msi-unsaved/';

function own(form: string): string {
    return `${PREFIX}${userId}/${form}`;
}

export function keepWords(form: string, words: unknown): void {
    withStorage((storage) => storage.setItem(own(form), JSON.stringify(words)));
}

/** Undefined when nothing is kept. */
export function keptWords<Words>(form: string): Words | undefined {
    const text = withStorage((storage) => storage.getItem(own(form)));
    return text ? (JSON.parse(text) as Words) : undefined;
}

export function forgetWords(form: string): void {
    withStorage((storage) => storage.removeItem(own(form)));
}

/** Of a page with all its parts: its user leaves without saving. */
export function forgetPage(page: string): void {
    forgetWords(page);
    for (const key of keys()) if (key.startsWith(own(`${page}.`))) withStorage((storage) => storage.removeItem(key));
}

/** Pages of this user that have something to save. What another user left in this browser tab goes. */
export function pagesWithWords(): string[] {
    for (const key of keys()) if (!key.startsWith(own(''))) withStorage((storage) => storage.removeItem(key));
    return keys().map((key) => key.slice(own('').length).split('.')[0] ?? '');
}

function keys(): string[] {
    const all = withStorage((storage) => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? ''));
    return (all ?? []).filter((key) => key.startsWith(PREFIX));
}

/** A browser that forbids storage keeps nothing; it asks before it leaves the page, as always. */
function withStorage<Result>(use: (storage: Storage) => Result): Result | undefined {
    try {
        return use(window.sessionStorage);
    } catch {
        return undefined;
    }
}
