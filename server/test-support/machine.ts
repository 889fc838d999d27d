import { spawnSync } from 'node:child_process';
import { globSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

/** What tests use of the machine, and what to say where it is missing. */

/** Those without windows come first: the journeys take a quarter less time with them. */
const BROWSERS = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chrome-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const BROWSER_NAMES = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/**
 * Path of a Chromium of this machine: `$CHROME`, the usual places, then the PATH; null when it has none. Throws when CHROME names nothing.
 */
export function ownChromium(): string | null {
  const { CHROME, PATH = '' } = process.env;
  if (CHROME && !existsSync(CHROME)) throw new Error(`CHROME names ${CHROME}, which does not exist.`);
  const onPath = PATH.split(path.delimiter).flatMap((folder) => BROWSER_NAMES.map((name) => path.join(folder, name)));
  return CHROME ?? [...BROWSERS, ...onPath].find((place) => existsSync(place)) ?? null;
}

/** The Java to use, or null. JAVA_HOME goes first, as for every other Java tool. */
export function findJava(): string | null {
  const home = process.env['JAVA_HOME'];
  const candidates = [...(home ? [path.join(home, 'bin', 'java')] : []), 'java'];
  return candidates.find((command) => spawnSync(command, ['-version']).status === 0) ?? null;
}

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts', '/Library/Fonts', path.join(homedir(), '.fonts')];

/** Whether the machine has a font whose file is named like `family`. */
export function hasFont(family: string): boolean {
  return FONT_FOLDERS.some((folder) => globSync(`**/*${family}*.{ttf,otf,ttc}`, { cwd: folder }).length > 0);
}

/** Whether the machine has any font: a browser shows no text without one. */
export function hasFonts(): boolean {
  return hasFont('');
}
