import { canonicalAddress, isAddress } from './addressRule';

/** A part of a list, with what stood between it and the part before. */
interface Part {
    text: string;
    isAfterComma: boolean;
    line: number;
}

interface Line {
    /** Commas and semicolons outside of what is enclosed. */
    separators: number;
    hasTabs: boolean;
}

interface List {
    parts: Part[];
    lines: Line[];
}

/** With those of East Asian keyboards. */
const COMMAS = ',，、';
const SEMICOLONS = ';；';

/** Nobody pastes more people than this; the rest is not looked at. */
const LONGEST_LIST = 100_000;
/** Characters without any width and marks of direction, as web pages and documents have them beside and inside addresses. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** The wide @ of East Asian keyboards makes no address, but whoever typed it meant one. */
const AT_SIGNS = /[@＠]/;
/** What is longer holds no names and comments that could be told apart. */
const LONGEST_PART = 2_000;

/**
 * Takes a pasted list apart, as RFC 5322 writes one and as Outlook, Gmail and spreadsheets do: `"Whitfield, Dana" <dana@globex.example>`,
 * `Whitfield, Dana <dana@…>; Reyes, Omar <omar@…>`, groups, comments, `mailto:`, cells of a spreadsheet or a CSV, and lines. In order and
 * each address once; what is no address comes back as it stood, for somebody to correct.
 */
export function splitAddresses(text: string): string[] {
    const found = new Map<string, string>();
    for (const one of addressesIn(partsOf(withoutQueries(text.slice(0, LONGEST_LIST).replace(UNSEEN, ''))))) {
        const key = canonicalAddress(one);
        if (!found.has(key)) found.set(key, one);
    }
    return [...found.values()];
}

function addressesIn({ parts, lines }: List): string[] {
    const isTable = isCsv({ parts, lines });
    const withAddress = new Set(parts.flatMap(({ text, line }) => (text.includes('@') ? [line] : [])));
    const isRow = (line: number) => isTable || (withAddress.has(line) && lines[line]?.hasTabs);
    const found: string[] = [];
    parts.forEach((part, index) => {
        const next = parts[index + 1];
        const isLastName = next?.isAfterComma && endsWithAddress(next.text);
        if (part.text.includes('@')) found.push(...addressesOf(part.text));
        // "Whitfield" of "Whitfield, Dana <dana@globex.example>", or the cell beside an address
        else if (AT_SIGNS.test(part.text) || (!isLastName && !isRow(part.line))) found.push(part.text);
    });
    return found;
}

/** Several lines with as many cells each, and in each one address: everything else is about those people. */
function isCsv({ parts, lines }: List): boolean {
    const addresses = new Map(parts.map(({ line }) => [line, 0]));
    for (const { text, line } of parts) {
        if (AT_SIGNS.test(text)) addresses.set(line, (addresses.get(line) ?? 0) + addressesOf(text).length);
    }
    const [first, ...others] = [...addresses.keys()].map((line) => lines[line]);
    if (!first?.separators || first.hasTabs || others.length === 0) return false;
    return (
        [...addresses.values()].every((count) => count === 1) &&
        others.every((line) => line?.separators === first.separators && !line.hasTabs)
    );
}

/** `Dana <dana@globex.example>` */
function endsWithAddress(text: string): boolean {
    return text.endsWith('>') && text.slice(text.lastIndexOf('<') + 1).includes('@');
}

/** Splits at commas, semicolons, tabs and line ends that stand outside quotes, comments and angle brackets. */
function partsOf(list: string): List {
    const parts: Part[] = [];
    const lines: Line[] = [{ separators: 0, hasTabs: false }];
    let start = 0;
    let isAfterComma = false;
    const skipEnclosed = createSkipEnclosed(list);
    const end = (at: number) => {
        const text = withoutGroupName(list.slice(start, at)).trim();
        if (!text) return;
        parts.push({ text, isAfterComma, line: lines.length - 1 });
        isAfterComma = false;
    };
    for (let at = 0; at < list.length; at += 1) {
        const character = list[at] ?? '';
        if (`${COMMAS}${SEMICOLONS}\t\r\n`.includes(character)) {
            end(at);
            start = at + 1;
            const line = lines.at(-1);
            if (COMMAS.includes(character)) isAfterComma = true;
            if (character === '\n' || character === '\r') lines.push({ separators: 0, hasTabs: false });
            else if (line && character === '\t') line.hasTabs = true;
            else if (line) line.separators += 1;
        } else at = skipEnclosed(at);
    }
    end(list.length);
    return { parts, lines };
}

const CLOSERS: Record<string, string> = { '"': '"', '(': ')', '<': '>' };

/** Where what is enclosed from a place on ends; the place itself where nothing is, or where it is never closed on its line. */
function createSkipEnclosed(list: string): (at: number) => number {
    /** Up to where each kind is known to be closed no more. */
    const openUntil: Record<string, number> = {};
    return function skipEnclosed(at) {
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
    return part.replace(/^\s*(?:"(?:[^"\\]|\\.)*"|(?!mailto:)[^"@<>:：]*)[:：]/i, '');
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
    const trimmed = text.trim().replace(/^(?:[‘“"«[({<（【《「『]+|'(?=.*'[.,:;!?]*$))/, '');
    const [, scheme, address = trimmed] = /^(mailto:)([^?]*)/i.exec(trimmed) ?? [];
    return (scheme ? decoded(address) : address).replace(/[\s.,:;!?'’”»"\])}>。！？）】》」』]+$/, '');
}

function decoded(text: string): string {
    try {
        return decodeURIComponent(text);
    } catch {
        return text;
    }
}
