import { parseArgs } from 'node:util';
import { DOOR_BUDGET, missesOf, runDoorChaos } from './door-chaos.ts';

/**
 * `npm run chaos:doors`: everything that a stranger, a rep or an admin could send to every route that the service has; the same seed sends
 * the same. `--careless` opens one route that fails and keeps what it gets, `--patient` lets the service wait for slow senders: either must
 * be found. Exits 1 on a failure of the service, a slow answer, a slow sender that is not cut or memory that is kept.
 */
const { values } = parseArgs({
  options: {
    inputs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    careless: { type: 'boolean', default: false },
    patient: { type: 'boolean', default: false },
  },
});
console.log(`seed ${values.seed}`);
const fault = values.careless ? 'careless' : values.patient ? 'patient' : undefined;
const result = await runDoorChaos({
  inputs: Number(values.inputs),
  seed: Number(values.seed),
  fault,
  onProgress: (line) => console.log(line),
});
const { failures, memory, rejected, slow, slowestMs, slowest, statuses, seconds } = result;
const misses = missesOf(result);
function line(name: keyof typeof misses, what: string, budget: string): void {
  console.log(`${misses[name] ? 'MISSED' : 'ok    '}  ${what}  (budget ${budget})`);
}
console.log(`\n${values.inputs} inputs in ${seconds.toFixed(0)} s; answers by status: ${JSON.stringify(statuses)}`);
for (const { kind, route, status, answer } of failures.slice(0, 10)) console.log(`        ${String(status)} ${kind}: ${route}\n${answer}`);
line('failures', `Answers of 500 and above, or none: ${String(failures.length)}`, '0; 503 only with a time to come again');
line('slowest', `Slowest answer: ${slowestMs.toFixed(0)} ms (${slowest})`, `< ${String(DOOR_BUDGET.slowestMs)} ms`);
line('slow', `Slow senders cut: ${String(slow.cut)} of ${String(slow.sent)}`, 'all');
function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(1);
}
line(
  'memory',
  `Memory after it, without garbage: ${megabytes(memory.afterBytes)} MB of ${megabytes(memory.beforeBytes)} MB before`,
  `<= ${String(DOOR_BUDGET.memoryShare)} times`,
);
line('rejected', `Bodies after their schema that are refused: ${rejected.length > 0 ? rejected.join('; ') : '0'}`, '0');
const isFlawless = Object.values(misses).every((missed) => !missed);
if (fault) console.log(isFlawless ? `The fault (${fault}) should be found.` : `As expected: the fault (${fault}) is found.`);
process.exit(isFlawless === (fault === undefined) ? 0 : 1);
