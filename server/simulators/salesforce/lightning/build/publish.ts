import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Builds that other processes may still be serving stay; older ones go. */
const KEPT_BUILDS = 4;
const LOOK_AGAIN_MS = 100;

/**
 * Makes `folder` by `build`, unless it is there already; answers whether it was built. The folder appears complete or not at all,
 * and several processes that want the same one build it once. Its name must be the key of its content.
 */
export async function publishOnce(folder: string, build: (temporary: string) => Promise<void>): Promise<boolean> {
  const lock = `${folder}.lock`;
  mkdirSync(path.dirname(folder), { recursive: true });
  for (;;) {
    if (existsSync(folder)) return false;
    if (takeLock(lock)) break;
    await wait(LOOK_AGAIN_MS);
  }
  const temporary = `${folder}.${process.pid}.tmp`;
  try {
    if (existsSync(folder)) return false;
    await build(temporary);
    renameSync(temporary, folder);
    removeOld(path.dirname(folder), folder);
    return true;
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

/** The lock is a file with its owner's process id; that of a process that no longer runs is void. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    if (!ownerRuns(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function ownerRuns(lock: string): boolean {
  try {
    const pid = Number(readFileSync(lock, 'utf8'));
    // an empty file is a lock in the making
    if (pid > 0) process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function removeOld(parent: string, current: string): void {
  const builds = readdirSync(parent)
    .map((name) => path.join(parent, name))
    .filter((folder) => folder !== current && !/\.(lock|tmp)$/.test(folder))
    .sort((one, other) => statSync(other).mtimeMs - statSync(one).mtimeMs);
  for (const folder of builds.slice(KEPT_BUILDS - 1)) rmSync(folder, { recursive: true, force: true });
}
