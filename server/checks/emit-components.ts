import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './run-check.ts';

const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/**
 * Writes the JavaScript of each component beside its TypeScript, decorators kept. Answers the compiler's complaints, none when all is well.
 */
export function emitComponents(): string[] {
  const result = spawnSync(process.execPath, [tsc, '-p', 'force-app', '--noEmitOnError', 'false', '--pretty', 'false'], {
    cwd: fileURLToPath(projectRoot),
    encoding: 'utf8',
  });
  if (result.error) throw result.error;
  if (result.status === 0) return [];
  return `${result.stdout}${result.stderr}`.split('\n').filter((line) => line.trim() !== '');
}
