import { parseArgs } from 'node:util';
import { runUpgrade } from './upgrade-chaos.ts';

/**
 * `npm run chaos:upgrade -- --next FOLDER`: this release sends and logs while the release in FOLDER, installed there, migrates the
 * database and takes over. Run it in the older of the two. `--without-next` never starts the next worker: what is left behind must be
 * found. Exits 1 when something was refused, lost or done twice.
 */
const { values } = parseArgs({
  options: {
    next: { type: 'string' },
    emails: { type: 'string', default: '2000' },
    'without-next': { type: 'boolean', default: false },
  },
});
if (!values.next) throw new Error('Say where the next release is: --next FOLDER.');
const startsNextWorker = !values['without-next'];
const { refused, notSentOnce, notLoggedOnce, migrationMs, slowestMs, examples } = await runUpgrade({
  next: values.next,
  emails: Number(values.emails),
  startsNextWorker,
  onProgress: (line) => console.log(line),
});
for (const example of examples) console.log(example);
console.log(`migration ${migrationMs.toFixed(0)} ms, slowest press of Send ${slowestMs.toFixed(0)} ms`);
console.log(
  `of ${values.emails} emails: refused ${String(refused)}, not sent once ${String(notSentOnce)}, not logged once ${String(notLoggedOnce)}`,
);
const isKept = refused + notSentOnce + notLoggedOnce === 0;
if (!startsNextWorker)
  console.log(isKept ? 'Without the next worker something should be left behind.' : 'As expected: something is left behind.');
process.exit(isKept === startsNextWorker ? 0 : 1);
