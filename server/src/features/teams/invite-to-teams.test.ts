import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg } from '../../../test-support/org.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };

describe('Inviting people to teams', () => {
  let service: TestApp;
  let acme: TestOrg;
  let admin: TestPanel;
  let west: string;
  let north: string;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from teams; delete from users; delete from letters; delete from letter_slots');
    await acme.addUser({ ...AVERY, role: 'admin' });
    admin = await service.openPanel(acme, AVERY);
    west = await create('West; Coast');
    north = await create('North');
  });

  const create = async (name: string): Promise<string> => (await admin.request('POST', '/v1/teams', { name })).body.id;
  const invite = (emails: string[], teams: { id: string; emails: string[] }[]) =>
    admin.request('POST', '/v1/users/invitations', { emails, teams });
  const members = async (id: string): Promise<string[]> =>
    (await admin.request('GET', `/v1/teams/${id}`)).body.members.map(({ email }: { email: string }) => email);
  const read = async (csv: string, change: object = {}) =>
    (await admin.request('POST', '/v1/users/invitations/csv', { csv, ...change })).body;

  test('Each of those who are invited is in the teams that were chosen for them, whatever the case of the address', async () => {
    const { body } = await invite(
      ['kim@acme.example', 'sam@acme.example', 'no address'],
      [
        { id: west, emails: ['KIM@acme.example', 'sam@acme.example', 'no address'] },
        { id: north, emails: ['sam@acme.example'] },
      ],
    );
    assert.deepEqual(
      body.results.map(({ outcome }: { outcome: string }) => outcome),
      ['invited', 'invited', 'not_an_address'],
    );
    assert.deepEqual(await members(west), ['kim@acme.example', 'sam@acme.example']);
    assert.deepEqual(await members(north), ['sam@acme.example']);
  });

  test('Whoever is not invited by it is added to no team', async () => {
    const { body } = await invite([AVERY.email], [{ id: west, emails: [AVERY.email, 'stranger@acme.example'] }]);
    assert.equal(body.results[0].outcome, 'already_active');
    assert.deepEqual(await members(west), []);
  });

  test('Nobody is invited when one of the teams is not there any more', async () => {
    const { status, body } = await invite(['kim@acme.example'], [{ id: randomUUID(), emails: ['kim@acme.example'] }]);
    assert.deepEqual([status, body.code], [404, 'not_found']);
    assert.equal((await admin.request('GET', '/v1/users')).body.users.length, 1);
  });

  test('A file may name the teams of each; a team that is not there is what is wrong with the row', async () => {
    const csv = [
      'Email,Role,Team',
      'kim@acme.example,,north',
      'sam@acme.example,,"NORTH | west; coast"',
      'pat@acme.example,,',
      'eve@acme.example,,everyone',
      'lee@acme.example,,"North; South"',
    ].join('\n');
    const { teamColumn, rows } = await read(csv);
    assert.equal(teamColumn, 2);
    assert.deepEqual(
      rows.map(({ teamIds, problem }: { teamIds: string[]; problem: string | null }) => [teamIds, problem]),
      [
        [[north], null],
        [[north, west], null],
        [[], null],
        [[], null],
        [[], 'unknown_team'],
      ],
    );
    const none = await read(csv, { emailColumn: 0, roleColumn: null, teamColumn: null });
    assert.deepEqual([none.teamColumn, none.rows.map(({ problem }: { problem: string | null }) => problem)], [null, Array(5).fill(null)]);
  });
});
