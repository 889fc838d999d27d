import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg } from '../../../test-support/org.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const INES = { salesforceUserId: '005000000000021AAA', email: 'ines@initech.example', name: 'Ines Vidal' };
const ACME = '00D000000000001EAA';
const INITECH = '00D000000000002EAA';
const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

interface Result {
  email: string;
  outcome: string;
  retryAt: string | null;
  user: { id: string; state: string; role: string; isInvitationExpired: boolean } | null;
}

describe('Invitations', () => {
  let service: TestApp;
  let acme: TestOrg;
  let initech: TestOrg;
  let admin: TestPanel;
  let other: TestPanel;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: ACME });
    initech = await service.addOrg({ orgId: INITECH, name: 'Initech', lightningOrigin: 'https://initech.lightning.force.com' });
  });
  after(() => service.close());
  beforeEach(async () => {
    service.clock.set(new Date());
    for (const table of ['users', 'letters', 'letter_slots']) await rows(`delete from ${table}`);
    await service.database.jobsPool.query('delete from graphile_worker._private_jobs');
    await acme.addUser({ ...AVERY, role: 'admin' });
    await initech.addUser({ ...INES, role: 'admin' });
    await openPanels();
  });

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await service.database.ownerPool.query<Row>(sql, values)).rows;
  const openPanels = async () => {
    admin = await service.openPanel(acme, AVERY);
    other = await service.openPanel(initech, INES);
  };
  /** Later, with fresh sessions: those of before have ended. */
  const advance = async (milliseconds: number) => {
    service.clock.advance(milliseconds);
    await openPanels();
  };
  const invite = async (emails: string[], panel = admin, role = 'rep'): Promise<Result[]> => {
    const { status, body } = await panel.request('POST', '/v1/users/invitations', { emails, role });
    assert.equal(status, 200, JSON.stringify(body));
    return (body as { results: Result[] }).results;
  };
  const one = async (email: string, panel = admin, role = 'rep'): Promise<Result> => (await invite([email], panel, role))[0]!;
  const resend = (id: string, panel = admin) => panel.request('POST', `/v1/users/${id}/invitation`);
  const rowOf = async (id: string, panel = admin) =>
    (await panel.request('GET', '/v1/users')).body.users.find((user: { id: string }) => user.id === id);
  /** The jobs that write a letter at once. */
  const lettersNow = async (): Promise<number> => {
    const jobs = await service.database.jobsPool.query<{ payload: { leavesAt?: string | null } }>(
      `select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
       where t.identifier = 'send-invitation'`,
    );
    return jobs.rows.filter(({ payload }) => payload.leavesAt && Date.parse(payload.leavesAt) <= service.clock.now().getTime()).length;
  };

  test('An org that invites the address of a user elsewhere is answered as for any address', async () => {
    await acme.addUser({ salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' });
    const shape = ({ outcome, user }: Result) => ({ outcome, user: user && { ...user, id: '', email: '', invitedAt: '' } });
    assert.deepEqual(shape(await one('rae@acme.example', other)), shape(await one('nobody@acme.example', other)));
  });

  test('An invitation reserves no address: every org can invite it, and has it in its own list only', async () => {
    assert.equal((await one('new@globex.example', other)).outcome, 'invited');
    assert.equal((await one('new@globex.example')).outcome, 'invited');
    assert.equal((await one('new@globex.example')).outcome, 'already_invited');
  });

  test('An invitation expires after 30 days: the row says so, its seat is free, and the admin can send it again', async () => {
    const { user } = await one('late@acme.example');
    assert.equal((await rowOf(user!.id)).isInvitationExpired, false);
    const addresses = Array.from({ length: 98 }, (_, index) => `person${String(index)}@acme.example`);
    await rows(
      `insert into users (org_id, email, state, invited_at, activated_at) select $1, unnest($2::text[]), 'activated', now(), now()`,
      [ACME, addresses],
    );
    assert.equal((await one('one.too.many@acme.example')).outcome, 'no_seat_left');

    await advance(30 * DAY_MS + 1_000);
    assert.equal((await rowOf(user!.id)).isInvitationExpired, true);
    const again = await resend(user!.id);
    assert.deepEqual([again.status, again.body.isInvitationExpired], [200, false]);
    assert.equal((await one('one.too.many@acme.example')).outcome, 'no_seat_left');

    await advance(30 * DAY_MS + 1_000);
    assert.equal((await one('one.too.many@acme.example')).outcome, 'invited');
    assert.equal((await resend(user!.id)).body.code, 'no_seat_left');
  });

  test('Who is invited again comes back with the role that was chosen now, and only after a new sign-in', async () => {
    const sam = await acme.addUser({ salesforceUserId: '005000000000004AAA', email: 'sam@acme.example', role: 'admin' });
    await admin.request('POST', `/v1/users/${sam.id}/deactivation`);
    const { outcome, user } = await one('sam@acme.example');
    assert.deepEqual([outcome, user?.state, user?.role], ['invited', 'invited', 'rep']);
    assert.notEqual(user?.id, sam.id, 'whose address it is now is not known before');
    const panel = await service.openPanel(acme, sam);
    assert.equal((await panel.request('GET', '/v1/me')).body.code, 'not_activated');
  });

  test('Of 200 resends to a stranger three leave in a day and ten in 30 days, and each refusal says when one may leave again', async () => {
    const { user } = await one('stranger@elsewhere.example');
    let sent = 1;
    for (let hour = 0; hour < 20; hour += 1) {
      await advance(61 * MINUTE_MS);
      for (let press = 0; press < 10; press += 1) {
        const { status, body } = await resend(user!.id);
        if (status === 200) sent += 1;
        else {
          assert.deepEqual([status, body.code], [429, 'letter_quota_reached']);
          assert.ok(Date.parse(body.retryAt) > service.clock.now().getTime());
        }
      }
    }
    assert.equal(sent, 3);
    for (let day = 0; day < 12; day += 1) {
      await advance(DAY_MS + MINUTE_MS);
      if ((await resend(user!.id)).status === 200) sent += 1;
    }
    assert.equal(sent, 10);
    assert.equal((await rows('select 1 from letters')).length, 10);
  });

  test('Many presses at the same moment are counted exactly', async () => {
    const { user } = await one('stranger@elsewhere.example');
    await advance(2 * MINUTE_MS);
    const answers = await Promise.all(Array.from({ length: 12 }, () => resend(user!.id)));
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  });

  test('The time that a refusal names is the time at which it works', async () => {
    const { user } = await one('stranger@elsewhere.example');
    for (let again = 0; again < 2; again += 1) {
      await advance(5 * MINUTE_MS);
      assert.equal((await resend(user!.id)).status, 200);
    }
    await advance(5 * MINUTE_MS);
    const { retryAt } = (await resend(user!.id)).body;
    service.clock.set(new Date(Date.parse(retryAt) - 5_000));
    await openPanels();
    assert.equal((await resend(user!.id)).status, 429);
    service.clock.set(new Date(Date.parse(retryAt) + 1));
    assert.equal((await resend(user!.id)).status, 200);
  });

  test('One person has 100 letters a day written and one org 300, told in the row of each address that was refused', async () => {
    const addresses = (of: string, count: number) => Array.from({ length: count }, (_, index) => `${of}${String(index)}@elsewhere.example`);
    const count = (results: Result[], outcome: string) => results.filter((result) => result.outcome === outcome).length;
    const free = () => rows(`delete from users where state = 'invited'`);
    assert.equal(count(await invite(addresses('a', 90)), 'invited'), 90);
    await free();
    const refused = await invite(addresses('b', 20));
    assert.deepEqual([count(refused, 'invited'), count(refused, 'too_many_letters')], [10, 10]);
    assert.ok(refused.filter(({ outcome }) => outcome === 'too_many_letters').every(({ retryAt, user }) => retryAt && user === null));
    assert.equal((await rows('select 1 from letters')).length, 100);
    for (const number of [2, 3, 4]) {
      await free();
      const email = `admin${String(number)}@acme.example`;
      const person = await acme.addUser({ salesforceUserId: `00500000000005${String(number)}AAA`, email, role: 'admin' });
      await invite(addresses(`c${String(number)}`, 90), await service.openPanel(acme, person));
    }
    assert.equal((await rows('select 1 from letters where org_id = $1', [ACME])).length, 300);
  });

  test('What other orgs write to an address holds its letters back, and no org can tell', async () => {
    const invited: Result[] = [];
    for (let number = 0; number < 4; number += 1) {
      const orgId = `00D00000000001${String(number)}EAA`;
      const org = await service.addOrg({ orgId, lightningOrigin: `https://org${String(number)}.lightning.force.com` });
      const person = await org.addUser({
        salesforceUserId: `0050000000000${String(60 + number)}AAA`,
        email: `a${String(number)}@x.example`,
        role: 'admin',
      });
      invited.push(await one('stranger@elsewhere.example', await service.openPanel(org, person)));
    }
    assert.equal(await lettersNow(), 3);
    assert.deepEqual(
      invited.map(({ outcome, retryAt }) => [outcome, retryAt]),
      Array.from({ length: 4 }, () => ['invited', null]),
    );
    const { rows: seen } = await service.database.pool.query('select 1 from letter_slots');
    assert.equal(seen.length, 0, 'the application cannot look at what others send');
  });

  test('Each invitation leaves a row in the log of security events: who, whom, from where', async () => {
    await rows('delete from security_events');
    const { user } = await one('new@acme.example', admin, 'admin');
    await advance(2 * MINUTE_MS);
    await resend(user!.id);
    const events = await rows<{ kind: string; about: string; actor: string; ip: string; details: object }>(
      `select kind, about, actor_name as actor, ip_address as ip, details from security_events order by id`,
    );
    const event = { kind: 'user_invited', about: 'new@acme.example', actor: AVERY.email, ip: '127.0.0.1' };
    assert.deepEqual(events, [
      { ...event, details: { role: 'admin' } },
      { ...event, details: { role: 'admin', again: true } },
    ]);
  });
});
