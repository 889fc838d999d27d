import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePorts } from '../local-world/ports.ts';
import { startProcess, waitUntilUp } from '../local-world/processes.ts';
import type { TestDatabase } from './database.ts';

export interface ServiceProcess {
  /** Where a service listens; a worker listens nowhere. */
  url: string;
  /** Resolves when a service answers, or a worker takes jobs. Throws when it ends before. */
  ready(): Promise<void>;
  /** Everything that it has printed. */
  output(): string;
  /** Resolves with its exit code when it has ended and all that it printed is read. */
  ended: Promise<number | null>;
  /** Asks it to end, resolves with its exit code, and removes what it kept on this machine. */
  stop(): Promise<number | null>;
}

/** A process on a busy machine takes seconds to start. */
const START_DEADLINE_MS = 60_000;

/** Starts the service or a worker as the operator does, on the database of a test and with a keyring of its own. */
export async function startServiceProcess(
  script: 'main.ts' | 'worker.ts',
  database: TestDatabase,
  env: Record<string, string> = {},
): Promise<ServiceProcess> {
  const directory = mkdtempSync(path.join(tmpdir(), 'msi-service-process-'));
  const { service: port } = await freePorts();
  const running = startProcess({
    name: script,
    script: `server/src/${script}`,
    env: {
      NODE_ENV: 'test',
      PORT: String(port),
      DATABASE_URL: database.urls.app,
      JOBS_DATABASE_URL: database.urls.jobs,
      TOKEN_ENCRYPTION_KEYRING: path.join(directory, 'keyring.json'),
      ...env,
    },
    logFile: path.join(directory, 'process.log'),
    onUnexpectedExit: () => undefined,
  });
  const { child } = running;
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  const taking = script === 'worker.ts' && workerIsReady(child);
  const url = `http://127.0.0.1:${String(port)}`;
  return {
    url,
    ready: async () => (taking ? await taking : await waitUntilUp(`${url}/health/ready`, () => child.exitCode === null, START_DEADLINE_MS)),
    output: () => output.join(''),
    ended,
    async stop() {
      await running.stop();
      const code = await ended;
      rmSync(directory, { recursive: true, force: true });
      return code;
    },
  };
}

/** A worker says so itself. */
function workerIsReady(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  child.once('message', () => resolve(undefined));
  child.once('exit', () => reject(new Error('The worker has ended before it took jobs.')));
  // Nobody may be waiting for it
  promise.catch(() => undefined);
  return promise;
}
