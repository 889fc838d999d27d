import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePorts } from '../local-world/ports.ts';
import { startProcess, waitUntilUp, type WorldProcess } from '../local-world/processes.ts';
import { startGoogle } from '../simulators/google/index.ts';
import { createTestDatabase, type TestDatabase } from '../test-support/database.ts';
import { rightInput, type DoorInput, type DoorWorld } from './door-inputs.ts';
import { arrangeDoors } from './door-world.ts';
import { createRandom } from './random.ts';
import { sendInput, sendInputs, type Outcome } from './send-input.ts';

/**
 * What is put wrong on purpose, because a check that cannot fail proves nothing: one address more, that fails and keeps what it gets, or a
 * service that waits long for slow senders.
 */
export type DoorFault = 'careless' | 'patient';

export interface DoorChaos {
  inputs: number;
  seed: number;
  fault?: DoorFault | undefined;
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
  /** Routes that refuse a body after their own schema: nothing that is odd in such a body would come further than the schema. */
  rejected: string[];
  /** Inputs that came drop by drop, and how many of them were cut. */
  slow: { sent: number; cut: number };
  memory: { beforeBytes: number; afterBytes: number };
  seconds: number;
}

/**
 * Times: the best of three tries of the slowest input. Memory: what is in use once the garbage is gone, against the same after a warm-up
 * with a fifth as many inputs.
 */
export const DOOR_BUDGET = { slowestMs: 1_000, memoryShare: 1.2 };

/** Which of the budgets a run has missed. */
export function missesOf({ failures, slowestMs, slow, memory, rejected }: DoorChaosResult) {
  return {
    failures: failures.length > 0,
    slowest: slowestMs >= DOOR_BUDGET.slowestMs,
    slow: slow.cut < slow.sent,
    memory: memory.afterBytes > memory.beforeBytes * DOOR_BUDGET.memoryShare,
    rejected: rejected.length > 0,
  };
}

/** So many inputs first, for what a process makes once: compiled schemas, remembered origins and sessions. */
const WARM_UP_SHARE = 0.2;
/** A patient service waits longer for slow senders than these go on, and not so long that others give up. */
const PATIENT = { serviceMs: '12000', dripMs: 4_000 };
const ABOUT_WHOLE = new Set(['slow', 'cut in the middle', 'odd headers', 'odd method', 'huge']);

/** Sends the service whatever a stranger, a rep or an admin could send, to every route that it has, and looks at what comes of it. */
export async function runDoorChaos({ inputs, seed, fault, onProgress = () => undefined }: DoorChaos): Promise<DoorChaosResult> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'msi-doors-'));
  const database = await createTestDatabase();
  const google = await startGoogle();
  let service: WorldProcess | undefined;
  try {
    const { service: port } = await freePorts();
    const logFile = path.join(scratch, 'service.log');
    const env = { ...environmentOf(database, google.url, scratch, port), ...environmentOfFault(fault) };
    service = startProcess({ name: 'service', script: 'server/src/main.ts', env, logFile, onUnexpectedExit: () => undefined });
    const { child } = service;
    await waitUntilUp(`http://127.0.0.1:${String(port)}/health/ready`, () => child.exitCode === null);
    const url = `http://127.0.0.1:${String(port)}`;
    const world = await arrangeDoors(database, url, (await ask<{ routes: string[] }>(service, 'routes')).routes);
    const memory = async () => (await ask<{ bytes: number }>(service as WorldProcess, 'memory')).bytes;

    const round = { world, port, slowMs: DOOR_BUDGET.slowestMs, ...(fault === 'patient' ? { dripMs: PATIENT.dripMs } : {}) };
    const rejected = await sendRightBodies(world, port);
    await sendInputs({ ...round, count: Math.ceil(inputs * WARM_UP_SHARE), seed: seed + 1 });
    const beforeBytes = await memory();
    onProgress(`${String(world.routes.length)} routes, ${(beforeBytes / 2 ** 20).toFixed(0)} MB`);
    const result = emptyResult(world);
    const startedAt = performance.now();
    await sendInputs({ ...round, count: inputs, seed, onOutcome: (input, outcome) => note(result, input, outcome) });
    const afterBytes = await memory();
    if (child.exitCode !== null) throw new Error(`The service has ended: ${readFileSync(logFile, 'utf8').slice(-2_000)}`);
    return { ...result, rejected, memory: { beforeBytes, afterBytes }, seconds: (performance.now() - startedAt) / 1000 };
  } finally {
    await service?.stop();
    await google.close();
    await database.drop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

type Counts = Omit<DoorChaosResult, 'memory' | 'seconds' | 'rejected'>;

function emptyResult(world: DoorWorld): Counts {
  return {
    routes: world.routes.length,
    statuses: {},
    failures: [],
    slowestMs: 0,
    slowest: '',
    slow: { sent: 0, cut: 0 },
  };
}

function note(result: Counts, input: DoorInput, { status, answer, ms, isGivenUp }: Outcome): void {
  const { kind, route } = input;
  result.statuses[status] = (result.statuses[status] ?? 0) + 1;
  const saysWhen = status === 503 && /^retry-after:/im.test(answer);
  const isUnanswered = status === 0 && !ABOUT_WHOLE.has(kind);
  if ((status >= 500 && !saysWhen) || isUnanswered) result.failures.push({ kind, route, status, answer: answer.slice(0, 2_000) });
  if (input.drip) {
    result.slow.sent += 1;
    if (!isGivenUp) result.slow.cut += 1;
  } else if (ms > result.slowestMs) Object.assign(result, { slowestMs: ms, slowest: `${kind}: ${route}` });
}

async function sendRightBodies(world: DoorWorld, port: number): Promise<string[]> {
  const random = createRandom(0);
  const rejected: string[] = [];
  for (const route of world.routesWithBody) {
    const { answer } = await sendInput(port, rightInput(random, world, route));
    if (answer.includes('"in":"body"')) rejected.push(`${route}: ${answer.split('\r\n').at(-1) ?? ''}`);
  }
  return rejected;
}

function environmentOfFault(fault: DoorFault | undefined): Record<string, string> {
  if (fault === 'careless') return { DOOR_CHAOS_CARELESS: '1' };
  return fault === 'patient' ? { HEADERS_TIMEOUT_MS: PATIENT.serviceMs, REQUEST_TIMEOUT_MS: PATIENT.serviceMs } : {};
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
