import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildLightning } from '../simulators/salesforce/lightning/build/build.ts';
import { slowestOf, type Counts } from './counts.ts';
import { openWorld, type OpenWorld } from './journeys/open-world.ts';
import { inSharedWorld } from './journeys/shared-world.ts';
import { machineChecks } from './machine-checks.ts';

/** A layer prints through `print`, so that layers that run beside each other do not mix their lines. */
export type Layer = (print: (text: string) => void) => Promise<Counts>;

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What the layers leave for each other to read; the caller removes it. */
export const scratch = mkdtempSync(path.join(tmpdir(), 'msi-actions-test-'));

/** Dozens of processes load the same files: each is stripped of its types and compiled once. */
process.env['NODE_COMPILE_CACHE'] ??= path.join(scratch, 'compiled');

function run(print: (text: string) => void, args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => print(chunk.toString()));
    const pass = (signal: NodeJS.Signals) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass);
    child.on('close', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, pass);
      resolve(code ?? 1);
    });
  });
}

/** The counts that a run left behind. One that crashed before it could count is one failure. */
function countsOf(file: string, code: number): Counts {
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** What parts of a layer have found together. */
function sumOf(found: Counts[]): Counts {
  const sum = (key: 'passed' | 'failed' | 'skipped'): number => found.reduce((total, counts) => total + counts[key], 0);
  const slowest = found.flatMap(({ slowest: ofPart = [] }) => ofPart);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped'), slowest: slowestOf(slowest) };
}

interface NodeTests {
  name: string;
  patterns: string[];
  flags?: string[];
  env?: Record<string, string>;
}

const UNTRACKED = ['--disable-warning=ExperimentalWarning', '--import', path.join(root, 'server/test-support/untracked-promises.ts')];

/** Each file in a process of its own. */
async function nodeTests(print: (text: string) => void, { name, patterns, flags = [], env = {} }: NodeTests): Promise<Counts> {
  const file = path.join(scratch, `${name}.json`);
  const code = await run(
    print,
    [
      ...UNTRACKED,
      '--test',
      ...flags,
      '--test-reporter=dot',
      '--test-reporter-destination=stdout',
      `--test-reporter=${path.join(root, 'server/test-support/count-reporter.ts')}`,
      `--test-reporter-destination=${file}`,
      ...patterns,
    ],
    env,
  );
  return countsOf(file, code);
}

/** The static checks count as one test each, by the summary that check.ts leaves. */
async function staticChecks(print: (text: string) => void): Promise<Counts> {
  const file = path.join(scratch, 'checks.json');
  const code = await run(print, ['--disable-warning=ExperimentalWarning', 'server/checks/check.ts'], { CHECK_SUMMARY_FILE: file });
  return countsOf(file, code);
}

/** Jest tests what an org would get: the emitted JavaScript. */
async function componentTests(print: (text: string) => void): Promise<Counts> {
  if ((await run(print, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'force-app'])) !== 0)
    return { passed: 0, failed: 1, skipped: 0 };
  const file = path.join(scratch, 'components.json');
  const jest = path.join(root, 'node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
  const flags = ['--json', `--outputFile=${file}`, '--silent', `--maxWorkers=${availableParallelism()}`];
  const code = await run(print, [jest, '--', ...flags]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
  const failed = result.numFailedTests + (code !== 0 && result.numFailedTests === 0 ? 1 : 0);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** What journeys and the local world open is built once, before both want it at the same time. */
async function lightningPage(print: (text: string) => void): Promise<Counts> {
  try {
    await buildLightning({ lws: true, onProgress: (line) => print(`${line}\n`) });
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (error) {
    print(`${String(error)}\n`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const SERVICE_TESTS = ['server/{src,simulators,local-world,test-support,checks}/**/*.test.ts'];

/** The files that nobody has taken yet. Long files come first: they tend to take long, and none is to be left for the end. */
const journeysToRun = globSync('server/test-support/journeys/*.journey.ts', { cwd: root }).sort(
  (a, b) => statSync(path.join(root, b)).size - statSync(path.join(root, a)).size,
);
let openedWorld: Promise<OpenWorld> | undefined;
let lanesWithJourneys = 0;

async function takeJourneys(print: (text: string) => void, env: Record<string, string>): Promise<Counts> {
  const found: Counts[] = [];
  for (let file = journeysToRun.shift(); file; file = journeysToRun.shift())
    found.push(await nodeTests(print, { name: path.basename(file, '.ts'), patterns: [file], env }));
  return sumOf(found);
}

/** All journeys in one world, each in an org of its own. Every lane that comes here takes files, `atOnce` of them, until none is left. */
async function journeys(print: (text: string) => void, atOnce: number): Promise<Counts> {
  if (journeysToRun.length === 0) return sumOf([]);
  lanesWithJourneys += 1;
  openedWorld ??= openWorld('nothing');
  const { world, directory, close } = await openedWorld;
  const env = inSharedWorld({ urls: world.urls, database: world.database, directory });
  const counts = sumOf(await Promise.all(Array.from({ length: atOnce }, () => takeJourneys(print, env))));
  lanesWithJourneys -= 1;
  if (lanesWithJourneys > 0) return counts;
  try {
    await close();
  } catch (error) {
    print(`\n${String(error)}\n`);
    counts.failed += 1;
  }
  return counts;
}

const allButOneCore = Math.max(1, availableParallelism() - 1);
const journeysFromTheStart: Layer = (print) => journeys(print, allButOneCore);
const journeysAtTheEnd: Layer = (print) => journeys(print, 1);

/** These tests wait half of their time, mostly for the database: as many runs beside each other as there are cores. */
async function serviceTests(print: (text: string) => void): Promise<Counts> {
  const runs = availableParallelism();
  const found = await Promise.all(
    Array.from({ length: runs }, async (_, index) => {
      const printed: string[] = [];
      const part = String(index + 1);
      const file = path.join(scratch, `service-${part}.json`);
      const together = path.join(root, 'server/test-support/run-together.ts');
      const code = await run(
        (text) => (index === 0 ? print(text) : printed.push(text)),
        [...UNTRACKED, together, '--part', part, '--of', String(runs), '--counts', file, ...SERVICE_TESTS],
      );
      if (index > 0) print(`\n${printed.join('')}`);
      return countsOf(file, code);
    }),
  );
  return sumOf(found);
}

const chaosTests: Layer = (print) =>
  nodeTests(print, {
    name: 'chaos',
    patterns: ['server/bench/*.test.ts'],
    flags: [`--test-concurrency=${String(allButOneCore)}`],
  });

/** Layers that run one after another. */
export type Lane = Record<string, Layer>;

/**
 * Groups run one after another, the lanes of a group beside each other. A journey fills one core, a run of the service's tests half of
 * one; more than the cores can take would only make every answer late. The journeys take longer than service and chaos together, so their
 * lane takes journeys too when it has done those.
 */
export const GROUPS: Lane[][] = [
  [{ machine: machineChecks }],
  [{ checks: staticChecks }],
  [{ components: componentTests }, { page: lightningPage }],
  [{ service: serviceTests, chaos: chaosTests, 'journeys too': journeysAtTheEnd }, { journeys: journeysFromTheStart }],
];
