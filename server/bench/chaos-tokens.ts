import { parseArgs } from 'node:util';
import { isFlawless, runTokenChaos } from './token-chaos.ts';

/**
 * `npm run chaos:tokens`: one grant of each vendor ends 200 times while 50 callers in two processes need it. Counted at the vendors'
 * simulators: exactly one refresh each time, by each vendor's rule of rotation. `--careless` refreshes without our lock and shows that the
 * count finds the grants that are lost then. Exits 1 when anything is not as it should be.
 */
const { values } = parseArgs({
  options: {
    expiries: { type: 'string', default: '200' },
    callers: { type: 'string', default: '50' },
    processes: { type: 'string', default: '2' },
    careless: { type: 'boolean', default: false },
  },
});
const result = await runTokenChaos({
  expiries: Number(values.expiries),
  callers: Number(values.callers),
  processes: Number(values.processes),
  careless: values.careless,
  onProgress: (line) => console.log(line),
});
const { google, microsoft, salesforce } = result.expiries;
console.log(`\nexpiries: Google ${String(google)}, Microsoft ${String(microsoft)}, Salesforce ${String(salesforce)}`);
for (const [name, value] of [
  ['expiries without exactly one refresh', result.notOnce],
  ['callers who were not served', result.unserved],
  ['grants lost', result.lost],
  ['revocations not honoured', result.revocationsIgnored],
] as const)
  console.log(`${value === 0 ? 'ok  ' : 'MISS'}  ${name}: ${String(value)}  (budget 0)`);
for (const example of result.examples) console.log(`      ${example}`);
if (values.careless)
  console.log(result.lost > 0 ? 'As expected: without the lock the grant is lost.' : 'Without the lock the grant should be lost.');
process.exit((values.careless ? result.lost > 0 : isFlawless(result)) ? 0 : 1);
