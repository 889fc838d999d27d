import { parseArgs } from 'node:util';
import { runLimitChaos } from './limit-chaos.ts';

/**
 * `npm run chaos:limits`: 200 mailboxes of both vendors send through four processes, with limits that all bite. The count is made from what
 * the vendors' simulators saw. `--without-limits` shows that it can find too many. Exits 1 when a window was exceeded, or never full.
 */
const { values } = parseArgs({
  options: {
    mailboxes: { type: 'string', default: '200' },
    emails: { type: 'string', default: '10' },
    workers: { type: 'string', default: '4' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    'without-limits': { type: 'boolean', default: false },
  },
});
const areChecked = !values['without-limits'];
const mailboxes = Number(values.mailboxes);
console.log(`seed ${values.seed}`);
const { sent, unsettled, seconds, clockMoves, windows } = await runLimitChaos({
  mailboxes,
  emailsPerMailbox: Number(values.emails),
  workers: Number(values.workers),
  orgs: 2,
  limits: {
    batchSize: 2,
    batchWaitSeconds: 2,
    mailboxPerMinute: 4,
    mailboxPerDay: 6,
    userPerDay: 1_000,
    // Each org has half of the mailboxes, and fewer places than they could use in a day
    orgPerDay: mailboxes * 2,
    domainPerDay: Math.ceil(mailboxes * 1.2),
  },
  seed: Number(values.seed),
  areChecked,
  onProgress: (line) => console.log(line),
});
console.log(`\n${String(sent)} sent, ${String(unsettled)} not, clock moved ${String(clockMoves)} times, ${seconds.toFixed(0)} s`);
for (const { name, limit, fullest } of windows)
  console.log(
    `${fullest > limit ? 'EXCEEDED' : fullest === limit ? 'full    ' : 'NOT FULL'}  ${name}: ` +
      `at most ${String(fullest)}  (limit ${String(limit)})`,
  );
const isKept = unsettled === 0 && windows.every(({ limit, fullest }) => fullest === limit);
const isExceeded = windows.some(({ limit, fullest }) => fullest > limit);
if (!areChecked) console.log(isExceeded ? 'As expected: unchecked limits are exceeded.' : 'Unchecked limits should be exceeded.');
process.exit((areChecked ? isKept : isExceeded) ? 0 : 1);
