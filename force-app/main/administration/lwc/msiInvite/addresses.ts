/** What the service takes at once (AD-1). */
export const MOST_ADDRESSES = 100;

/**
 * Splits what was pasted, in order and without repetitions. Understands commas, semicolons, blanks and new lines,
 * and `"Ortiz, Rae" <rae@acme.example>` as mail programs copy it. Whether each is an address is for the service to say.
 */
export function splitAddresses(text: string): string[] {
    const withoutNames = text.replace(/(?:"[^"]*"|[^,;<>\n"]*)\s*<([^<>]*)>/g, ' $1 ');
    const found = new Map<string, string>();
    for (const part of withoutNames.split(/[\s,;]+/)) {
        const key = part.toLowerCase();
        if (part && !found.has(key)) found.set(key, part);
    }
    return [...found.values()];
}
