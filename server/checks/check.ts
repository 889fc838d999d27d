import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { packageFile, runSteps, type Step, type StepResult } from './run-step.ts';

function own(name: string, file: string, ...args: string[]): Step {
  return { name, script: `server/checks/${file}`, args };
}
function tool(name: string, packageName: string, file: string, ...args: string[]): Step {
  return {
    name,
    script: packageFile(packageName, file),
    args,
  };
}

/** Write the JavaScript that the steps after them read. */
const FIRST = [
  tool('types (force-app)', 'typescript', 'bin/tsc', '-p', 'force-app', '--noEmitOnError', 'false'),
  own('static resources', 'emit-static-resources.ts'),
];

/** The longest first, so that no lane ends up waiting for one. */
const STEPS = [
  tool('lint', 'eslint', 'bin/eslint.js', '.', '--quiet'),
  own('apex', 'apex.ts'),
  tool('types (server)', 'typescript', 'bin/tsc', '-p', 'server'),
  tool('types (library)', 'typescript', 'bin/tsc', '-p', 'force-app/main/rich-text/library'),
  tool('format', 'prettier', 'bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  own('platform compile', 'lwc-platform-compile.ts', '--emitted'),
  tool('dead code', 'knip', 'bin/knip.js'),
  own('deploy zip', 'deploy-zip.ts', '--emitted'),
  own('fixtures', 'fixtures.ts'),
  own('service types', 'openapi-types.ts', '--check'),
  own('errors page', 'errors-page.ts', '--check'),
  own('labels', 'labels.ts'),
  own('translations', 'translations.ts'),
  own('docs', 'docs.ts'),
  own('tables', 'tables.ts'),
  own('circles', 'circles.ts'),
  own('dependencies', 'dependencies.ts'),
  own('commits', 'commits.ts'),
  own('columns', 'columns.ts'),
];

const LANES = Math.max(2, availableParallelism());

function report({ step, ok, skipped, seconds, output }: StepResult): void {
  const outcome = ok ? (skipped ? 'skip' : 'ok  ') : 'FAIL';
  console.log(`${outcome} ${step.name.padEnd(18)} ${seconds.toFixed(1).padStart(5)} s`);
  if (!ok || skipped) console.log(output.trimEnd().replace(/^/gm, '     '));
}

const results = [...(await runSteps(FIRST, 1, report)), ...(await runSteps(STEPS, LANES, report))];
const failed = results.filter(({ ok }) => !ok).map(({ step }) => step.name);
console.log(
  failed.length === 0 ? `check: all ${results.length} passed` : `check: ${failed.length} of ${results.length} failed: ${failed.join(', ')}`,
);
// `npm test` counts each check as one test
const { CHECK_SUMMARY_FILE } = process.env;
if (CHECK_SUMMARY_FILE) {
  const skipped = results.filter((result) => result.skipped);
  const counts = { passed: results.length - failed.length - skipped.length, failed: failed.length, skipped: skipped.length };
  writeFileSync(CHECK_SUMMARY_FILE, JSON.stringify({ ...counts, reasons: skipped.map(({ output }) => output.trim()) }));
}
if (failed.length > 0) process.exitCode = 1;
