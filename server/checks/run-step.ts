import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './run-check.ts';

const require = createRequire(import.meta.url);

/** One check of `npm run check`: a script that Node runs, with its arguments. */
export interface Step {
  name: string;
  script: string;
  args: string[];
}

export interface StepResult {
  step: Step;
  ok: boolean;
  /** The step says itself that it could not look. */
  skipped: boolean;
  seconds: number;
  output: string;
}

/** The file behind a package's command, such as `eslint/bin/eslint.js`, found without its `exports`. */
export function packageFile(packageName: string, file: string): string {
  const folder = require.resolve.paths(packageName)?.map((path) => `${path}/${packageName}/package.json`) ?? [];
  const manifest = folder.find((path) => isThere(path));
  if (manifest === undefined) throw new Error(`${packageName} is not installed: run npm ci.`);
  return manifest.replace('package.json', file);
}

function isThere(path: string): boolean {
  try {
    require.resolve(path);
    return true;
  } catch {
    return false;
  }
}

/** Runs a step to its end and keeps what it prints. Never rejects: what cannot be started has failed. */
export function runStep(step: Step): Promise<StepResult> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [step.script, ...step.args], {
    cwd: fileURLToPath(projectRoot),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    const end = (ok: boolean, more = '') => {
      const text = Buffer.concat(output).toString() + more;
      resolve({ step, ok, skipped: text.includes(' skipped, '), seconds: (performance.now() - startedAt) / 1000, output: text });
    };
    child.on('error', (error) => end(false, error.message));
    child.on('close', (code) => end(code === 0));
  });
}

/** Runs the steps, as many at once as `lanes` says, and tells of each as it ends. */
export async function runSteps(steps: Step[], lanes: number, onEnd: (result: StepResult) => void): Promise<StepResult[]> {
  const waiting = [...steps];
  const results: StepResult[] = [];
  const lane = async () => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step);
      results.push(result);
      onEnd(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}
