import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { ACME, NOOR, RAE, startSellingRig, type Rep, type SellingRig } from '../../../test-support/selling-rig.ts';
import { until } from '../../../test-support/until.ts';
import { inOrg } from '../../platform/postgres.ts';
import type { Work } from '../../worker-jobs.ts';
import { claimLane } from './lane.ts';

const PAUSE_MS = 2_500;
/** Shorter than the pause. */
const SHORT_LEASE_MS = 2_000;
const LEASE_MS = 60_000;

describe('A lane that waits for its next slot', () => {
  let rig: SellingRig;
  const works: Work[] = [];
  before(async () => void (rig = await startSellingRig()));
  beforeEach(async () => {
    rig.clock.set(new Date());
    await Promise.all(works.splice(0).map((work) => work.stop()));
    await rig.reset();
  });
  after(async () => {
    await Promise.all(works.map((work) => work.stop()));
    await rig.close();
  });

  /** A process with one place to send from, that pauses between two emails. */
  const startProcess = (): Work => {
    const work = rig.createWorkOf({ sendingSlots: 1, leaseMs: LEASE_MS, spacingMs: { google: PAUSE_MS, microsoft: PAUSE_MS } });
    works.push(work);
    return work;
  };
  const query = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await rig.database.ownerPool.query<Row>(sql, values)).rows;
  const connectionOf = async ({ user }: Rep): Promise<string> => {
    const [row] = await query<{ id: string }>('select id from email_connections where user_id = $1', [user.id]);
    return row?.id ?? '';
  };
  const drain = async ({ jobs }: Work, rep: Rep): Promise<void> => {
    const payload = { orgId: ACME, emailConnectionId: await connectionOf(rep) };
    await jobs['drain-mailbox']?.(payload, { attempt: 1, signal: AbortSignal.timeout(60_000) });
  };
  const sentOf = async ({ user }: Rep): Promise<Date[]> => {
    const rows = await query<{ at: Date }>(
      `select sent_at as at from sales_emails where user_id = $1 and state = 'sent' order by sent_at`,
      [user.id],
    );
    return rows.map(({ at }) => at);
  };
  const countJobsOf = async (rep: Rep): Promise<number> => {
    const jobs = await query('select from graphile_worker.jobs where key = $1', [`drain-mailbox:${await connectionOf(rep)}`]);
    return jobs.length;
  };

  test('takes no place: another mailbox sends meanwhile through the only one, and it goes on by itself after the pause', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const noor = await rig.addRep(NOOR, 'microsoft');
    for (const subject of ['One', 'Two']) await rae.send({ subject });
    await noor.send();
    const process = startProcess();
    await drain(process, rae);
    assert.equal((await sentOf(rae)).length, 1);
    await drain(process, noor);
    assert.equal((await sentOf(noor)).length, 1);
    await until('the second has left', async () => (await sentOf(rae)).length === 2);
    const [first, second] = await sentOf(rae);
    assert.ok(Number(second) - Number(first) >= PAUSE_MS);
    const [noors] = await sentOf(noor);
    assert.ok(noors && second && noors < second);
  });

  test('stays leased for longer than it waits, so that no other process takes it', async () => {
    const rae = await rig.addRep(RAE, 'google');
    for (const subject of ['One', 'Two']) await rae.send({ subject });
    await query(`update email_connections set lane_lease_until = null`);
    const process = rig.createWorkOf({ leaseMs: SHORT_LEASE_MS, spacingMs: { google: PAUSE_MS, microsoft: PAUSE_MS } });
    works.push(process);
    await drain(process, rae);
    const [lane] = await query<{ left: number }>(
      `select (extract(epoch from lane_lease_until - clock_timestamp()) * 1000)::float8 as left from email_connections
       where lane_owner is not null`,
    );
    assert.ok(lane && lane.left > SHORT_LEASE_MS);
    assert.equal((await query('select from undrained_mailboxes($1)', [rig.clock.now()])).length, 0);
    const other = await inOrg(rig.database.pool, ACME, async (tx) => claimLane(tx, ACME, await connectionOf(rae), 'another', 1_000));
    assert.equal(other, null);
  });

  test('for files of others takes no place either, and leaves when those have left', async () => {
    const rae = await rig.addRep(RAE, 'google');
    const noor = await rig.addRep(NOOR, 'microsoft');
    for (const rep of [rae, noor]) {
      const { body: file } = await rep.panel.upload('offer.pdf', Buffer.from('%PDF-1.7 An offer'));
      await rep.send({ attachmentIds: [file.id] });
    }
    const { objects } = rig.connections;
    const get = objects.get.bind(objects);
    const store = Promise.withResolvers<true>();
    let asked = 0;
    objects.get = async (key) => {
      asked += 1;
      await store.promise;
      return get(key);
    };
    try {
      const process = rig.createWorkOf({ leaseMs: LEASE_MS, filesAtOnce: 1 });
      works.push(process);
      const first = drain(process, rae);
      await until('the files of the first are being read', () => asked === 1);
      let hasGivenWay = false;
      void drain(process, noor).then(() => (hasGivenWay = true));
      await until('the second has given its slot to others', () => hasGivenWay);
      assert.equal(asked, 1);
      store.resolve(true);
      await first;
    } finally {
      objects.get = get;
      store.resolve(true);
    }
    await until('both have left', async () => (await sentOf(rae)).length === 1 && (await sentOf(noor)).length === 1);
  });

  test('is released with a job when its process stops, and another process sends on', async () => {
    const rae = await rig.addRep(RAE, 'google');
    for (const subject of ['One', 'Two']) await rae.send({ subject });
    await query('delete from graphile_worker._private_jobs');
    const process = startProcess();
    await drain(process, rae);
    assert.equal(await countJobsOf(rae), 0);
    await process.stop();
    assert.deepEqual([(await sentOf(rae)).length, await countJobsOf(rae)], [1, 1]);
    await drain(startProcess(), rae);
    await until('the second has left', async () => (await sentOf(rae)).length === 2);
  });

  test('is left alone by the process that let its lease run out, and sent from by the one that has taken it over', async () => {
    const rae = await rig.addRep(RAE, 'google');
    for (const subject of ['One', 'Two']) await rae.send({ subject });
    const stalled = startProcess();
    await drain(stalled, rae);
    await query(`update email_connections set lane_lease_until = clock_timestamp() - interval '1 second'`);
    assert.equal((await query('select from undrained_mailboxes($1)', [rig.clock.now()])).length, 1);
    const id = await connectionOf(rae);
    const heir = await inOrg(rig.database.pool, ACME, (tx) => claimLane(tx, ACME, id, 'heir', LEASE_MS));
    assert.ok(heir);
    await stalled.stop();
    assert.equal((await sentOf(rae)).length, 1);
    const [lane] = await query<{ owner: string }>('select lane_owner as owner from email_connections');
    assert.equal(lane?.owner, 'heir');
  });
});
