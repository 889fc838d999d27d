import { isAddress } from './addressRule';

/** A word of RFC 5322, a string in quotes (then without them), or one of the characters that mean something. */
interface Token {
    kind: 'word' | 'string' | 'special';
    text: string;
}

/** Separators and colons of East Asian keyboards are letters to RFC 5322, and none to whoever typed them. */
const OTHER_SEPARATORS = /[，、；：]/;
/** A line goes on where the next one begins with white space. Programs fold after a comma and before an address. */
const FOLD = /([,:;][ \t]*)\r?\n[ \t]+|\r?\n[ \t]+(?=[<"])/g;
/** RFC 5322 atext with dots, and RFC 6532's characters beyond ASCII. */
const WORD = /[\w!#$%&'*+/=?^`{|}~.-]|[^\p{ASCII}\p{Z}\p{C}]/u;

/** Undefined where something is never closed, or where a comment would hide an address. */
function tokensOf(text: string): Token[] | undefined {
    const tokens: Token[] = [];
    for (let at = 0; at < text.length;) {
        const character = text[at] ?? '';
        const end = endOf(text, at);
        if (end === undefined) return undefined;
        const piece = text.slice(at, end);
        at = end;
        if (character === '(') {
            // A comment alone is nothing that may be dropped
            if (piece.includes('@') || tokens.length === 0 || tokens.at(-1)?.text === ',') return undefined;
        } else if (character === '"') tokens.push({ kind: 'string', text: piece.slice(1, -1).replace(/\\(.)/g, '$1') });
        else if (WORD.test(character)) tokens.push({ kind: 'word', text: piece });
        else if ('<>@,:;'.includes(character)) tokens.push({ kind: 'special', text: piece });
        else if (!/[^\S\r\n]/.test(character)) return undefined;
    }
    return tokens;
}

/** Of the token that begins at a place. */
function endOf(text: string, at: number): number | undefined {
    const character = text[at] ?? '';
    if (character === '"' || character === '(') return closingOf(text, at);
    let end = at + 1;
    while (WORD.test(character) && end < text.length && WORD.test(text[end] ?? '')) end += 1;
    return end;
}

/** After the quotes or the comment that begin at a place; comments stand inside comments. Undefined when they are never closed. */
function closingOf(text: string, at: number): number | undefined {
    const isComment = text[at] === '(';
    let depth = 1;
    for (let end = at + 1; end < text.length; end += 1) {
        const character = text[end] ?? '';
        if (character === '\\') end += 1;
        else if ('\r\n'.includes(character)) return undefined;
        else if (isComment && character === '(') depth += 1;
        else if (character === (isComment ? ')' : '"') && --depth === 0) return end + 1;
    }
    return undefined;
}

/** Reads the grammar. Every step answers false where the tokens do not follow it. */
class MailboxList {
    private readonly found: string[] = [];
    private readonly tokens: Token[];
    private at = 0;

    constructor(tokens: Token[]) {
        this.tokens = tokens;
    }

    read(): string[] | undefined {
        let isList = this.entry();
        while (isList && this.take(',')) isList = this.entry();
        return isList && this.isAtEnd() ? this.found : undefined;
    }

    /** Between two commas there may be nothing. */
    private entry(): boolean {
        return this.isAt(',') || this.isAtEnd() || this.group() || this.mailbox();
    }

    /** `Sales team: dana@globex.example, omar@globex.example;` */
    private group(): boolean {
        const begin = this.at;
        const name = this.phrase();
        // "mailto:" begins a link, and no group
        if (!name || !this.take(':') || name.toLowerCase() === 'mailto') return this.backTo(begin);
        let isList = this.member();
        while (isList && this.take(',')) isList = this.member();
        return isList && this.take(';');
    }

    private member(): boolean {
        return this.isAt(',') || this.isAt(';') || this.mailbox();
    }

    private mailbox(): boolean {
        const begin = this.at;
        if (this.address()) return true;
        this.backTo(begin);
        this.phrase();
        return this.take('<') && this.address() && this.take('>');
    }

    /** White space inside of either part would glue a name to an address: "J. R. dana@globex.example". */
    private address(): boolean {
        const [local, sign, domain] = this.tokens.slice(this.at, this.at + 3);
        if (!local || local.kind === 'special' || sign?.text !== '@' || sign.kind !== 'special' || domain?.kind !== 'word') return false;
        this.at += 3;
        this.found.push(`${local.text}@${domain.text}`);
        return true;
    }

    private phrase(): string {
        const begin = this.at;
        while (!this.isAtEnd() && this.tokens[this.at]?.kind !== 'special') this.at += 1;
        return this.tokens
            .slice(begin, this.at)
            .map(({ text }) => text)
            .join(' ');
    }

    private take(special: string): boolean {
        const isThere = this.isAt(special);
        if (isThere) this.at += 1;
        return isThere;
    }

    private isAt(special: string): boolean {
        const token = this.tokens[this.at];
        return token?.kind === 'special' && token.text === special;
    }

    private isAtEnd(): boolean {
        return this.at >= this.tokens.length;
    }

    private backTo(place: number): false {
        this.at = place;
        return false;
    }
}

/**
 * The addresses of a list as RFC 5322 writes one (3.4, address-list with its groups), in order. Undefined when it is none, or when it names
 * what no email can be sent to: then somebody has to look at it.
 */
export function readMailboxList(text: string): string[] | undefined {
    const tokens = OTHER_SEPARATORS.test(text) ? undefined : tokensOf(text.replace(FOLD, '$1 ').trim());
    const addresses = tokens && new MailboxList(tokens).read();
    return addresses?.every(isAddress) ? addresses : undefined;
}
