import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const leash = fileURLToPath(new URL('./exit-with-parent.mjs', import.meta.url));

export interface WorldProcess {
  name: string;
  child: ChildProcess;
  /** Asks it to stop and resolves when it has; kills it after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
  kill(): Promise<void>;
}

export interface ProcessOptions {
  name: string;
  /** Path of the script from the project's root. */
  script: string;
  env: Record<string, string>;
  /** File that receives everything it prints. */
  logFile: string;
  /** Called with the exit code when it ends without having been asked to. */
  onUnexpectedExit: (name: string, code: number | null, lastLines: string) => void;
}

/** Starts one process of the local world on the Node that runs us, and keeps it on a leash: it ends with its parent. */
export function startProcess({ name, script, env, logFile, onUnexpectedExit }: ProcessOptions): WorldProcess {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', '--import', leash, path.join(root, script)],
    {
      cwd: root,
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...compileCache(), ...env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // a process group of its own: Ctrl-C reaches the launcher, which stops its processes in order
      detached: true,
    },
  );
  const log = createWriteStream(logFile, { flags: 'a' });
  const last: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.write(chunk);
      last.push(chunk.toString());
      if (last.length > 20) last.shift();
    });
  }
  let wanted = false;
  const ended = new Promise<void>((resolve) => {
    child.once('exit', (code) => {
      log.end();
      if (!wanted) onUnexpectedExit(name, code, last.join('').slice(-2000));
      resolve();
    });
  });
  const signal = async (kind: NodeJS.Signals, graceMs: number) => {
    wanted = true;
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(kind);
    const timer = setTimeout(() => child.kill('SIGKILL'), graceMs);
    await ended;
    clearTimeout(timer);
  };
  return { name, child, stop: (graceMs = 8_000) => signal('SIGTERM', graceMs), kill: () => signal('SIGKILL', 1_000) };
}

/** Where tests keep what Node has compiled: of the start of a process it is half of the work. */
function compileCache(): Record<string, string> {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE ? { NODE_COMPILE_CACHE } : {};
}

/** Asks `url` until it answers 2xx. Throws when `deadlineMs` has passed or `isAlive` says that nobody will ever answer. */
export async function waitUntilUp(url: string, isAlive: () => boolean, deadlineMs = 30_000): Promise<void> {
  const until = performance.now() + deadlineMs;
  for (;;) {
    const up = await fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (up) return;
    if (!isAlive()) throw new Error(`${url} does not answer because its process has ended.`);
    if (performance.now() > until) throw new Error(`${url} did not answer within ${deadlineMs / 1000} s.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
