import { harmless } from 'c/richTextEditor';

/** HTML without what an email cannot have, and the names of what has gone: `<script>`, `onclick`, `position`. */
export function takeOut(html: string): { html: string; parts: string[] } {
    const before = new DOMParser().parseFromString(`<!doctype html>${html}`, 'text/html');
    const after = harmless(html);
    const left = countParts([...after.querySelectorAll('*')]);
    const gone = [...countParts([...before.querySelectorAll('head *, body, body *')])].filter(
        ([name, count]) => count > (left.get(name) ?? 0)
    );
    const parts = gone.map(([name]) => name);
    // Only read. What nothing was taken out of stays as it was written
    // eslint-disable-next-line @lwc/lwc/no-inner-html
    return { html: parts.length > 0 ? after.innerHTML : html, parts };
}

/** How often an element, an attribute or a property of a style is there. */
function countParts(elements: Element[]): Map<string, number> {
    const counts = new Map<string, number>();
    const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
    for (const element of elements) {
        if (element.localName !== 'body') add(`<${element.localName}>`);
        for (const { name } of element.attributes) add(name);
        const { style } = element as HTMLElement;
        for (const property of Array.from(style ?? [])) add(property);
    }
    return counts;
}
