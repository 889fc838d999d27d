import type { TextAlign, TextStyle } from 'richText';

export const TEXT_STYLES: TextStyle[] = ['color', 'background-color', 'font-family', 'font-size'];

/** How far one step to the right goes, in px. Both sides of the email count with it. */
export const INDENT_PX = 40;

/** As the editor writes it into each cell; a table that has it is one to write in. */
export const CELL_STYLE = 'border:1px solid #c9c9c9;padding:4px 8px';

/** What is said by these is kept by the editor in its own way. */
const SPOKEN_FOR = new Set([
    ...TEXT_STYLES,
    ...['vertical-align', 'line-height', 'text-align', 'direction', 'margin-left', 'margin-right', 'list-style-type', 'border-collapse']
]);
const NOTHING = /^(?:0(?:px|pt|em|rem|%)?|none|normal|auto|initial|inherit|transparent)(?:\s|$)/i;

/** The declarations of an element, in order. */
export function declarationsOf(element: Element): [property: string, value: string][] {
    const { style } = element as HTMLElement;
    return Array.from(style, (property) => [property, style.getPropertyValue(property)]);
}

/** Whether an element looks like something that the editor cannot say: a box, a frame, space of its own. */
export function hasLookOfItsOwn(element: Element): boolean {
    const isIndent = (property: string, value: string) => property.startsWith('margin') && Number.parseFloat(value) % INDENT_PX === 0;
    const isSpokenFor = (property: string) => SPOKEN_FOR.has(property) || /^(?:font-|text-decoration|white-space|text-wrap)/.test(property);
    return declarationsOf(element).some(
        ([property, value]) => !isSpokenFor(property) && !NOTHING.test(value) && !isIndent(property, value)
    );
}

export function alignOf(element: Element): TextAlign | undefined {
    const align = ((element as HTMLElement).style.textAlign || element.getAttribute('align') || '').toLowerCase();
    if (align === 'center' || align === '-webkit-center') return 'center';
    if (align === 'right' || align === 'end') return 'end';
    return align === 'left' || align === 'start' ? 'start' : undefined;
}

/** Steps to the right, as this editor and its like write them. */
export function indentOf(element: Element): number {
    const { marginLeft, marginRight } = (element as HTMLElement).style;
    const px = Math.max(Number.parseFloat(marginLeft) || 0, Number.parseFloat(marginRight) || 0);
    return px > 0 && px % INDENT_PX === 0 ? px / INDENT_PX : 0;
}

/** How text looks that comes from another program: its colours, unless they are those of paper and ink. */
export function stylesToKeep(styles: Partial<Record<TextStyle, string>>, isPasted: boolean): string {
    const kept = TEXT_STYLES.filter((style) => {
        const value = styles[style];
        if (!value || /^(?:inherit|initial|unset|transparent|currentcolor|windowtext|window)$/i.test(value)) return false;
        if (!isPasted) return true;
        return style === 'color' ? !isDark(value) : style === 'background-color' && !isLight(value);
    });
    return kept.map((style) => `${style}:${plainColor(styles[style] ?? '')}`).join(';');
}

/** Browsers give colours back as `rgb(…)`, which not every mail program reads. */
export function plainColor(value: string): string {
    if (!/^rgba?\(/i.test(value)) return value;
    const hex = shades(value).map((shade) => Math.round(shade).toString(16).padStart(2, '0'));
    return hex.length === 3 && hex.every((two) => two.length === 2) ? `#${hex.join('')}` : value;
}

const DARK = 60;
const LIGHT = 240;

function isDark(color: string): boolean {
    return shades(color).every((shade) => shade <= DARK) || /^black$/i.test(color);
}

function isLight(color: string): boolean {
    return shades(color).every((shade) => shade >= LIGHT) || /^(?:white|transparent)$/i.test(color) || /,\s*0\)$/.test(color);
}

/** Red, green and blue; NaN for what names its colour in another way. */
function shades(color: string): number[] {
    const [, hex] = /^#([0-9a-f]{6})$/i.exec(color) ?? [];
    if (hex) return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
    const numbers = /^rgba?\(([^)]*)\)$/i
        .exec(color)?.[1]
        ?.split(/[\s,/]+/)
        .map(Number);
    return numbers?.slice(0, 3) ?? [Number.NaN];
}
