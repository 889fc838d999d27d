import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { TestApp, TestPanel } from '../../../test-support/app.ts';
import { keepSalesforce } from '../../../test-support/keep-salesforce.ts';
import type { TestOrg } from '../../../test-support/org.ts';
import { AVERY, startUsersRig, type UsersRig } from '../../../test-support/users-rig.ts';

const KIM = 'kim.larsen@acme.example';
const KIM_ID = '005000000000005AAA';
const DAY_MS = 86_400_000;

describe('Inviting from a list', () => {
  let rig: UsersRig;
  let service: TestApp;
  let acme: TestOrg;
  let admin: TestPanel;
  before(async () => {
    rig = await startUsersRig();
    ({ service, acme } = rig);
  });
  after(() => rig.close());
  beforeEach(async () => {
    const { avery, admin: opened } = await rig.reset();
    admin = opened;
    await keepSalesforce(service, avery);
    await rig.changeInSalesforce(KIM_ID, { active: true });
  });

  const check = async (emails: string[]) => (await admin.request('POST', '/v1/users/invitations/check', { emails })).body;
  const queries = async (): Promise<string[]> => {
    const response = await fetch(`${rig.salesforce.url}/sim/requests?method=GET&path=/services/data/v66.0/query`);
    const { requests } = (await response.json()) as { requests: { url: string }[] };
    return requests.map(({ url }) => decodeURIComponent(url.replaceAll('+', ' '))).filter((url) => url.includes('FROM User'));
  };

  test('Addresses that are no active Salesforce user are named before anything is sent, with one query', async () => {
    await acme.addUser({ salesforceUserId: '005000000000002AAA', email: 'rae@acme.example' });
    await rig.changeInSalesforce(KIM_ID, { active: false });
    const before = (await queries()).length;
    const { results, isSalesforceAsked } = await check([
      'Noor@acme.example',
      KIM,
      `o'brien\\@acme.example`,
      `o'brien@acme.example`,
      'rae@acme.example',
      'noor@ACME.example',
    ]);
    assert.equal(isSalesforceAsked, true);
    assert.deepEqual(
      results.map(({ email, finding, name }: { email: string; finding: string; name: string | null }) => [email, finding, name]),
      [
        ['noor@acme.example', 'ready', 'Noor Haddad'],
        [KIM, 'inactive_in_salesforce', 'Kim Larsen'],
        [`o'brien\\@acme.example`, 'not_an_address', null],
        [`o'brien@acme.example`, 'not_in_salesforce', null],
        ['rae@acme.example', 'already_active', 'Rae Ortiz'],
        ['noor@acme.example', 'repeated', 'Noor Haddad'],
      ],
    );
    assert.equal((await queries()).length - before, 1);
    assert.equal((await rig.sql(`select from users where state = 'invited'`)).length, 0);
  });

  test('A hundred long addresses are asked for in several queries, none of them longer than Salesforce takes', async () => {
    const before = (await queries()).length;
    const { results } = await check(
      Array.from({ length: 100 }, (_, index) => `${'a'.repeat(50)}${String(index)}@${'sub.'.repeat(10)}acme.example`),
    );
    assert.ok(results.every(({ finding }: { finding: string }) => finding === 'not_in_salesforce'));
    const made = (await queries()).slice(before);
    assert.ok(made.length > 1 && made.every((url) => encodeURI(url).length < 16_000));
  });

  test('Salesforce that cannot be asked holds no invitation up: the check says so, and the invitation leaves', async () => {
    await rig.sql(`update salesforce_connections set state = 'reconnect_required'`);
    const { results, isSalesforceAsked } = await check([KIM]);
    assert.deepEqual([isSalesforceAsked, results[0].finding], [false, 'ready']);
    const { body } = await admin.request('POST', '/v1/users/invitations', { emails: [KIM] });
    assert.deepEqual([body.results[0].outcome, body.results[0].user.name], ['invited', null]);
    assert.equal((await admin.request('GET', '/v1/users/salesforce-users?q=kim')).body.code, 'salesforce_reconnect_required');
  });

  test('People are found among the active Salesforce users by what was typed, and a wildcard is a letter like any other', async () => {
    const search = async (q: string) =>
      (await admin.request('GET', `/v1/users/salesforce-users?q=${encodeURIComponent(q)}`)).body.users.map(
        ({ name, state }: { name: string; state: string | null }) => [name, state],
      );
    assert.deepEqual(await search('LARSEN'), [['Kim Larsen', null]]);
    assert.deepEqual(await search('avery@'), [['Avery Stone', 'activated']]);
    for (const nothing of ['%%', '__', `'`, `x' OR Name LIKE '`, 'k']) assert.deepEqual(await search(nothing), [], nothing);
  });

  test('Whoever is invited is known by the name that Salesforce has, and admins are those who were named', async () => {
    const { body } = await admin.request('POST', '/v1/users/invitations', {
      emails: [KIM, 'noor@acme.example'],
      admins: ['NOOR@acme.example'],
    });
    assert.deepEqual(
      body.results.map(({ user }: { user: { name: string; role: string } }) => [user.name, user.role]),
      [
        ['Kim Larsen', 'rep'],
        ['Noor Haddad', 'admin'],
      ],
    );
  });

  test('All who have not activated get the letter again; whom the quota holds back is named with the time', async () => {
    const resend = async () => (await admin.request('POST', '/v1/users/invitations/resend')).body.results;
    await admin.request('POST', '/v1/users/invitations', { emails: [KIM, 'noor@acme.example'] });
    service.clock.advance(61_000);
    const noor = (await rig.sql(`select id from users where email = 'noor@acme.example'`))[0] as { id: string };
    await admin.request('POST', `/v1/users/${noor.id}/invitation`);
    const outcomes = (await resend()).map(({ email, outcome, retryAt }: { email: string; outcome: string; retryAt: string | null }) => [
      email,
      outcome,
      retryAt !== null,
    ]);
    assert.deepEqual(outcomes, [
      [KIM, 'sent', false],
      ['noor@acme.example', 'too_many_letters', true],
    ]);
    const jobs = await service.database.jobsPool.query(`select from graphile_worker.jobs where task_identifier = 'send-invitation'`);
    assert.equal(jobs.rowCount, 4);
  });

  test('An invitation that has expired takes a seat again when all are sent again', async () => {
    await admin.request('POST', '/v1/users/invitations', { emails: [KIM] });
    service.clock.advance(31 * DAY_MS);
    admin = await service.openPanel(acme, AVERY);
    await rig.sql(
      `insert into users (org_id, email, state, invited_at, activated_at)
       select $1, 'p' || n || '@acme.example', 'activated', now(), now() from generate_series(1, 99) n`,
      [acme.orgId],
    );
    const { body } = await admin.request('POST', '/v1/users/invitations/resend');
    assert.equal(body.results[0].outcome, 'no_seat_left');
  });
});
