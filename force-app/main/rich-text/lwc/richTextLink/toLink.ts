const KNOWN = /^(?:https?:\/\/\S|mailto:\S|tel:\S)/i;
const EMAIL = /^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/;
/** A name with a dot in it, or this machine; then what may follow. */
const SITE = /^(?:[^\s/:@?#.]+(?:\.[^\s/:@?#.]+)+|localhost)\.?(?::\d{1,5})?(?:[/?#]\S*)?$/;

/**
 * What somebody types as the address of a link: with `https` where no scheme is written, `mailto` for an email address. Empty stays empty.
 * Undefined for what leads nowhere, and for any other scheme.
 */
export function toLink(typed: string): string | undefined {
    const text = typed.trim();
    if (text === '' || KNOWN.test(text)) return text;
    if (EMAIL.test(text)) return `mailto:${text}`;
    const bare = text.replace(/^\/\//, '');
    return SITE.test(bare) ? `https://${bare}` : undefined;
}
