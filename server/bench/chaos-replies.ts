import { parseArgs } from 'node:util';
import { runChaosOfReplies } from './reply-chaos.ts';
import { isKept } from './reply-count.ts';

/**
 * `npm run chaos:replies -- --replies 2000`: answers and bait in mailboxes of both vendors while notifications are dropped, delayed,
 * reordered and doubled, and cursors and subscriptions expire. `--without-polling` shows that the count can find what is missed. Exits 1
 * when a promise is broken.
 */
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '2000' },
    mailboxes: { type: 'string', default: '40' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'without-polling': { type: 'boolean', default: false },
  },
});
const polls = !values['without-polling'];
console.log(`seed ${values.seed}`);
const result = await runChaosOfReplies({
  replies: Number(values.replies),
  mailboxes: Number(values.mailboxes),
  seed: Number(values.seed),
  polls,
  onProgress: (line) => console.log(line),
});
const { phases, found, missed, falseStops, byReconcile, unrelated, bait, expired, seconds } = result;
console.log(
  `\n${String(unrelated)} unrelated messages, ${String(bait)} pieces of bait, ` +
    `${String(expired)} cursors and subscriptions expired, ${seconds.toFixed(0)} s`,
);
function inSeconds(milliseconds: number): string {
  return `${(milliseconds / 1_000).toFixed(1)} s`;
}
for (const { name, planted, p50, p95, p99, budgetMs } of phases)
  console.log(
    `${p99 <= budgetMs ? 'kept  ' : 'MISSED'}  ${name.padEnd(24)} ${String(planted).padStart(5)} answers   ` +
      `p50 ${inSeconds(p50)}   p95 ${inSeconds(p95)}   p99 ${inSeconds(p99)}  (budget ${inSeconds(budgetMs)})`,
  );
for (const line of missed.slice(0, 10)) console.log(`not found: ${line}`);
console.log(
  `found ${String(found)}, missed ${String(missed.length)}, false stops ${String(falseStops.length)}, ` +
    `found by reconcile only ${String(byReconcile)}`,
);
if (polls) process.exit(isKept(result) ? 0 : 1);
console.log(missed.length > 0 ? 'As expected: without polling answers are missed.' : 'Without polling answers should be missed.');
process.exit(missed.length > 0 ? 0 : 1);
