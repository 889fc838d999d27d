import { $createTextNode, type TextFormatType, type TextNode } from 'lexical';

import type { TextAlign, TextStyle } from 'richText';
import { TEXT_STYLES, alignOf, stylesToKeep } from './looks';

/** What the elements around a text say about it. */
export interface TextContext {
    marks: ReadonlySet<TextFormatType>;
    styles: Partial<Record<TextStyle, string>>;
    align: TextAlign | undefined;
    isPreformatted: boolean;
    dir: 'ltr' | 'rtl' | undefined;
    origin: Origin;
}

/**
 * Where HTML comes from. What is kept (a draft, a signature, a template) looks as before. What is copied within the editor keeps its fonts.
 * What is pasted from elsewhere takes the font of the email.
 */
export type Origin = 'kept' | 'copied' | 'pasted';

const MARKS: Readonly<Record<string, TextFormatType>> = {
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    u: 'underline',
    ins: 'underline',
    s: 'strikethrough',
    strike: 'strikethrough',
    del: 'strikethrough',
    sub: 'subscript',
    sup: 'superscript'
};
/** `<font size>` in px (HTML Standard, 15.3.4). */
const FONT_SIZES = ['10px', '13px', '16px', '18px', '24px', '32px', '48px'];

/** What is said about the text inside an element. */
export function contextIn(element: HTMLElement, around: TextContext): TextContext {
    const { style, localName } = element;
    const marks = new Set(around.marks);
    const mark = MARKS[localName];
    if (mark) marks.add(mark);
    const weight = style.fontWeight;
    if (/^(?:bold|bolder|[6-9]00)$/.test(weight)) marks.add('bold');
    // A program that writes a document into `<b style="font-weight:normal">` means no bold
    if (/^(?:normal|lighter|[1-5]00)$/.test(weight)) marks.delete('bold');
    if (style.fontStyle === 'italic' || style.fontStyle === 'oblique') marks.add('italic');
    if (style.fontStyle === 'normal') marks.delete('italic');
    if (/underline/.test(style.textDecoration)) marks.add('underline');
    if (/line-through/.test(style.textDecoration)) marks.add('strikethrough');
    const styles = { ...around.styles, ...fontOf(element), ...sizedBy(localName) };
    for (const name of TEXT_STYLES) {
        const value = style.getPropertyValue(name);
        if (value) styles[name] = value;
    }
    return {
        ...around,
        marks,
        styles,
        dir: dirOf(element, around),
        align: alignOf(element) ?? (localName === 'center' ? 'center' : around.align),
        isPreformatted: around.isPreformatted || localName === 'pre' || /^pre/.test(style.whiteSpace)
    };
}

/** Programs write `ltr` everywhere; the editor finds out by itself. */
function dirOf(element: HTMLElement, { dir: around, origin }: TextContext): TextContext['dir'] {
    const dir = element.getAttribute('dir');
    if (dir === 'auto') return undefined;
    return dir === 'rtl' || (dir === 'ltr' && origin === 'kept') ? dir : around;
}

function fontOf(element: HTMLElement): TextContext['styles'] {
    if (element.localName !== 'font') return {};
    const color = element.getAttribute('color');
    const face = element.getAttribute('face');
    const size = FONT_SIZES[Number(element.getAttribute('size')) - 1];
    return { ...(color && { color }), ...(face && { 'font-family': face }), ...(size && { 'font-size': size }) };
}

function sizedBy(tag: string): TextContext['styles'] {
    if (tag === 'small') return { 'font-size': '12px' };
    if (tag === 'big') return { 'font-size': '18px' };
    return tag === 'mark' ? { 'background-color': '#ffff00' } : {};
}

/** The text of a context. What is pasted takes the font of the email, and keeps its emphasis and colours. */
export function $createTextIn(text: string, { marks, styles, origin }: TextContext, isLink: boolean): TextNode {
    const isPasted = origin === 'pasted';
    const node = $createTextNode(text);
    for (const mark of marks) if (!(isLink && isPasted && mark === 'underline')) node.toggleFormat(mark);
    const wanted = isPasted ? { color: isLink ? '' : styles.color, 'background-color': styles['background-color'] } : styles;
    const style = stylesToKeep(wanted as TextContext['styles'], isPasted);
    if (style) node.setStyle(style);
    return node;
}
