/** Puts subject and text on the clipboard, with its formatting where the browser can. False where neither is allowed. */
export async function copyToClipboard(subject: string, bodyHtml: string): Promise<boolean> {
    const text = `${subject}\n\n${plainText(bodyHtml)}`;
    try {
        const html = new Blob([bodyHtml], { type: 'text/html' });
        await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
        return true;
    } catch {
        return copyText(text);
    }
}

async function copyText(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}

/** Only read, from a document that nobody sees. */
function plainText(html: string): string {
    const lines = html.replace(/<br[^>]*>|<\/(?:p|div|li|tr|h\d)>/gi, '$&\n');
    return new DOMParser().parseFromString(lines, 'text/html').body.textContent?.trim() ?? '';
}
