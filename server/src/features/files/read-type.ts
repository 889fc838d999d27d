import { endingOf } from './clean-name.ts';

/** Of the files that reps send. Anything else is bytes, which every mail program takes. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  csv: 'text/csv',
  txt: 'text/plain',
  rtf: 'application/rtf',
  ics: 'text/calendar',
  vcf: 'text/vcard',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  zip: 'application/zip',
};
export const UNKNOWN_TYPE = 'application/octet-stream';

const ZIP = ['504b0304', '504b0506'];
const OLE = ['d0cf11e0'];
/** How files begin that always begin so, in hexadecimal digits. */
const BEGINNINGS: Readonly<Record<string, readonly string[]>> = {
  pdf: ['25504446'],
  png: ['89504e47'],
  jpg: ['ffd8ff'],
  jpeg: ['ffd8ff'],
  gif: ['47494638'],
  ...Object.fromEntries(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'zip'].map((ending) => [ending, ZIP])),
  ...Object.fromEntries(['doc', 'xls', 'ppt'].map((ending) => [ending, OLE])),
};

/** How many bytes `typeOf` and `isProgram` look at. */
export const HEAD_BYTES = 64;

/** The media type that a name says, where the first bytes do not say otherwise. */
export function typeOf(name: string, head: Buffer): string {
  const ending = endingOf(name);
  const beginnings = BEGINNINGS[ending];
  const hex = head.toString('hex');
  if (beginnings && !beginnings.some((beginning) => hex.startsWith(beginning))) return UNKNOWN_TYPE;
  return TYPES[ending] ?? UNKNOWN_TYPE;
}

/** Programs of Windows, Linux and macOS, whatever their names say. */
const PROGRAMS = ['7f454c46', 'feedface', 'feedfacf', 'cefaedfe', 'cffaedfe'];

export function isProgram(head: Buffer): boolean {
  const hex = head.toString('hex');
  // "MZ" begins many texts too; the header of a program goes on with two numbers, which are no letters
  const isOfWindows = hex.startsWith('4d5a') && head.length >= HEAD_BYTES && head.subarray(2, HEAD_BYTES).includes(0);
  return isOfWindows || PROGRAMS.some((beginning) => hex.startsWith(beginning));
}
