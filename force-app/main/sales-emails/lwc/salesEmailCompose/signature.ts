const BLANK_LINE = '<p><br></p>';

/** The words with the signature below them; without words there are two empty lines to write on. */
export function withSignature(bodyHtml: string, signatureHtml: string): string {
    const above = bodyHtml || `${BLANK_LINE}${BLANK_LINE}`;
    return signatureHtml ? `${above}${signatureHtml}` : bodyHtml;
}

/** Puts another signature in the place of the one at the end; words that no longer end with it stay as they are. */
export function exchangeSignature(bodyHtml: string, before: string, after: string): string {
    if (!bodyHtml.endsWith(before)) return bodyHtml;
    return withSignature(bodyHtml.slice(0, bodyHtml.length - before.length), after);
}
