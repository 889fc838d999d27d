/** Enough for the first bytes of every kind, and for the metadata of a photo, which stand in front. */
const START_BYTES = 65_536;

/** The beginning of a file, one character for each byte. */
export function readStart(file: Blob): Promise<string> {
    return new Promise((resolve, reject) => {
        const reader = new FileReader();
        reader.onload = () => resolve(String.fromCharCode(...new Uint8Array(reader.result as ArrayBuffer).subarray(0, START_BYTES)));
        reader.onerror = () => reject(reader.error ?? new Error('The file cannot be read.'));
        reader.readAsArrayBuffer(file.slice(0, START_BYTES));
    });
}

/** What a file is by its first bytes; undefined for what mail programs do not all show. */
export function typeOf(start: string): 'image/png' | 'image/jpeg' | 'image/gif' | undefined {
    if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
    if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
    return /^GIF8[79]a/.test(start) ? 'image/gif' : undefined;
}

/** Where a photo was taken, and how it is to be turned, which not all mail programs do. */
export function hasPhotoMetadata(start: string): boolean {
    return start.includes('Exif\0\0');
}
