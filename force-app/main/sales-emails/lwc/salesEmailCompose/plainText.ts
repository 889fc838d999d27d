/** The words of the editor's HTML, to tell whether anything was written; how much white space stands between them does not matter. */
export function plainText(html: string): string {
    return html
        .replace(/<[^>]*>/g, '')
        .replace(/(?:&nbsp;|\u00a0|\s)+/g, ' ')
        .trim();
}

/** As `plainText`, with a sign for each picture. */
export function plainContent(html: string): string {
    return plainText(html.replace(/<img\b[^>]*>/gi, '\ufffc'));
}
