import { parseArgs } from 'node:util';
import { runChaosOfSends, verdictOf } from './send-chaos.ts';

/**
 * `npm run chaos:sends -- --emails 10000 --kills 200`: sends through two worker processes that are killed at random while the vendors
 * cut, fail, refuse and dawdle. `--without-settling` shows that the count below can find duplicates. Exits 1 when a promise is broken.
 */
const { values } = parseArgs({
  options: {
    emails: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'without-settling': { type: 'boolean', default: false },
  },
});
const settling = !values['without-settling'];
console.log(`seed ${values.seed}`);
const result = await runChaosOfSends({
  emails: Number(values.emails),
  kills: Number(values.kills),
  seed: Number(values.seed),
  settling,
  onProgress: (line) => console.log(line),
});
const { line, kept } = verdictOf(result);
console.log(
  `\n${String(result.kills)} kills, ${String(result.faults)} faults, ${String(result.extraJobs)} extra jobs, ` +
    `${result.seconds.toFixed(0)} s`,
);
for (const example of result.examples) console.log(example);
console.log(line);
if (settling) process.exit(kept ? 0 : 1);
// Without settling the run proves its own count: finding nothing is the failure
console.log(result.duplicates > 0 ? 'As expected: without settling there are duplicates.' : 'Without settling there should be duplicates.');
process.exit(result.duplicates > 0 ? 0 : 1);
