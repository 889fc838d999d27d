import { canonicalAddress, isAddress } from './addressRule';

/** A part of a list, with what stood between it and the part before. */
interface Part {
    text: string;
    isAfterComma: boolean;
    line: number;
}

/** Nobody pastes more people than this; the rest is not looked at. */
const LONGEST_LIST = 100_000;
/** What is longer holds no names and comments that could be told apart. */
const LONGEST_PART = 2_000;

/**
 * Takes a pasted list apart, as RFC 5322 writes one and as Outlook, Gmail and spreadsheets do: `"Whitfield, Dana" <dana@globex.example>`,
 * `Whitfield, Dana <dana@…>; Reyes, Omar <omar@…>`, groups, comments, `mailto:`, cells and lines. In order and each address once; what is
 * no address comes back as it stood, for somebody to correct.
 */
export function splitAddresses(text: string): string[] {
    const found = new Map<string, string>();
    for (const one of addressesIn(partsOf(withoutQueries(text.slice(0, LONGEST_LIST))))) {
        const key = canonicalAddress(one);
        if (!found.has(key)) found.set(key, one);
    }
    return [...found.values()];
}

function addressesIn({ parts, linesWithTabs }: ReturnType<typeof partsOf>): string[] {
    const rows = new Set(parts.flatMap(({ text, line }) => (text.includes('@') && linesWithTabs.has(line) ? [line] : [])));
    const found: string[] = [];
    parts.forEach((part, index) => {
        const next = parts[index + 1];
        const isLastName = next?.isAfterComma && endsWithAddress(next.text);
        if (part.text.includes('@')) found.push(...addressesOf(part.text));
        // "Whitfield" of "Whitfield, Dana <dana@globex.example>", or the cell beside an address
        else if (!isLastName && !rows.has(part.line)) found.push(part.text);
    });
    return found;
}

/** `Dana <dana@globex.example>` */
function endsWithAddress(text: string): boolean {
    return text.endsWith('>') && text.slice(text.lastIndexOf('<') + 1).includes('@');
}

/** Splits at commas, semicolons, tabs and line ends that stand outside quotes, comments and angle brackets. */
function partsOf(list: string): { parts: Part[]; linesWithTabs: Set<number> } {
    const parts: Part[] = [];
    const linesWithTabs = new Set<number>();
    let start = 0;
    let line = 0;
    let isAfterComma = false;
    const skipEnclosed = createSkipEnclosed(list);
    const end = (at: number) => {
        const text = withoutGroupName(list.slice(start, at)).trim();
        if (!text) return;
        parts.push({ text, isAfterComma, line });
        isAfterComma = false;
    };
    for (let at = 0; at < list.length; at += 1) {
        const character = list[at] ?? '';
        if (',;\t\r\n'.includes(character)) {
            end(at);
            start = at + 1;
            if (character === ',') isAfterComma = true;
            if (character === '\t') linesWithTabs.add(line);
            if (character === '\n' || character === '\r') line += 1;
        } else at = skipEnclosed(at);
    }
    end(list.length);
    return { parts, linesWithTabs };
}

const CLOSERS: Record<string, string> = { '"': '"', '(': ')', '<': '>' };

/** Where what is enclosed from a place on ends; the place itself where nothing is, or where it is never closed on its line. */
function createSkipEnclosed(list: string): (at: number) => number {
    /** Up to where each kind is known to be closed no more. */
    const openUntil: Record<string, number> = {};
    return (at) => {
        const closer = CLOSERS[list[at] ?? ''];
        if (!closer || at < (openUntil[closer] ?? 0)) return at;
        let end = at + 1;
        for (; end < list.length && !'\r\n'.includes(list[end] ?? ''); end += 1) {
            if (list[end] === closer) return end;
            if (list[end] === '\\' && closer !== '>') end += 1;
        }
        openUntil[closer] = end;
        return at;
    };
}

/** A web page's link to an address may go on with a subject and more, in which commas stand for themselves. */
function withoutQueries(list: string): string {
    return list.replace(/(mailto:[^\s,;<>?"]+)\?[^\s<>"]*/gi, '$1,');
}

/** `Sales team: dana@globex.example` and a copied `Cc: dana@globex.example`. */
function withoutGroupName(part: string): string {
    return part.replace(/^\s*(?:"(?:[^"\\]|\\.)*"|(?!mailto:)[^"@<>:]*):/i, '');
}

/** What one part names: mostly one address, with a name or without. */
function addressesOf(part: string): string[] {
    const plain = withoutNamesAndComments(part);
    const bracketed = [...plain.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => bare(inside));
    if (bracketed.some((one) => one.includes('@'))) return bracketed.filter(Boolean);
    const words = plain
        .split(/\s+/)
        .map(bare)
        .filter((word) => word.includes('@'));
    return words.length > 0 && words.every(isAddress) ? words : [part];
}

/** The part itself where nothing of an address would be left. */
function withoutNamesAndComments(part: string): string {
    if (part.length > LONGEST_PART) return part;
    const rest = part.replace(/"(?:[^"\\]|\\.)*"(?!@)|\((?:[^()\\]|\\.)*\)/g, ' ');
    return rest.includes('@') ? rest : part;
}

/** Without what people and programs put around an address. */
function bare(text: string): string {
    if (text.length > LONGEST_PART) return text;
    const trimmed = text.trim().replace(/^(?:[‘“"«[({<]+|'(?=.*'[.,:;!?]*$))/, '');
    const [, scheme, address = trimmed] = /^(mailto:)([^?]*)/i.exec(trimmed) ?? [];
    return (scheme ? decoded(address) : address).replace(/[\s.,:;!?'’”»"\])}>]+$/, '');
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
