/** The words of the editor's HTML, to tell whether anything was written. */
export function plainText(html: string): string {
    return html
        .replace(/<[^>]*>/g, '')
        .replace(/&nbsp;/g, ' ')
        .trim();
}
