/** Why a text is no address that an email can be sent to. */
export type AddressProblem = 'not_an_address' | 'too_long' | 'not_in_plain_letters';

const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;
/** RFC 5321 4.1.2, dot-string. */
const DOT_STRING = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
/** The same with RFC 6531's characters beyond ASCII, none of them white space or control. */
const WIDE_DOT_STRING = /^(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+(?:\.(?:[\w!#$%&'*+/=?^`{|}~-]|[^\p{ASCII}\p{Z}\p{C}])+)*$/u;
/** What the parser of web addresses would take for the end of a host, or leave out. */
const NO_PART_OF_A_DOMAIN = /[\p{Z}\p{C}/\\:?#@%[\]<>^|"(),;、]/u;
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The service's own rule, so that nothing is taken here that it refuses there: both are held to `test/address-cases.json`. Null when all is
 * well.
 */
export function problemOfAddress(text: string): AddressProblem | null {
    const at = text.lastIndexOf('@');
    const local = text.slice(0, Math.max(at, 0));
    const domain = asciiDomain(text.slice(at + 1));
    if (domain === null || !WIDE_DOT_STRING.test(local)) return 'not_an_address';
    const length = octetsOf(local);
    if (length > LONGEST_LOCAL_PART || length + 1 + domain.length > LONGEST_ADDRESS) return 'too_long';
    return DOT_STRING.test(local) ? null : 'not_in_plain_letters';
}

/** In UTF-8. */
function octetsOf(text: string): number {
    return encodeURIComponent(text).replace(/%[0-9A-F]{2}/g, '_').length;
}

export function isAddress(text: string): boolean {
    return problemOfAddress(text) === null;
}

/** The form in which addresses are compared: `Omar@Bücher.example` is `omar@xn--bcher-kva.example`. */
export function canonicalAddress(address: string): string {
    const text = address.trim().normalize('NFC').toLowerCase();
    const at = text.lastIndexOf('@');
    return `${text.slice(0, at + 1)}${asciiDomain(text.slice(at + 1)) ?? text.slice(at + 1)}`;
}

/** Null when it is no domain that mail can go to. The browser's parser of web addresses knows how other scripts are written (UTS 46). */
function asciiDomain(text: string): string | null {
    if (text.length > LONGEST_ADDRESS || NO_PART_OF_A_DOMAIN.test(text)) return null;
    const labels = hostOf(text).split('.');
    const top = labels.at(-1) ?? '';
    const isDomain = labels.length > 1 && labels.every((label) => LABEL.test(label)) && top.length > 1 && !/^\d+$/.test(top);
    return isDomain ? labels.join('.') : null;
}

function hostOf(domain: string): string {
    try {
        return new URL(`http://${domain}`).hostname;
    } catch {
        return '';
    }
}
