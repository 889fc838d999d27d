import { parseArgs } from 'node:util';
import { readCorpus, readOwnCorpus } from './bounce-corpus.ts';
import { figuresOf, judge } from './bounce-figures.ts';

/**
 * `npm run bench:bounces -- --corpus FOLDER`: how well the mail that comes back is understood, each figure beside its goal; without a
 * folder for the repository's own fixtures, where everything must be right. `--list` names the files that were not. Exits 1 when a goal is
 * missed.
 */
const { values } = parseArgs({ options: { corpus: { type: 'string' }, list: { type: 'boolean', default: false } } });
const judged = await judge(values.corpus ? readCorpus(values.corpus) : readOwnCorpus());
const figures = figuresOf(judged, values.corpus === undefined);

console.log(`${String(judged.length)} files${values.corpus ? ` in ${values.corpus}` : ' of our own'}`);
for (const { name, share, goal } of figures)
  console.log(`${share >= goal ? 'kept  ' : 'MISSED'}  ${name.padEnd(36)} ${share.toFixed(1).padStart(5)} %   (goal ${String(goal)} %)`);
if (values.list || values.corpus === undefined)
  for (const { name, misses } of judged) if (misses.length > 0) console.log(`${name}: ${misses.join(', ')}`);
process.exit(figures.every(({ share, goal }) => share >= goal) ? 0 : 1);
