import locale from '@salesforce/i18n/locale';

const AS_MEGABYTES = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const;
const AS_KILOBYTES = { style: 'unit', unit: 'kilobyte' } as const;

/** Rounded up as the service does (`files/limits.ts`), so that nothing looks as if it fitted. */
export function inMegabytes(bytes: number): number {
    return Math.ceil(bytes / 100_000) / 10;
}

/** How large a file is, in words. */
export function sizeText(bytes: number): string {
    const isLarge = bytes >= 1_000_000;
    const number = isLarge ? inMegabytes(bytes) : Math.ceil(bytes / 1000);
    return new Intl.NumberFormat(locale, isLarge ? AS_MEGABYTES : AS_KILOBYTES).format(number);
}

const ICONS: Record<string, string> = {
    pdf: 'pdf',
    doc: 'word',
    docx: 'word',
    odt: 'word',
    rtf: 'rtf',
    xls: 'excel',
    xlsx: 'excel',
    ods: 'excel',
    csv: 'csv',
    ppt: 'ppt',
    pptx: 'ppt',
    odp: 'ppt',
    txt: 'txt',
    zip: 'zip',
    png: 'image',
    jpg: 'image',
    jpeg: 'image',
    gif: 'image',
    webp: 'image',
    svg: 'image',
    mp3: 'audio',
    mp4: 'video',
    mov: 'video'
};

/** By the ending of its name. */
export function iconOf(name: string): string {
    return `doctype:${ICONS[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'unknown'}`;
}
