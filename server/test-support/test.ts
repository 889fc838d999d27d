import { rmSync } from 'node:fs';
import type { Counts } from './counts.ts';
import { GROUPS, scratch, type Layer } from './layers.ts';

/**
 * `npm test`: everything that needs no cloud. A failed layer does not hide the next. The closing lines count the tests and say why
 * something was skipped. Arguments choose layers: `npm test -- service journeys`.
 */
const chosen = process.argv.slice(2);
const names = GROUPS.flat().flatMap((lane) => Object.keys(lane));
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
const slowest: string[] = [];

/** The first lane of a group prints as it goes, a layer of another when it has ended. */
async function runLayer(name: string, layer: Layer, isFirst: boolean): Promise<void> {
  const started = performance.now();
  const printed: string[] = [];
  if (isFirst) console.log(`\n== ${name}`);
  const counts = await layer((text) => (isFirst ? process.stdout.write(text) : printed.push(text)));
  if (!isFirst) console.log(`\n== ${name}\n${printed.join('')}`);
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += counts[key];
  reasons.push(...(counts.reasons ?? []));
  slowest.push(...(counts.slowest ?? []).map(({ name: test, seconds }) => `${String(seconds).padStart(4)} s  ${name}: ${test}`));
  const count = (number: number, width: number, word: string) => `${String(number).padStart(width)} ${word}`;
  const seconds = Math.round((performance.now() - started) / 1000);
  lines.push(
    `${name.padEnd(14)}${count(counts.passed, 5, 'passed')} ${count(counts.failed, 4, 'failed')} ` +
      `${count(counts.skipped, 4, 'skipped')}   ${seconds} s`,
  );
}

async function runLane(lane: [string, Layer][], isFirst: boolean): Promise<void> {
  for (const [name, layer] of lane) await runLayer(name, layer, isFirst);
}

const started = performance.now();
try {
  for (const group of GROUPS) {
    const wanted = group.map((lane) => Object.entries(lane).filter(([name]) => isWanted(name))).filter((lane) => lane.length > 0);
    await Promise.all(wanted.map((lane, index) => runLane(lane, index === 0)));
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
    ...(slowest.length > 0 ? ['Slowest tests:', ...slowest.sort().reverse(), ''] : []),
    ...lines,
    ...reasons.map((reason) => `  ${reason}`),
    `${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped   ${seconds} s`,
  ].join('\n'),
);
process.exit(process.exitCode === undefined && total.failed === 0 && total.passed > 0 ? 0 : 1);
