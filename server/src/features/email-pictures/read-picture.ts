/** What every mail program shows. Outlook for Windows shows neither WebP nor AVIF, and nobody shows SVG. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/gif'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export interface PictureHead {
  type: PictureType;
  width: number;
  height: number;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const JPEG = Buffer.from([0xff, 0xd8, 0xff]);

/**
 * What a file is by its own first bytes, and how large; null when it is no picture that mail programs show. Reads headers only and unpacks
 * nothing, so a hostile file costs no more than a look at each segment.
 */
export function readPicture(bytes: Buffer): PictureHead | null {
  const head = readPng(bytes) ?? readGif(bytes) ?? readJpeg(bytes);
  return head && head.width > 0 && head.height > 0 ? head : null;
}

/** ISO/IEC 15948 11.2.1: the header is the first chunk. */
function readPng(bytes: Buffer): PictureHead | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR') return null;
  return { type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** GIF89a 18: the size of the whole screen, which mail programs show. */
function readGif(bytes: Buffer): PictureHead | null {
  if (bytes.length < 13 || !/^GIF8[79]a$/.test(bytes.toString('latin1', 0, 6))) return null;
  return { type: 'image/gif', width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
}

/** ITU-T T.81 B.1.1: segments follow one another until one begins a frame, which says the size. Each step goes forward. */
function readJpeg(bytes: Buffer): PictureHead | null {
  if (!bytes.subarray(0, 3).equals(JPEG)) return null;
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (beginsFrame(marker)) return { type: 'image/jpeg', width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    else at += 2 + Math.max(2, bytes.readUInt16BE(at + 2));
  }
  return null;
}

/** SOF0 to SOF15, without the tables that have numbers among them. */
function beginsFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
