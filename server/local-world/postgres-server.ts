import { spawn, spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { findPostgresBinaries, type PostgresBinaries } from './postgres-binaries.ts';

export interface PostgresServer {
  /** Address of the superuser's connection to database `postgres`. */
  url: string;
  port: number;
  /** True when a server that was still running was taken over instead of started. */
  adopted: boolean;
  /** Lets transactions end, writes everything to disk and stops. */
  stop(): Promise<void>;
  /** Stops at once, in the exit handler of a process. Data that was not yet on disk is recovered at the next start. */
  kill(): void;
}

export interface PostgresServerOptions {
  /** Kept between runs: data, password and log. */
  directory: string;
  /** False for tests only: a crash of the machine may lose everything. */
  durable: boolean;
}

const SUPERUSER = 'postgres';
const START_TIMEOUT_MS = 30_000;
const NOBODY = 65_534;
const POLL_MS = 15;
const WHAT_TO_DO =
  'If a library is missing below, install it, or set POSTGRES_BIN_DIR to the bin folder of an installed PostgreSQL 15 to 18, then try ' +
  'again.';

/**
 * Starts PostgreSQL on a free port of 127.0.0.1, or adopts the server that a killed process left running in the same directory.
 * For development and tests only: the bundled binaries are beta builds with old libraries.
 */
export async function startPostgres({ directory, durable }: PostgresServerOptions): Promise<PostgresServer> {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  const data = path.join(directory, 'data');
  const running = await adopt(directory, data);
  if (running) return running;

  const binaries = findPostgresBinaries(directory);
  const runner = chooseRunner(binaries, directory);
  if (!existsSync(path.join(data, 'PG_VERSION'))) initialise(directory, data, binaries, runner);
  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'];
  if (!durable) settings.push('fsync=off', 'full_page_writes=off', 'synchronous_commit=off');
  const log = openSync(path.join(directory, 'postgres.log'), 'w');
  const [command, ...prefix] = runner.command('postgres');
  const child = spawn(command, [...prefix, '-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...runner.identity,
    env: { ...process.env, ...binaries.env },
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  let failure: string | undefined;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code) => (failure = `exit code ${String(code)}`));

  const deadline = Date.now() + START_TIMEOUT_MS;
  while (readPidFile(data)?.ready !== true) {
    if (failure ?? Date.now() > deadline) {
      const tail = readFileSync(path.join(directory, 'postgres.log'), 'utf8').slice(-2000);
      throw new Error(`PostgreSQL did not start (${failure ?? 'no answer in time'}). ${WHAT_TO_DO}\n${tail}`);
    }
    await delay(POLL_MS);
  }
  return serverAt(directory, data, port, false);
}

/** Takes over a server that outlived its parent. A process that is dead but not yet reaped leaves a pid file that must go. */
async function adopt(directory: string, data: string): Promise<PostgresServer | null> {
  const found = readPidFile(data);
  if (!found) return null;
  const server = serverAt(directory, data, found.port, true);
  const client = new pg.Client({ connectionString: server.url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return server;
  } catch {
    if (isDead(found.pid)) rmSync(path.join(data, 'postmaster.pid'), { force: true });
    return null;
  }
}

/** Lines of postmaster.pid: 1 the process, 4 the port, 8 the state. */
function readPidFile(data: string): { pid: number; port: number; ready: boolean } | null {
  try {
    const lines = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n');
    const [pid, port] = [Number(lines[0]), Number(lines[3])];
    return pid && port ? { pid, port, ready: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

function isDead(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return true;
  }
  try {
    return readFileSync(`/proc/${String(pid)}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
}

function serverAt(directory: string, data: string, port: number, adopted: boolean): PostgresServer {
  const password = readFileSync(path.join(directory, 'password'), 'utf8').trim();
  const signal = (name: NodeJS.Signals) => {
    const running = readPidFile(data);
    if (running && !isDead(running.pid)) process.kill(running.pid, name);
    return running;
  };
  const isGone = (pid: number) => readPidFile(data)?.pid !== pid || isDead(pid);
  return {
    url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${String(port)}/postgres`,
    port,
    adopted,
    async stop() {
      const running = signal('SIGINT');
      while (running && !isGone(running.pid)) await delay(POLL_MS);
    },
    kill() {
      const running = signal('SIGQUIT');
      const pause = new Int32Array(new SharedArrayBuffer(4));
      for (let waited = 0; running && !isGone(running.pid) && waited < 3_000; waited += POLL_MS) Atomics.wait(pause, 0, 0, POLL_MS);
    },
  };
}

interface Runner {
  identity: { uid?: number; gid?: number };
  command(binary: string): [string, ...string[]];
}

/** PostgreSQL refuses to run as root: as `nobody` then, or as root's own shadow where `nobody` cannot read the files. */
function chooseRunner(binaries: PostgresBinaries, directory: string): Runner {
  const direct = (binary: string): [string] => [path.join(binaries.directory, binary)];
  if (process.getuid?.() !== 0) return { identity: {}, command: direct };
  const nobody = { uid: NOBODY, gid: NOBODY };
  const attempt = spawnSync('/bin/sh', ['-c', 'cd "$0" && "$1" --version', directory, ...direct('postgres')], {
    ...nobody,
    env: { ...process.env, ...binaries.env },
  });
  if (attempt.status === 0) return { identity: nobody, command: direct };
  const asShadow = ['-U', `--map-user=${String(NOBODY)}`];
  if (spawnSync('unshare', [...asShadow, 'true']).status === 0)
    return { identity: {}, command: (binary) => ['unshare', ...asShadow, ...direct(binary)] };
  throw new Error(
    `PostgreSQL does not run as root, and the user "nobody" cannot run it from ${binaries.directory}. Run this command as an ordinary ` +
      'user, ' +
      `or from a folder that everybody may enter.\n${String(attempt.stderr)}`,
  );
}

function initialise(directory: string, data: string, binaries: PostgresBinaries, runner: Runner): void {
  const own = (target: string) => {
    if (runner.identity.uid !== undefined) chownSync(target, NOBODY, NOBODY);
  };
  mkdirSync(data, { recursive: true, mode: 0o700 });
  chmodSync(data, 0o700);
  own(data);
  const password = randomBytes(24).toString('hex');
  writeFileSync(path.join(directory, 'password'), password, { mode: 0o600 });
  // initdb cannot read the password from a pipe of Node
  const scratch = mkdtempSync(path.join(tmpdir(), 'msi-initdb-'));
  const passwordFile = path.join(scratch, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  own(scratch);
  own(passwordFile);
  const [command, ...prefix] = runner.command('initdb');
  const options = ['-D', data, '-U', SUPERUSER, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '-E', 'UTF8', '--locale=C'];
  const result: SpawnSyncReturns<string> = spawnSync(command, [...prefix, ...options, '--no-sync', '--wal-segsize=4'], {
    ...runner.identity,
    env: { ...process.env, ...binaries.env },
    encoding: 'utf8',
  });
  rmSync(scratch, { recursive: true, force: true });
  if (result.status !== 0) throw new Error(`PostgreSQL could not be initialised. ${WHAT_TO_DO}\n${result.stderr || String(result.error)}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
