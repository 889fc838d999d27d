import { canonicalAddress, isAddress } from './addressRule';
import { lastNamesOf } from './lastNames';
import { AT_SIGNS, partsOf, type List } from './listParts';
import { readMailboxList } from './mailboxList';

/** Nobody pastes more people than this; the rest is not taken apart. */
const LONGEST_LIST = 100_000;
/** Characters without any width and marks of direction, as web pages and documents have them beside and inside addresses. */
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** What is longer holds no names and comments that could be told apart. */
const LONGEST_PART = 2_000;

/**
 * Takes a pasted list apart: as RFC 5322 reads it where it is such a list, and otherwise at the separators of Outlook, Gmail, spreadsheets
 * and people: `Whitfield, Dana <dana@…>; Reyes, Omar <omar@…>`, `mailto:`, cells of a spreadsheet or a CSV, and lines. In order and each
 * address once. What is no address comes back as it stood, for somebody to correct.
 */
export function splitAddresses(text: string): string[] {
    const list = text.slice(0, LONGEST_LIST).replace(UNSEEN, '');
    const rest = text.slice(LONGEST_LIST).trim();
    const all = readMailboxList(list) ?? addressesIn(partsOf(withoutQueries(list)));
    const found = new Map<string, string>();
    for (const one of rest ? [...all, rest] : all) {
        const key = canonicalAddress(one);
        if (!found.has(key)) found.set(key, one);
    }
    return [...found.values()];
}

function addressesIn({ parts, lines }: List): string[] {
    const isTable = isCsv({ parts, lines });
    const withAddress = new Set(parts.flatMap(({ text, line }) => (text.includes('@') ? [line] : [])));
    const isRow = (line: number) => isTable || (withAddress.has(line) && lines[line]?.hasTabs);
    const lastNames = lastNamesOf(parts);
    return parts.flatMap((part) => {
        if (part.text.includes('@')) return addressesOf(part.text);
        // The cell beside an address
        const isAbout = lastNames.has(part) || (isRow(part.line) && !AT_SIGNS.test(part.text));
        return isAbout ? [] : [part.text];
    });
}

/** Several lines with the same cells, and in the same one of each an address alone: everything else is about those people. */
function isCsv({ parts, lines }: List): boolean {
    const withAddress = parts.filter(({ text }) => AT_SIGNS.test(text));
    const [first, ...others] = withAddress;
    const cells = first && lines[first.line];
    if (!cells?.separators || cells.hasTabs || others.length === 0) return false;
    return (
        new Set(withAddress.map(({ line }) => line)).size === withAddress.length &&
        new Set(parts.map(({ line }) => line)).size === withAddress.length &&
        withAddress.every(({ text, line, column }) => {
            const isLike = column === first?.column && lines[line]?.separators === cells.separators && !lines[line].hasTabs;
            return isLike && !text.includes('<') && addressesOf(text).length === 1;
        })
    );
}

/** A web page's link to an address may go on with a subject and more, in which commas stand for themselves. */
function withoutQueries(list: string): string {
    return list.replace(/(mailto:[^\s,;<>?"]+)\?[^\s<>"]*/gi, '$1,');
}

/** What one part names: mostly one address, with a name or without. */
function addressesOf(part: string): string[] {
    const plain = withoutNamesAndComments(part);
    const bracketed = [...plain.matchAll(/<([^<>]*)>/g)].map(([, inside = '']) => bare(inside));
    if (bracketed.some((one) => one.includes('@')))
        return [...bracketed.filter(Boolean), ...wordsWithAt(plain.slice(plain.lastIndexOf('>') + 1))];
    const words = wordsWithAt(plain);
    return words.length > 0 && words.every(isAddress) ? words : [part];
}

function wordsWithAt(text: string): string[] {
    return text
        .split(/\s+/)
        .map(bare)
        .filter((word) => word.includes('@'));
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
