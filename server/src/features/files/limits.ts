/** CT-3: above 20 MB many mail servers refuse an email; base64 makes 27 MB of it on its way. One file may have as much as an email. */
export const MOST_BYTES = 20_000_000;
/** What one rep may add within 24 hours: ten emails with as much as fits. */
export const MOST_BYTES_A_DAY = 200_000_000;
/** Files of one email. */
export const MOST_FILES = 10;
export const DAY_MS = 24 * 3_600_000;

/** Megabytes with one digit behind the point. Never less than there are, so that no file is refused for having what fits. */
export function megabytes(bytes: number): number {
  return Math.ceil(bytes / 100_000) / 10;
}
