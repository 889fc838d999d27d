import { AT_SIGNS, type Part } from './listParts';

/**
 * The parts of a list that are last names: "Whitfield" of "Whitfield, Dana <dana@globex.example>", as Outlook writes people. The comma may
 * as well stand between two people, and then the first one has no address. So a name counts as a last name only where the list or the
 * address shows it. Everything else is left for somebody to look at.
 */
export function lastNamesOf(parts: Part[]): Set<Part> {
    const found = new Set<Part>();
    for (const run of runsOf(parts)) {
        const pairs = pairsOf(run);
        const paired = new Set(pairs.flat());
        const isOnePerson = run.length === 2 && run.length < parts.length;
        const isShown = isOnePerson || run.every((part) => paired.has(part) || isQuotedPerson(part));
        for (const [lastName, person] of pairs)
            if ((isShown && isOneName(lastName.text)) || addressHas(person.text, lastName.text)) found.add(lastName);
    }
    return found;
}

function runsOf(parts: Part[]): Iterable<Part[]> {
    const runs = new Map<number, Part[]>();
    for (const part of parts) {
        const run = runs.get(part.run);
        if (run) run.push(part);
        else runs.set(part.run, [part]);
    }
    return runs.values();
}

/** A name, and after a comma a name with an address: `Whitfield` and `Dana <dana@globex.example>`. */
function pairsOf(run: Part[]): [Part, Part][] {
    return run.flatMap((part, index): [Part, Part][] => {
        const next = run[index + 1];
        return next?.isAfterComma && !AT_SIGNS.test(part.text) && isNamedPerson(next) ? [[part, next]] : [];
    });
}

/** `Dana <dana@globex.example>` */
function isNamedPerson({ text }: Part): boolean {
    const begin = text.indexOf('<');
    const name = text.slice(0, Math.max(begin, 0)).trim();
    return Boolean(name) && !/["@]/.test(name) && text.endsWith('>') && text.includes('@', begin);
}

/** `"Whitfield, Dana" <dana@globex.example>` */
function isQuotedPerson({ text }: Part): boolean {
    return text.startsWith('"') && text.endsWith('>') && text.includes('@');
}

/** "Whitfield" and "van der Berg", but not "Dana Whitfield". */
function isOneName(text: string): boolean {
    const words = text.split(/\s+/);
    return words.length === 1 || words.filter((word) => !/^\p{Ll}/u.test(word)).length === 1;
}

/** Whether an address is made of one of the names: `dana.whitfield@globex.example`. */
function addressHas(person: string, names: string): boolean {
    const local = plain(person.slice(person.lastIndexOf('<') + 1, person.lastIndexOf('@')));
    const tokens = local.split(/[^\p{L}]+/u);
    return plain(names)
        .split(/[^\p{L}]+/u)
        .some((name) => name.length > 1 && (tokens.includes(name) || (name.length > 3 && local.includes(name))));
}

function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
