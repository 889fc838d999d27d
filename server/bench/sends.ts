import { parseArgs } from 'node:util';
import { measureRealPace } from './real-pace.ts';
import { measureSendRates } from './send-rates.ts';

/**
 * `npm run bench:sends`: what one worker process sends. (a) With no pace to keep and nothing logged, beside the vendors' calls alone. (b)
 * At the product's own pace and with logging: long queues of 40 mailboxes, then one email now and then in each of many. (c) What the worker
 * weighs meanwhile. Simulators, database and worker share the machine. `--part a` or `--part b` measures one. Exits 1 on a miss.
 */
const { values } = parseArgs({
  options: {
    mailboxes: { type: 'string', default: '1000' },
    emails: { type: 'string', default: '6000' },
    part: { type: 'string', default: 'all' },
  },
});
const mailboxes = Number(values.mailboxes);
const LEAST_SHARE_OF_CALLS = 0.35;
const LEAST_SHARE_OF_PACE = 0.95;
const MOST_LATE_MS = 2_000;
const MOST_MB = 250;
const missed: string[] = [];

if (values.part !== 'b') {
  const { callsPerSecond, sentPerSecond, megabytes } = await measureSendRates({ mailboxes, emails: Number(values.emails) });
  const share = sentPerSecond / callsPerSecond;
  console.log(`(a) vendors' calls alone     ${callsPerSecond.toFixed(0)} emails a second`);
  report('(a) emails sent, no pace', `${sentPerSecond.toFixed(0)} a second, ${share.toFixed(2)} of that`, share >= LEAST_SHARE_OF_CALLS, {
    budget: `at least ${String(LEAST_SHARE_OF_CALLS)}`,
  });
  reportMemory(`(c) worker of (a)`, megabytes);
}
if (values.part !== 'a') {
  const { longQueues, oneAtATime } = await measureRealPace(mailboxes);
  const share = longQueues.perSecond / longQueues.paceAllows;
  const pace = `${longQueues.perSecond.toFixed(1)} of ${String(longQueues.paceAllows)} a second, ${share.toFixed(3)} of the pace`;
  report('(b) 40 long queues', pace, share >= LEAST_SHARE_OF_PACE, { budget: `at least ${String(LEAST_SHARE_OF_PACE)}` });
  const beyond = longQueues.beyondPause.map(
    ({ provider, lateMs, callMs }) => `${provider} ${(lateMs + callMs).toFixed(0)} ms (${callMs.toFixed(0)} in the call)`,
  );
  console.log(`    beyond the pause         ${beyond.join(', ')}`);
  reportLogging(longQueues);
  const { perSecond, p50Ms, p99Ms, worstMs } = oneAtATime;
  const late = `p99 ${p99Ms.toFixed(0)} ms late (median ${p50Ms.toFixed(0)}, worst ${worstMs.toFixed(0)})`;
  report(`(b) ${String(mailboxes)} mailboxes, ${perSecond.toFixed(0)}/s`, late, p99Ms < MOST_LATE_MS, {
    budget: `under ${String(MOST_LATE_MS)}`,
  });
  reportLogging(oneAtATime);
  reportMemory(`(c) worker of (b)`, oneAtATime.megabytes);
}
process.exitCode = missed.length > 0 ? 1 : 0;

function report(what: string, figure: string, isKept: boolean, { budget }: { budget: string }): void {
  if (!isKept) missed.push(what);
  console.log(`${what.padEnd(28)} ${figure}  (${budget})${isKept ? '' : '  MISSED'}`);
}

function reportMemory(what: string, megabytes: number): void {
  report(what, `${megabytes.toFixed(0)} MB with ${String(mailboxes)} mailboxes`, megabytes <= MOST_MB, {
    budget: `at most ${String(MOST_MB)}`,
  });
}

function reportLogging({ salesforceCallsPerThousand, unlogged }: { salesforceCallsPerThousand: number; unlogged: number }): void {
  const waiting = `${String(unlogged)} emails not yet logged at the end`;
  console.log(`    logging                  ${salesforceCallsPerThousand.toFixed(0)} Salesforce calls per 1,000 emails, ${waiting}`);
}
