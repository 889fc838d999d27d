const TAGS = new Set(
    (
        'p div span br hr h1 h2 h3 h4 h5 h6 blockquote pre code address center font b strong i em u s strike del ins sub sup small big ' +
        'mark a img ul ol li dl dt dd table caption colgroup col thead tbody tfoot tr th td'
    ).split(' ')
);
const ATTRIBUTES = new Set(
    (
        'style dir lang title align href name src alt width height color face size start type border cellpadding cellspacing bgcolor ' +
        'role colspan rowspan valign scope span'
    ).split(' ')
);
/** Their words are code or belong to a form. */
const WITHOUT_WORDS = new Set(
    'script style textarea select option noscript title head xml iframe object embed template svg math'.split(' ')
);
const ADDRESS = /^(?:https?:|mailto:|tel:|cid:|data:image\/|\/\/|#|[^:]*$)/i;
const FETCHES = /url\s*\(|expression|@import|javascript:/i;

/**
 * What formatted text may hold, in a document that nobody sees and that loads nothing. The service decides again what leaves; this keeps
 * what is pasted from doing anything in the page of the rep.
 */
export function harmless(html: string): HTMLElement {
    // As mail programs read it: without the first words a browser would take it for a page of the nineties
    const { body } = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
    for (const element of [...body.querySelectorAll('*')]) {
        const tag = element.localName;
        if (WITHOUT_WORDS.has(tag)) element.remove();
        else if (!TAGS.has(tag)) element.replaceWith(...element.childNodes);
        else for (const attribute of [...element.attributes]) if (!isHarmless(attribute)) element.removeAttribute(attribute.name);
    }
    const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.parentNode?.removeChild(comment);
    return body;
}

function isHarmless({ name, value }: Attr): boolean {
    if (!ATTRIBUTES.has(name)) return false;
    // Browsers leave control characters out of an address before they look at its scheme
    // eslint-disable-next-line no-control-regex
    if (name === 'href' || name === 'src') return ADDRESS.test(value.replace(/[\u0000-\u0020]/g, ''));
    return name !== 'style' || !FETCHES.test(value);
}
