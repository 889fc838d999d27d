import { rmSync } from 'node:fs';
import { GROUPS, scratch, type Counts, type Layer } from './layers.ts';

/**
 * `npm test`: everything that needs no cloud. A failed layer does not hide the next. The closing lines count the tests and say why
 * something was skipped. Arguments choose layers: `npm test -- service journeys`.
 */
const chosen = process.argv.slice(2);
const names = GROUPS.flatMap((group) => Object.keys(group));
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no layer "${unknown.join('", "')}". Layers: ${names.join(', ')}.`);
  process.exit(1);
}

/** A browser is asked of the machine only where journeys run. */
function isWanted(name: string): boolean {
  return chosen.length === 0 || chosen.includes(name) || (name === 'machine' && chosen.includes('journeys'));
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const reasons: string[] = [];
const lines: string[] = [];

/** The first layer of a group prints as it goes, the others when they have ended. */
async function runLayer(name: string, layer: Layer, isFirst: boolean): Promise<void> {
  const started = performance.now();
  const printed: string[] = [];
  if (isFirst) console.log(`\n== ${name}`);
  const counts = await layer((text) => (isFirst ? process.stdout.write(text) : printed.push(text)));
  if (!isFirst) console.log(`\n== ${name}\n${printed.join('')}`);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  reasons.push(...(counts.reasons ?? []));
  const count = (number: number, width: number, word: string) => `${String(number).padStart(width)} ${word}`;
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push(
    `${name.padEnd(12)}${count(counts.passed, 5, 'passed')} ${count(counts.failed, 4, 'failed')} ${count(counts.skipped, 4, 'skipped')}   ${seconds} s`,
  );
}

const started = performance.now();
try {
  for (const group of GROUPS) {
    const wanted = Object.entries(group).filter(([name]) => isWanted(name));
    await Promise.all(wanted.map(([name, layer], index) => runLayer(name, layer, index === 0)));
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
const seconds = Math.round((performance.now() - started) / 1000);
console.log(
  [
    '',
    ...lines,
    ...reasons.map((reason) => `  ${reason}`),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped   ${seconds} s`,
  ].join('\n'),
);
process.exit(process.exitCode === undefined && total.failed === 0 && total.passed > 0 ? 0 : 1);
