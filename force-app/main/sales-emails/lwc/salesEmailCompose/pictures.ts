import { formatPlural } from 'c/labels';
import { labels } from './words';
import type { WrittenEmail } from './writtenEmail';

/** Anybody can load these over the web; every other picture only the rep's own browser or mail program has. */
const REACHABLE = /^\s*(?:https?:)?\/\/[^/\s]/i;

function parse(html: string): Document {
    return new DOMParser().parseFromString(html, 'text/html');
}

function lostIn(page: Document): HTMLImageElement[] {
    return [...page.images].filter((picture) => !REACHABLE.test(picture.getAttribute('src') ?? ''));
}

/** Which pictures of a body would not arrive, as a sentence; undefined when all would. */
export function lostPicturesText(bodyHtml: string): string | undefined {
    const lost = /<img\b/i.test(bodyHtml) ? lostIn(parse(bodyHtml)).length : 0;
    return lost > 0 ? formatPlural(labels.lostPictures, lost) : undefined;
}

/** The email with those pictures taken out of its body; what they were called stays in their place. */
export function withoutLostPictures(email: WrittenEmail): WrittenEmail {
    const page = parse(email.words.bodyHtml);
    for (const picture of lostIn(page)) picture.replaceWith(picture.alt);
    // Only read, from a document that nobody sees
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    const words = { ...email.words, bodyHtml: page.body.innerHTML };
    // The form keeps what is typed to itself: it has to be given the words anew.
    return { ...email, words, startWords: words };
}

/**
 * That pasted pictures were left out, as a sentence; undefined when there are none. The editor takes those that anybody can load, and what
 * comes as a file alone.
 */
export function leftOutText(pasted: DataTransfer | null): string | undefined {
    const page = parse(pasted?.getData('text/html') ?? '');
    const isFileAlone = Boolean(pasted?.files.length) && !page.body.textContent?.trim();
    const count = isFileAlone ? 0 : lostIn(page).length;
    return count > 0 ? formatPlural(labels.leftOutPictures, count) : undefined;
}
