export const BLANK_LINE = '<p><br></p>';
/** To write on. */
export const ROOM = `${BLANK_LINE}${BLANK_LINE}`;

/** The words with the signature below them, a line apart; without words there are two empty lines to write on. */
export function withSignature(bodyHtml: string, signatureHtml: string): string {
    return signatureHtml ? `${bodyHtml || BLANK_LINE}${BLANK_LINE}${signatureHtml}` : bodyHtml;
}
