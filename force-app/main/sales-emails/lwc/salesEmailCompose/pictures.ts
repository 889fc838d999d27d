/** Anybody can load these over the web; every other picture only the rep's own browser or mail program has. */
const REACHABLE = /^\s*(?:https?:)?\/\/[^/\s]/i;

function parse(html: string): Document {
    return new DOMParser().parseFromString(html, 'text/html');
}

function lostIn(page: Document): HTMLImageElement[] {
    return [...page.images].filter((picture) => !REACHABLE.test(picture.getAttribute('src') ?? ''));
}

/** How many pictures of a body would not arrive. */
export function countLostPictures(bodyHtml: string): number {
    return /<img\b/i.test(bodyHtml) ? lostIn(parse(bodyHtml)).length : 0;
}

/** The body with those pictures taken out; what they were called stays in their place. */
export function withoutLostPictures(bodyHtml: string): string {
    const page = parse(bodyHtml);
    for (const picture of lostIn(page)) picture.replaceWith(picture.alt);
    // Only read, from a document that nobody sees
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    return page.body.innerHTML;
}

/** The editor takes no pictures, and says nothing about those that are pasted. */
export function countPastedPictures(pasted: DataTransfer | null): number {
    const inText = parse(pasted?.getData('text/html') ?? '').images.length;
    const files = [...(pasted?.files ?? [])].filter(({ type }) => type.startsWith('image/')).length;
    return Math.max(inText, files);
}
