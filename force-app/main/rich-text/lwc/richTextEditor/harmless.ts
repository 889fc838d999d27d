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

/** What text may say of its looks. It must fetch nothing, and cover nothing of the page around it. */
const LOOKS = new Set(
    (
        'color background-color line-height list-style-type list-style-position text-align text-indent vertical-align width max-width ' +
        'height direction'
    ).split(' ')
);
const LOOKS_OF_KINDS = /^(?:font|text-decoration|white-space|text-wrap|margin|padding|border)(?:-|$)/;
const FETCHES = /(?:url|image-set|image|element|cross-fade|paint|expression|var|env)\s*\(/i;
const NEGATIVE = /^margin.*:\s*-/;

/**
 * What formatted text may hold, in a document that nobody sees and that loads nothing. The service decides again what leaves; this keeps
 * what is pasted, or was kept on this machine, from doing anything in the page of the rep.
 */
export function harmless(html: string): HTMLElement {
    // As mail programs read it: without the first words a browser would take it for a page of the nineties
    const { body } = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
    for (const element of [...body.querySelectorAll('*')]) {
        const tag = element.localName;
        if (WITHOUT_WORDS.has(tag)) element.remove();
        else if (!TAGS.has(tag)) element.replaceWith(...element.childNodes);
        else {
            for (const attribute of [...element.attributes]) if (!isHarmless(attribute)) element.removeAttribute(attribute.name);
            keepLooks(element as HTMLElement);
        }
    }
    const comments = document.createTreeWalker(body, NodeFilter.SHOW_COMMENT);
    const found: Node[] = [];
    while (comments.nextNode()) found.push(comments.currentNode);
    for (const comment of found) comment.parentNode?.removeChild(comment);
    return body;
}

function isHarmless({ name, value }: Attr): boolean {
    if (!ATTRIBUTES.has(name)) return false;
    return (name !== 'href' && name !== 'src') || isHarmlessAddress(value);
}

/** Whether an address leads to where somebody may be led, or shows a picture. */
export function isHarmlessAddress(address: string): boolean {
    // Browsers leave control characters out of an address before they look at its scheme
    // eslint-disable-next-line no-control-regex
    return ADDRESS.test(address.replace(/[\u0000-\u0020]/g, ''));
}

/** As the browser has understood the style, so that no spelling of it gets past. What is fine keeps its own words. */
function keepLooks(element: HTMLElement): void {
    const { style } = element;
    const refused = Array.from(style).filter((property) => !isLook(property, style.getPropertyValue(property)));
    if (refused.length === 0) return;
    for (const property of refused) style.removeProperty(property);
    // Of a shorthand that has lost a part
    for (const property of Array.from(style)) if (style.getPropertyValue(property) === 'initial') style.removeProperty(property);
    if (style.length === 0) element.removeAttribute('style');
}

/** A shorthand says of its other parts that they are as they are anyway. */
function isLook(property: string, value: string): boolean {
    if (value === 'initial' || value === '') return true;
    return (LOOKS.has(property) || LOOKS_OF_KINDS.test(property)) && !FETCHES.test(value) && !NEGATIVE.test(`${property}:${value}`);
}
