/** What the rep typed or pasted, as single addresses. "Omar Reyes <omar@globex.example>" gives the address alone. */
export function splitAddresses(text: string): string[] {
    return text
        .split(/[,;\n]+/)
        .map((part) => (/<([^<>]*)>\s*$/.exec(part)?.[1] ?? part).trim())
        .filter(Boolean);
}

/** A first check while typing; the service checks for good. */
export function isAddress(text: string): boolean {
    return text.length <= 254 && /^[^\s@"(),:;<>[\]\\]{1,64}@(?:[^\s@.,;<>()]+\.)+[^\s@.,;<>()]{2,}$/.test(text);
}
