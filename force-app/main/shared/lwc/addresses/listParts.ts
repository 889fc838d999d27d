/** A part of a list, with what stood between it and the part before. */
export interface Part {
    text: string;
    isAfterComma: boolean;
    line: number;
    /** How many separators stand before it in its line. */
    column: number;
    /** Parts with commas alone between them have the same number. */
    run: number;
}

interface Line {
    /** The commas and semicolons outside of what is enclosed. */
    separators: string;
    hasTabs: boolean;
}

export interface List {
    parts: Part[];
    lines: Line[];
}

/** The wide @ of East Asian keyboards makes no address, but whoever typed it meant one. */
export const AT_SIGNS = /[@＠]/;
/** With those of East Asian keyboards. */
const COMMAS = ',，、';
const SEMICOLONS = ';；';
const LINE_ENDS = '\r\n';
const CLOSERS: Record<string, string> = { '"': '"', '(': ')', '<': '>' };

/** Splits at commas, semicolons, tabs and line ends that stand outside quotes, comments and angle brackets. */
export function partsOf(list: string): List {
    const parts: Part[] = [];
    const lines: Line[] = [{ separators: '', hasTabs: false }];
    let start = 0;
    let run = 0;
    let isAfterComma = false;
    const skipEnclosed = createSkipEnclosed(list);
    const end = (at: number) => {
        const text = withoutGroupName(list.slice(start, at)).trim();
        if (!text) return;
        parts.push({ text, isAfterComma, line: lines.length - 1, column: lines.at(-1)?.separators.length ?? 0, run });
        isAfterComma = false;
    };
    for (let at = 0; at < list.length; at += 1) {
        const character = list[at] ?? '';
        if (`${COMMAS}${SEMICOLONS}\t${LINE_ENDS}`.includes(character)) {
            end(at);
            start = at + 1;
            const line = lines.at(-1);
            if (COMMAS.includes(character)) isAfterComma = true;
            else run += 1;
            if (LINE_ENDS.includes(character)) lines.push({ separators: '', hasTabs: false });
            else if (line && character === '\t') line.hasTabs = true;
            else if (line) line.separators += character;
        } else at = skipEnclosed(at);
    }
    end(list.length);
    return { parts, lines };
}

/** Where what is enclosed from a place on ends; the place itself where nothing is, or where it is never closed on its line. */
function createSkipEnclosed(list: string): (at: number) => number {
    /** Up to where each kind is known to be closed no more. */
    const openUntil: Record<string, number> = {};
    return function skipEnclosed(at) {
        const opener = list[at] ?? '';
        const closer = CLOSERS[opener];
        if (!closer || at < (openUntil[closer] ?? 0)) return at;
        let depth = 1;
        let end = at + 1;
        for (; end < list.length && !LINE_ENDS.includes(list[end] ?? ''); end += 1) {
            if (list[end] === closer) depth -= 1;
            // Comments stand inside comments
            else if (list[end] === opener && opener === '(') depth += 1;
            else if (list[end] === '\\' && closer !== '>') end += 1;
            if (depth === 0) return end;
        }
        openUntil[closer] = end;
        return at;
    };
}

/** `Sales team: dana@globex.example` and a copied `Cc: dana@globex.example`. */
function withoutGroupName(part: string): string {
    return part.replace(/^\s*(?:"(?:[^"\\]|\\.)*"|(?!mailto:)[^"@<>:：]*)[:：]/i, '');
}
