const LONGEST_NAME = 200;
/** An ending longer than this is none that means anything. */
const LONGEST_ENDING = 20;

/** Signs that turn the direction of what stands behind them: with one, `fdp.exe` is shown as `exe.pdf`. */
const DIRECTIONS = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Windows makes no file of such a name, whatever its ending (Microsoft Learn, "Naming Files, Paths, and Namespaces"). */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)/i;

/**
 * The name of a file as it may stand in a header and on any disk: without folders, control characters, signs of direction and what Windows
 * refuses, in composed characters (Unicode NFC, which macOS does not write), at most 200 characters with its ending kept.
 */
export function cleanName(given: string): string {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(DIRECTIONS, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(/^.*[/\\]/, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/^[. ]+|[. ]+$/g, '');
  return shortened(DEVICES.test(name) ? `_${name}` : name) || 'file';
}

/** What stands behind the last point, in small letters; empty where there is none. */
export function endingOf(name: string): string {
  const at = name.lastIndexOf('.');
  return at < 0 ? '' : name.slice(at + 1).toLowerCase();
}

function shortened(name: string): string {
  const characters = Array.from(name);
  if (characters.length <= LONGEST_NAME) return name;
  const ending = endingOf(name);
  const kept = ending.length > 0 && ending.length <= LONGEST_ENDING ? Array.from(`.${name.slice(-ending.length)}`) : [];
  return [...characters.slice(0, LONGEST_NAME - kept.length), ...kept].join('').trim();
}
