import image from '@salesforce/label/c.SalesEmail_Detail_Image';
import imageNamed from '@salesforce/label/c.SalesEmail_Detail_ImageNamed';

import { formatLabel } from 'c/labels';

const LOADS_REMOTELY = 'link, style, script, iframe, frame, object, embed, video, audio, source, track, svg, base, meta, input, form';

/**
 * The words and the look of an email, with everything left out that a browser would fetch:
 * a preview must not count as an open, nor tell anybody that it was looked at.
 */
export function quietHtml(html: string): string {
    // A parsed document is inert: nothing in it is loaded or run.
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const element of body.querySelectorAll(LOADS_REMOTELY)) element.remove();
    for (const element of body.querySelectorAll('img')) {
        const isInvisible = element.getAttribute('width') === '1' || element.getAttribute('height') === '1';
        if (isInvisible) element.remove();
        else element.replaceWith(element.alt ? formatLabel(imageNamed, element.alt) : image);
    }
    for (const element of body.querySelectorAll('[background]')) element.removeAttribute('background');
    for (const element of body.querySelectorAll('[style]')) {
        if (/url\s*\(|image-set|@import|\\/i.test(element.getAttribute('style') ?? '')) element.removeAttribute('style');
    }
    const serializer = new XMLSerializer();
    return [...body.childNodes].map((node) => serializer.serializeToString(node)).join('');
}
