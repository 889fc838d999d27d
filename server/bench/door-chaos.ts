import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../local-world/ports.ts';
import { startProcess, waitUntilUp, type WorldProcess } from '../local-world/processes.ts';
import { startGoogle } from '../simulators/google/index.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { nextInput, type DoorInput, type DoorWorld } from './door-inputs.ts';
import { arrangeDoors } from './door-world.ts';
import { createRandom } from './random.ts';

export interface DoorChaos {
  inputs: number;
  seed: number;
  /** One route more, that fails and keeps what it gets: a count that cannot find it proves nothing. */
  isCareless?: boolean;
  onProgress?: (line: string) => void;
}

export interface DoorChaosResult {
  routes: number;
  /** How many answers of each status; 0 is none at all. */
  statuses: Record<string, number>;
  /** Answers of 500 and above, but for 503 that says when to come again; and no answer to what was sent whole. */
  failures: { kind: string; route: string; status: number; answer: string }[];
  slowestMs: number;
  slowest: string;
  /** Inputs that came drop by drop, and how many of them were cut. */
  slow: { sent: number; cut: number };
  memory: { beforeBytes: number; afterBytes: number };
  seconds: number;
}

/** Memory: what is in use once the garbage is gone, against the same after a warm-up with a fifth as many inputs. */
export const DOOR_BUDGET = { slowestMs: 1_000, memoryShare: 1.2 };

/** Which of the budgets a run has missed. */
export function missesOf({ failures, slowestMs, slow, memory }: DoorChaosResult) {
  return {
    failures: failures.length > 0,
    slowest: slowestMs >= DOOR_BUDGET.slowestMs,
    slow: slow.cut < slow.sent,
    memory: memory.afterBytes > memory.beforeBytes * DOOR_BUDGET.memoryShare,
  };
}

const AT_ONCE = 6;
/** So many inputs first, for what a process makes once: compiled schemas, remembered origins and sessions. */
const WARM_UP_SHARE = 0.2;
const GIVE_UP_MS = 20_000;
const DROP_EVERY_MS = 25;
const ABOUT_WHOLE = new Set(['slow', 'cut in the middle', 'odd headers', 'odd method', 'huge']);

/** Sends the service whatever a stranger, a rep or an admin could send, to every route that it has, and looks at what comes of it. */
export async function runDoorChaos({
  inputs,
  seed,
  isCareless = false,
  onProgress = () => undefined,
}: DoorChaos): Promise<DoorChaosResult> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'msi-doors-'));
  const database = await createTestDatabase();
  const google = await startGoogle();
  let service: WorldProcess | undefined;
  try {
    const { service: port } = await freePorts();
    const logFile = path.join(scratch, 'service.log');
    const env = { ...environmentOf(database, google.url, scratch, port), ...(isCareless ? { DOOR_CHAOS_CARELESS: '1' } : {}) };
    service = startProcess({ name: 'service', script: 'server/src/main.ts', env, logFile, onUnexpectedExit: () => undefined });
    const { child } = service;
    await waitUntilUp(`http://127.0.0.1:${String(port)}/health/ready`, () => child.exitCode === null);
    const url = `http://127.0.0.1:${String(port)}`;
    const world = await arrangeDoors(database, url, (await ask<{ routes: string[] }>(service, 'routes')).routes);
    const memory = async () => (await ask<{ bytes: number }>(service as WorldProcess, 'memory')).bytes;

    await sendAll(world, port, Math.ceil(inputs * WARM_UP_SHARE), seed + 1, () => undefined);
    const beforeBytes = await memory();
    onProgress(`${String(world.routes.length)} routes, ${(beforeBytes / 2 ** 20).toFixed(0)} MB`);
    const result = emptyResult(world);
    const startedAt = performance.now();
    await sendAll(world, port, inputs, seed, (input, outcome) => note(result, input, outcome, isCareless));
    const afterBytes = await memory();
    if (child.exitCode !== null) throw new Error(`The service has ended: ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
    return { ...result, memory: { beforeBytes, afterBytes }, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await service?.stop();
    await google.close();
    await database.drop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Outcome {
  status: number;
  answer: string;
  ms: number;
}

function emptyResult(world: DoorWorld): Omit<DoorChaosResult, 'memory' | 'seconds'> {
  return {
    routes: world.routes.length,
    statuses: {},
    failures: [],
    slowestMs: 0,
    slowest: '',
    slow: { sent: 0, cut: 0 },
  };
}

function note(
  result: Omit<DoorChaosResult, 'memory' | 'seconds'>,
  input: DoorInput,
  { status, answer, ms }: Outcome,
  isCareless: boolean,
): void {
  const { kind, route } = input;
  result.statuses[status] = (result.statuses[status] ?? 0) + 1;
  const saysWhen = status === 503 && /^retry-after:/im.test(answer);
  const isUnanswered = status === 0 && !ABOUT_WHOLE.has(kind);
  if ((status >= 500 && !saysWhen) || isUnanswered)
    result.failures.push({ kind, route, status, answer: isCareless ? '' : answer.slice(0, 2_000) });
  if (input.drip) {
    result.slow.sent += 1;
    if (ms < GIVE_UP_MS) result.slow.cut += 1;
  } else if (ms > result.slowestMs) Object.assign(result, { slowestMs: ms, slowest: `${kind}: ${route}` });
}

async function sendAll(
  world: DoorWorld,
  port: number,
  count: number,
  seed: number,
  onOutcome: (input: DoorInput, outcome: Outcome) => void,
): Promise<void> {
  const random = createRandom(seed);
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const input = nextInput(random, world);
      onOutcome(input, await send(port, input));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** One input on a connection of its own. The time runs from when all is sent until the service has ended the connection. */
function send(port: number, { bytes, drip, isCut }: DoorInput): Promise<Outcome> {
  return new Promise((resolve) => {
    const received: Buffer[] = [];
    let sentAt = performance.now();
    const socket = connect(port, '127.0.0.1');
    socket.write(bytes, () => {
      sentAt = performance.now();
      if (isCut) socket.destroy();
    });
    const dripping = drip && setInterval(() => socket.write(drip), DROP_EVERY_MS);
    const givingUp = setTimeout(() => socket.destroy(), GIVE_UP_MS);
    socket.on('data', (chunk: Buffer) => received.push(chunk)).on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(dripping || undefined);
      clearTimeout(givingUp);
      const answer = Buffer.concat(received).toString('latin1');
      resolve({
        status: Number(/^HTTP\/1\.1 (?:100 Continue\r\n\r\nHTTP\/1\.1 )?(\d+)/.exec(answer)?.[1] ?? 0),
        answer,
        ms: performance.now() - sentAt,
      });
    });
  });
}

function ask<T>({ child }: WorldProcess, question: string): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (answer) => resolve(answer as T)).once('exit', () => reject(new Error('The service has ended.')));
    child.send(question);
  });
}

function environmentOf(database: TestDatabase, googleUrl: string, scratch: string, port: number): Record<string, string> {
  return {
    NODE_ENV: 'development',
    NODE_OPTIONS: `--import=${fileURLToPath(new URL('./door-probe.ts', import.meta.url))}`,
    LOG_LEVEL: 'error',
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${String(port)}`,
    DATABASE_URL: database.urls.app,
    JOBS_DATABASE_URL: database.urls.jobs,
    SESSION_SIGNING_KEY: randomBytes(32).toString('base64'),
    TOKEN_ENCRYPTION_KEYRING: path.join(scratch, 'keyring.json'),
    GOOGLE_BASE_URL: googleUrl,
    // The limits have tests of their own; here everything is to come as far as it can
    ...Object.fromEntries(
      ['USER_REQUESTS', 'ADDRESS_REQUESTS', 'ADDRESS_FAILED_PROOFS', 'VENDOR_REQUESTS', 'VENDOR_FAILED_PROOFS'].map((what) => [
        `${what}_PER_MINUTE`,
        '100000000',
      ]),
    ),
    HEADERS_TIMEOUT_MS: '1000',
    REQUEST_TIMEOUT_MS: '2000',
  };
}
