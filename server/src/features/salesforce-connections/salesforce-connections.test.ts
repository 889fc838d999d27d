import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestDatabase, type TestDatabase } from '../../../test-support/database.ts';
import { createClientTroubles } from '../../platform/client-troubles.ts';
import { systemClock } from '../../platform/clock.ts';
import { NO_METRICS } from '../../platform/metrics.ts';
import { createPool, inOrg, type Pool } from '../../platform/postgres.ts';
import { ProviderError } from '../../platform/provider-error.ts';
import { createVault, openFileKeyring } from '../../platform/secrets/index.ts';
import { ACME, RAE, SAM, startRig, type Rig } from '../../../test-support/salesforce-rig.ts';
import { createFacts } from '../facts/index.ts';
import { createSalesforceConnections, type SalesforceConnection, type SalesforceConnections } from './index.ts';

const DANA = '00Q000000000001EAA';
const TOKEN = '/services/oauth2/token';

describe('The Salesforce connection of a rep', () => {
  let database: TestDatabase;
  let refreshPools: Pool[];
  let rig: Rig;
  let directory: string;
  /** Two processes that share one database. */
  let one: SalesforceConnections;
  let two: SalesforceConnections;
  let userId: string;

  before(async () => {
    database = await createTestDatabase();
    rig = await startRig(700);
    directory = mkdtempSync(path.join(tmpdir(), 'msi-salesforce-test-'));
    refreshPools = [createPool(database.urls.app, 2), createPool(database.urls.app, 2)];
    const process = (refreshPool: Pool) => {
      const vault = createVault({ keyring: openFileKeyring(path.join(directory, 'keys.json'), { create: true }), clock: systemClock });
      const clientTroubles = createClientTroubles({ pool: database.pool, clock: systemClock, log: { error: () => undefined } });
      return createSalesforceConnections({
        pool: database.pool,
        refreshPool,
        vault,
        clock: systemClock,
        salesforce: rig.salesforce,
        clientTroubles,
        metrics: NO_METRICS,
        facts: createFacts([]),
      });
    };
    [one, two] = [process(refreshPools[0]!), process(refreshPools[1]!)];
    await database.ownerPool.query(
      `insert into orgs (org_id, name, my_domain_url, created_at) values ($1, 'Acme', 'https://acme.my.salesforce.com', now())`,
      [ACME],
    );
  });
  beforeEach(async () => {
    await rig.order('/sim/reset');
    userId = await connectedUser(RAE);
  });
  after(async () => {
    await Promise.all(refreshPools.map((pool) => pool.end()));
    await Promise.all([database.drop(), rig.close()]);
    rmSync(directory, { recursive: true, force: true });
  });

  async function connectedUser(salesforceUserId: string): Promise<string> {
    const { rows } = await database.ownerPool.query<{ id: string }>(
      `insert into users (org_id, email, invited_at) values ($1, $2, now()) returning id`,
      [ACME, `${randomUUID()}@acme.example`],
    );
    const { id } = rows[0]!;
    const grant = await rig.connect(salesforceUserId);
    await inOrg(database.pool, ACME, (tx) => one.storeGrant(tx, ACME, id, grant));
    return id;
  }
  const stored = () => inOrg(database.pool, ACME, (tx) => one.find(tx, ACME, userId)) as Promise<SalesforceConnection>;
  const read = (connections: SalesforceConnections) =>
    connections.withSalesforce(ACME, userId, (salesforce) => salesforce.readPerson(DANA));
  const expire = () => rig.order(`/sim/users/${RAE}/expire-access-tokens`);
  const spoilRefresh = (action: object, effect: 'before' | 'after' = 'before', times = -1) =>
    rig.order('/sim/faults', { match: { path: TOKEN }, times, effect, action });
  const failureOf = (call: Promise<unknown>): Promise<ProviderError> =>
    call.then(
      () => Promise.reject(new Error('The call was expected to fail.')),
      (error: unknown) => (error instanceof ProviderError ? error : Promise.reject(error as Error)),
    );
  const refreshes = () => rig.count('POST', TOKEN);

  test('reads with the rep’s own rights, and every use of the token is written down', async () => {
    assert.equal((await read(one))?.name, 'Dana Whitfield');
    await one.withSalesforce(ACME, userId, (salesforce) => salesforce.readRecordName(DANA), 'log an activity');
    const { rows } = await database.ownerPool.query<{ purpose: string }>(
      'select purpose from secret_audit where connection_id = $1 order by id',
      [(await stored()).id],
    );
    assert.deepEqual(
      rows.map(({ purpose }) => purpose),
      ['call Salesforce for the user', 'log an activity'],
    );
  });

  test('is refreshed once for fifty callers in two processes, and all of them are served', async () => {
    await expire();
    const before = await refreshes();
    await spoilRefresh({ kind: 'delay', ms: 200 });
    const callers = Array.from({ length: 50 }, (_, index) => read(index % 2 ? one : two));
    const people = await Promise.all(callers);
    assert.ok(people.every((person) => person?.id === DANA));
    assert.equal((await refreshes()) - before, 1);
    const connection = await stored();
    assert.deepEqual([connection.state, connection.tokenVersion, connection.refreshStartedAt], ['connected', 2, null]);
  });

  test('goes on with the rotated token after a second expiry', async () => {
    for (let round = 0; round < 2; round += 1) {
      await expire();
      assert.equal((await read(one))?.id, DANA);
    }
    assert.equal((await stored()).tokenVersion, 3);
  });

  test('asks to be connected again when the grant was revoked, and says why', async () => {
    await rig.order(`/sim/users/${RAE}/revoke-grants`);
    const failure = await failureOf(read(one));
    assert.deepEqual([failure.kind, failure.reason], ['reconnect_required', 'revoked']);
    const connection = await stored();
    assert.deepEqual([connection.state, connection.stateReason], ['reconnect_required', 'revoked']);
    const before = await refreshes();
    assert.equal((await failureOf(read(two))).kind, 'reconnect_required');
    assert.equal(await refreshes(), before, 'a dead grant is not asked for again');
  });

  for (const [name, action] of [
    ['Salesforce is down', { kind: 'status', status: 503, body: 'down' }],
    ['there were too many logins', { kind: 'status', status: 400, body: { error: 'rate_limit_exceeded' } }],
    ['our own secret is wrong', { kind: 'status', status: 400, body: { error: 'invalid_client' } }],
    ['a redirect comes in its place', { kind: 'status', status: 301, body: '' }],
    ['a page of a proxy comes in its place', { kind: 'status', status: 403, body: '<html>Blocked</html>' }],
    ['a page of maintenance comes in its place', { kind: 'status', status: 404, body: '<html>Back soon</html>' }],
  ] as const) {
    test(`stays connected when ${name}, and works afterwards`, async () => {
      await expire();
      await spoilRefresh(action, 'before', 1);
      await failureOf(read(one));
      assert.deepEqual([(await stored()).state, (await stored()).refreshStartedAt], ['connected', null]);
      assert.equal((await read(one))?.id, DANA);
    });
  }

  test('tells the operator that something else answers for Salesforce, until Salesforce does again', async () => {
    const troubles = async () => (await database.ownerPool.query<{ code: string }>('select code from client_troubles')).rows;
    await expire();
    await spoilRefresh({ kind: 'status', status: 302, body: '' }, 'before', 1);
    await failureOf(read(one));
    assert.deepEqual(await troubles(), [{ code: 'HTTP_302' }]);
    await read(one);
    assert.deepEqual(await troubles(), []);
  });

  test('never shows a refresh token twice: after a cut refresh it asks to be connected again', async () => {
    await expire();
    const before = await refreshes();
    await spoilRefresh({ kind: 'cut' }, 'after');
    const failure = await failureOf(read(one));
    assert.deepEqual([failure.kind, failure.vendorCode], ['reconnect_required', 'REFRESH_OUTCOME_UNKNOWN']);
    await failureOf(read(two));
    assert.equal((await refreshes()) - before, 1);
  });

  test('never shows a refresh token twice: a process that died in its refresh is noticed', async () => {
    await expire();
    await database.ownerPool.query('update salesforce_connections set refresh_started_at = now() where user_id = $1', [userId]);
    const before = await refreshes();
    assert.equal((await failureOf(read(one))).vendorCode, 'REFRESH_OUTCOME_UNKNOWN');
    assert.equal(await refreshes(), before);
    assert.equal((await stored()).state, 'reconnect_required');
  });

  test('is refreshed before Salesforce forgets it, and once however many processes look', async () => {
    const idleJobs = async (): Promise<unknown[]> => {
      await Promise.all([one.idle.sweep(), two.idle.sweep()]);
      const { rows } = await database.ownerPool.query<{ payload: unknown }>('select payload from graphile_worker._private_jobs');
      return rows.map(({ payload }) => payload);
    };
    await database.ownerPool.query(`update salesforce_connections set refreshed_at = now() - interval '11 days' where user_id = $1`, [
      userId,
    ]);
    const jobs = await idleJobs();
    assert.equal(jobs.length, 1);
    const before = await refreshes();
    const never = { signal: new AbortController().signal, attempt: 1 };
    await Promise.all([one.idle.keepAlive(jobs[0], never), two.idle.keepAlive(jobs[0], never)]);
    await one.idle.keepAlive(jobs[0], never);
    assert.equal((await refreshes()) - before, 1);
    assert.equal((await stored()).state, 'connected');
  });

  test('works again after a new consent', async () => {
    await rig.order(`/sim/users/${RAE}/revoke-grants`);
    await failureOf(read(one));
    const grant = await rig.connect(RAE);
    await inOrg(database.pool, ACME, (tx) => one.storeGrant(tx, ACME, userId, grant));
    assert.equal((await read(two))?.id, DANA);
    assert.deepEqual([(await stored()).state, (await stored()).stateReason], ['connected', null]);
  });

  test('shows that the user lacks "API Enabled", and forgets it when the admin has given it', async () => {
    userId = await connectedUser(SAM);
    assert.equal((await failureOf(read(one))).kind, 'admin_action');
    assert.equal((await stored()).state, 'api_disabled');
    await rig.order(`/sim/users/${SAM}`, { apiEnabled: true });
    assert.equal((await read(one))?.id, DANA);
    assert.equal((await stored()).state, 'connected');
  });

  test('refuses the grant of another org', async () => {
    const grant = { ...(await rig.connect(RAE)), organizationId: '00D000000000002EAA' };
    await assert.rejects(
      inOrg(database.pool, ACME, (tx) => one.storeGrant(tx, ACME, userId, grant)),
      { code: 'wrong_salesforce_org' },
    );
  });

  test('ends at Salesforce and here when it is disconnected', async () => {
    const { id } = await stored();
    assert.deepEqual(await one.disconnect(ACME, userId), { revoked: true });
    assert.equal((await stored()).state, 'disconnected');
    const { grants } = (await (await fetch(`${rig.simulator.url}/sim/users/${RAE}/grants`)).json()) as { grants: { revoked: boolean }[] };
    assert.ok(grants.every(({ revoked }) => revoked));
    const { rowCount } = await database.ownerPool.query('select 1 from connection_secrets where connection_id = $1', [id]);
    assert.equal(rowCount, 0);
    assert.equal((await failureOf(read(one))).vendorCode, 'NOT_CONNECTED');
    assert.deepEqual(await one.disconnect(ACME, userId), { revoked: true });
  });

  test('ends here also while Salesforce cannot be reached', async () => {
    await rig.order('/sim/faults', { match: { path: '/services/oauth2/revoke' }, action: { kind: 'cut' } });
    assert.deepEqual(await one.disconnect(ACME, userId), { revoked: false });
    assert.equal((await stored()).state, 'disconnected');
  });
});
