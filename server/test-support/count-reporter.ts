import type { TestEvent } from 'node:test/reporters';
import { slowestOf, type SlowTest } from './counts.ts';

/**
 * A reporter whose whole output is one line of JSON: how many tests ran, how they ended, and the slowest. Suites are not counted. An error
 * that belongs to no test fails the run without a word of Node's dots: it is told on stderr.
 */
export default async function* countReporter(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const took: SlowTest[] = [];
  for await (const event of source) {
    if (event.type === 'test:diagnostic' && event.data.message.startsWith('Error: ')) console.error(`\n${event.data.message}`);
    if (event.type !== 'test:pass' && event.type !== 'test:fail') continue;
    if (event.data.details.type === 'suite') continue;
    if (event.data.skip !== undefined || event.data.todo !== undefined) counts.skipped += 1;
    else if (event.type === 'test:pass') counts.passed += 1;
    else counts.failed += 1;
    took.push({ name: event.data.name, seconds: Math.round(event.data.details.duration_ms / 1000) });
  }
  yield `${JSON.stringify({ ...counts, slowest: slowestOf(took) })}\n`;
}
