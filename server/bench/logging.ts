import { setTimeout as delay } from 'node:timers/promises';
import { createFacts, factKey } from '../src/features/facts/index.ts';
import { COLLECTING } from '../src/features/salesforce-writes/index.ts';
import { inOrg } from '../src/platform/postgres.ts';
import { REACTIONS } from '../src/reactions.ts';
import { ACME, DANA, RAE, startSellingRig } from '../test-support/selling-rig.ts';

/**
 * `npm run bench:logging`: how many calls Salesforce gets for 1,000 emails of one busy rep, each a Task of its own: all at once, and at
 * Gmail's pace of 2.5 a second. The second runs ten times as fast as it is meant, with all times of collecting a tenth. Exits 1 on a miss.
 */
const EMAILS = 1_000;
const MOST_CALLS = 10;
const TIMES_FASTER = 10;
const EVERY_MS = 400 / TIMES_FASTER;
const FASTER = { perWriteMs: COLLECTING.perWriteMs / TIMES_FASTER, mostMs: COLLECTING.mostMs / TIMES_FASTER };
const LOOK_EVERY_MS = 100;

const rig = await startSellingRig();
const facts = createFacts(REACTIONS);
try {
  const atOnce = await callsFor(0);
  const atPace = await callsFor(EVERY_MS);
  console.log(`calls for 1,000 emails, at once    ${String(atOnce)}  (at most ${String(MOST_CALLS)})`);
  console.log(`calls for 1,000 emails, at pace    ${String(atPace)}  (at most ${String(MOST_CALLS)})`);
  process.exitCode = Math.max(atOnce, atPace) <= MOST_CALLS ? 0 : 1;
} finally {
  await rig.close();
}

/** `everyMs` between two emails; 0: all are sent before the first is logged. */
async function callsFor(everyMs: number): Promise<number> {
  await rig.reset();
  const rep = await rig.addRep(RAE);
  const { rows } = await rig.database.ownerPool.query<{ id: string }>(
    `insert into sales_emails (org_id, user_id, record_id, record_object, person_id, subject, body_html, sent_text, state, sent_at,
       created_at, updated_at)
     select $1, $2, $3, 'Lead', $3, 'Offer ' || n, '<p>Hello</p>', 'Hello', 'sent', now(), now(), now() from generate_series(1, $4::int) n
     returning id`,
    [ACME, rep.user.id, DANA, EMAILS],
  );
  const before = await apiCalls();
  const work = rig.createWorkOf({ collecting: FASTER });
  if (everyMs > 0) await rig.startWorker(work.jobs);
  const startedAt = performance.now();
  for (const [index, { id }] of rows.entries()) {
    await delay(Math.max(0, startedAt + index * everyMs - performance.now()));
    await inOrg(rig.database.pool, ACME, (tx) =>
      facts.record(tx, ACME, {
        kind: 'email_sent',
        key: factKey('email_sent', id),
        userId: rep.user.id,
        personId: DANA,
        recordId: DANA,
        sourceId: id,
        happenedAt: rig.clock.now(),
        details: { connectionId: null },
      }),
    );
  }
  if (everyMs === 0) await rig.startWorker(work.jobs);
  while (await anyPending()) await delay(LOOK_EVERY_MS);
  return (await apiCalls()) - before;
}

async function anyPending(): Promise<boolean> {
  const { rowCount } = await rig.database.ownerPool.query(`select from salesforce_writes where state <> 'logged' limit 1`);
  return rowCount === 1;
}

async function apiCalls(): Promise<number> {
  const { orgs } = (await rig.simulator('salesforce', 'GET', '/sim/orgs')) as { orgs: { id: string; apiCalls: number }[] };
  return orgs.find(({ id }) => id === ACME)?.apiCalls ?? Number.NaN;
}
