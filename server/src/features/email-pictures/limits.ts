/**
 * What one picture may have, and all pictures of an email together. Graph takes requests of 4 MB and a message in base64, so a message may
 * have 3 MB; base64 makes 2.74 MB of 2 MB of pictures. Gmail and Exchange take far more, but a limit that holds at one vendor alone would
 * stop emails after Send.
 */
export const MOST_BYTES = 2_000_000;
/** Of each side. A picture has to be unpacked to be shown, and a small file can unpack to gigabytes. */
export const MOST_PIXELS = 10_000;
/** What one rep may insert within 24 hours. Pictures that are here already do not count. */
export const MOST_BYTES_A_DAY = 50_000_000;
export const DAY_MS = 24 * 3_600_000;

const MOST_MESSAGE_BYTES = 2_950_000;
/** Base64 with a line end after 76 characters (RFC 2045 6.8). */
const ENCODED = (4 / 3) * (78 / 76);

/** How many bytes of pictures an email with these words has room for. The words leave twice: as HTML, and at most as much of it as text. */
export function roomFor(cleanHtml: string): number {
  return Math.min(MOST_BYTES, Math.max(0, Math.floor((MOST_MESSAGE_BYTES - 2 * quotedLength(cleanHtml)) / ENCODED)));
}

/** As quoted-printable (RFC 2045 6.7): three characters for each byte that is not ASCII, and for `=`. */
function quotedLength(text: string): number {
  const bytes = Buffer.byteLength(text);
  const plain = text.replace(/[^ -<>-~\n]/g, '').length;
  return plain + 3 * (bytes - plain);
}

/** Megabytes with one digit behind the point. Never less than there are, so that no picture is refused for having what fits. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}
