import { createWriteStream } from 'node:fs';
import { run } from 'node:test';
import { dot } from 'node:test/reporters';
import { parseArgs } from 'node:util';
import countReporter from './count-reporter.ts';

/**
 * Runs the files of the given patterns, or a part of them, in this process: `node --test --test-isolation=none`, which loads Node's runner
 * before anything of ours could be imported.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { part: { type: 'string', default: '1' }, of: { type: 'string', default: '1' }, counts: { type: 'string' } },
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const events = run({ isolation: 'none', globPatterns: positionals, shard: { index: Number(values.part), total: Number(values.of) } });
events.on('test:summary', ({ success }) => {
  if (!success) process.exitCode = 1;
});
events.compose(dot).pipe(process.stdout);
if (values.counts) events.compose(countReporter).pipe(createWriteStream(values.counts));
