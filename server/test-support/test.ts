import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm test`: everything that needs no cloud. The layers run one after another, widest last; a failed layer does not
 * hide the next. The closing lines count the tests. Arguments choose layers: `npm test -- service journeys`.
 */
const root = fileURLToPath(new URL('../../', import.meta.url));
const scratch = mkdtempSync(path.join(tmpdir(), 'msi-actions-test-'));

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const run = (command: string, args: string[], env: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    child.on('exit', (code) => resolve(code ?? 1));
  });

/** Runs files with node:test and reads the counts back; a run that crashed before it could count is one failure. */
async function nodeTests(name: string, patterns: string[], flags: string[]): Promise<Counts> {
  const file = path.join(scratch, `${name}.json`);
  const code = await run(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    '--test',
    ...flags,
    '--test-reporter=dot',
    '--test-reporter-destination=stdout',
    `--test-reporter=${path.join(root, 'server/test-support/count-reporter.ts')}`,
    `--test-reporter-destination=${file}`,
    ...patterns,
  ]);
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

async function componentTests(): Promise<Counts> {
  const file = path.join(scratch, 'components.json');
  // Jest tests what an org would get: the emitted JavaScript
  if ((await run(process.execPath, [path.join(root, 'node_modules/typescript/bin/tsc'), '-p', 'force-app'])) !== 0)
    return { passed: 0, failed: 1, skipped: 0 };
  const jest = path.join(root, 'node_modules/@salesforce/sfdx-lwc-jest/bin/sfdx-lwc-jest');
  const code = await run(process.execPath, [
    jest,
    '--',
    '--json',
    `--outputFile=${file}`,
    '--silent',
    `--maxWorkers=${availableParallelism()}`,
  ]);
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const result = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numPendingTests: number };
  const failed = result.numFailedTests + (code !== 0 && result.numFailedTests === 0 ? 1 : 0);
  return { passed: result.numPassedTests, failed, skipped: result.numPendingTests };
}

/** The static checks count as one test each, by the summary that check.ts leaves. */
async function staticChecks(): Promise<Counts> {
  const file = path.join(scratch, 'checks.json');
  const code = await run(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/checks/check.ts'], {
    CHECK_SUMMARY_FILE: file,
  });
  const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Counts) : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

const layers: Record<string, () => Promise<Counts>> = {
  checks: staticChecks,
  components: componentTests,
  service: () =>
    nodeTests(
      'service',
      ['server/src/**/*.test.ts', 'server/simulators/**/*.test.ts', 'server/local-world/**/*.test.ts'],
      ['--test-isolation=none'],
    ),
  chaos: () => nodeTests('chaos', ['server/bench/*.test.ts'], ['--test-concurrency=1']),
  journeys: () => nodeTests('journeys', ['server/test-support/journeys/*.journey.ts'], ['--test-concurrency=2']),
};

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in layers));
if (unknown.length > 0) {
  console.error(`There is no layer "${unknown.join('", "')}". Layers: ${Object.keys(layers).join(', ')}.`);
  process.exit(1);
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const lines: string[] = [];
for (const [name, layer] of Object.entries(layers)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = performance.now();
  const counts = await layer();
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
  lines.push(
    `${name.padEnd(12)}${String(counts.passed).padStart(5)} passed ${String(counts.failed).padStart(4)} failed ${String(counts.skipped).padStart(4)} skipped   ${Math.round((performance.now() - started) / 1000)} s`,
  );
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${lines.join('\n')}\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
