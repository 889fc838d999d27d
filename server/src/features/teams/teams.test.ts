import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { createTestApp, type TestApp, type TestPanel } from '../../../test-support/app.ts';
import type { TestOrg, TestUser } from '../../../test-support/org.ts';
import { inOrg } from '../../platform/postgres.ts';
import { listTeamsOfUser } from './index.ts';

const AVERY = { salesforceUserId: '005000000000001AAA', email: 'avery@acme.example', name: 'Avery Stone' };
const RAE = { salesforceUserId: '005000000000002AAA', email: 'rae@acme.example', name: 'Rae Ortiz' };
const SAM = { salesforceUserId: '005000000000003AAA', email: 'sam@acme.example', name: 'Sam Blake' };
const INES = { salesforceUserId: '005000000000021AAA', email: 'ines@initech.example', name: 'Ines Vidal' };

describe('Teams of an org', () => {
  let service: TestApp;
  let acme: TestOrg;
  let initech: TestOrg;
  let rae: TestUser;
  let sam: TestUser;
  let admin: TestPanel;

  before(async () => {
    service = await createTestApp();
    acme = await service.addOrg({ orgId: '00D000000000001EAA' });
    initech = await service.addOrg({ orgId: '00D000000000002EAA', lightningOrigin: 'https://initech.lightning.force.com' });
  });
  after(() => service.close());
  beforeEach(async () => {
    await service.database.ownerPool.query('delete from teams; delete from users; delete from security_events');
    await acme.addUser({ ...AVERY, role: 'admin' });
    rae = await acme.addUser(RAE);
    sam = await acme.addUser(SAM);
    admin = await service.openPanel(acme, AVERY);
  });

  const create = async (name: string): Promise<string> => {
    const { status, body } = await admin.request('POST', '/v1/teams', { name });
    assert.equal(status, 201, JSON.stringify(body));
    return (body as { id: string }).id;
  };
  const list = async () => (await admin.request('GET', '/v1/teams')).body;
  const members = async (id: string): Promise<string[]> =>
    (await admin.request('GET', `/v1/teams/${id}`)).body.members.map(({ email }: { email: string }) => email);
  const add = (id: string, { id: userId }: TestUser, panel = admin) => panel.request('PUT', `/v1/teams/${id}/members/${userId}`);
  const take = (id: string, { id: userId }: TestUser) => admin.request('DELETE', `/v1/teams/${id}/members/${userId}`);
  const teamsOf = (user: TestUser) => inOrg(service.database.pool, acme.orgId, (tx) => listTeamsOfUser(tx, acme.orgId, user.id));

  test('A team is created, renamed and deleted, and its members stay users', async () => {
    const id = await create('  West  ');
    await add(id, rae);
    assert.equal((await admin.request('PATCH', `/v1/teams/${id}`, { name: 'West Coast' })).body.name, 'West Coast');
    assert.deepEqual(await list(), { teams: [{ id, name: 'West Coast', memberCount: 1 }], everyoneCount: 3, mostTeams: 20 });
    assert.equal((await admin.request('DELETE', `/v1/teams/${id}`)).status, 204);
    assert.deepEqual(await list(), { teams: [], everyoneCount: 3, mostTeams: 20 });
    assert.equal((await admin.request('GET', `/v1/teams/${id}`)).status, 404);
  });

  test('Names that people read as one are one, Everyone among them', async () => {
    const id = await create('Straße  Nord');
    for (const name of ['STRAßE NORD', ' straße nord ', 'EVERYONE']) {
      const { status, body } = await admin.request('POST', '/v1/teams', { name });
      assert.deepEqual([status, body.code], [409, 'team_name_taken'], name);
    }
    const other = await create('South');
    const refused = await admin.request('PATCH', `/v1/teams/${other}`, { name: 'straße nord' });
    assert.deepEqual(
      [refused.status, refused.body.code, refused.body.title],
      [409, 'team_name_taken', 'There is a team Straße  Nord already. Choose another name.'],
    );
    assert.equal((await admin.request('PATCH', `/v1/teams/${id}`, { name: 'STRAßE NORD' })).status, 200, 'its own name in other letters');
  });

  test('A name is one line that can be seen, of 1 to 80 characters', async () => {
    for (const name of ['', '   ', 'a\nb', 'a\tb', 'a\u0007', '\u200B', 'a\u202Eb', 'x'.repeat(81)])
      assert.equal((await admin.request('POST', '/v1/teams', { name })).status, 400, JSON.stringify(name));
    for (const name of ['x'.repeat(80), '営業', '🚀', "O'Brien & Söhne"]) await create(name);
  });

  test('Of 25 teams that are created at once there are 20, and Everyone is not counted', async () => {
    const answers = await Promise.all(
      Array.from({ length: 25 }, (_, index) => admin.request('POST', '/v1/teams', { name: `Team ${String(index)}` })),
    );
    const codes = answers.map(({ status, body }) => (status === 201 ? 'created' : body.code));
    assert.equal(codes.filter((code) => code === 'created').length, 20);
    assert.equal(codes.filter((code) => code === 'team_limit_reached').length, 5);
    assert.equal((await list()).teams.length, 20);
  });

  test('Of teams with one name that are created at once there is one', async () => {
    const answers = await Promise.all(['West', 'WEST', 'west'].map((name) => admin.request('POST', '/v1/teams', { name })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409, 409]);
  });

  test('Whoever is added twice is in it once; whoever is taken out twice is out', async () => {
    const id = await create('West');
    const added = await Promise.all([add(id, rae), add(id, rae), add(id, sam)]);
    assert.deepEqual(
      added.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.deepEqual(await members(id), [RAE.email, SAM.email]);
    await take(id, rae);
    assert.equal((await take(id, rae)).status, 200);
    assert.deepEqual(await members(id), [SAM.email]);
  });

  test('Two admins who rename and add at once lose neither: the last name stands, and everybody is in', async () => {
    const id = await create('West');
    const rename = (name: string) => admin.request('PATCH', `/v1/teams/${id}`, { name });
    const answers = await Promise.all([rename('North'), add(id, rae), rename('South'), add(id, sam)]);
    assert.ok(answers.every(({ status }) => status === 200));
    const { teams } = await list();
    assert.match(teams[0].name, /^(?:North|South)$/);
    assert.equal(teams[0].memberCount, 2);
  });

  test('A team that is deleted while somebody is added is gone, and the one who adds is told', async () => {
    for (let round = 0; round < 8; round += 1) {
      const id = await create(`West ${String(round)}`);
      const [added, deleted] = await Promise.all([add(id, rae), admin.request('DELETE', `/v1/teams/${id}`)]);
      assert.ok(added.status === 200 || added.status === 404, JSON.stringify(added.body));
      assert.equal(deleted.status, 204);
    }
    assert.deepEqual((await teamsOf(rae)).teamIds, []);
  });

  test('Only users of the org can be added, and nobody whose access has ended', async () => {
    const id = await create('West');
    const ines = await initech.addUser(INES);
    const invited = await acme.addUser({ salesforceUserId: '005000000000009AAA', email: 'new@acme.example', state: 'invited' });
    const gone = await acme.addUser({ salesforceUserId: '005000000000008AAA', email: 'gone@acme.example', state: 'deactivated' });
    assert.equal((await add(id, ines)).status, 404);
    assert.equal((await add(id, { ...ines, id: randomUUID() })).status, 404);
    assert.equal((await add(id, invited)).status, 200);
    const refused = await add(id, gone);
    assert.deepEqual([refused.status, refused.body.code], [409, 'user_deactivated']);
    assert.deepEqual(await members(id), ['new@acme.example']);
  });

  test('A member whose access has ended is shown as such, counts no more, is in no team, and can be taken out', async () => {
    const id = await create('West');
    await add(id, rae);
    await add(id, sam);
    assert.deepEqual(await teamsOf(rae), { isInEveryone: true, teamIds: [id] });
    await admin.request('POST', `/v1/users/${rae.id}/deactivation`);
    const { body } = await admin.request('GET', `/v1/teams/${id}`);
    assert.deepEqual(
      body.members.map(({ email, state }: { email: string; state: string }) => [email, state]),
      [
        [SAM.email, 'activated'],
        [RAE.email, 'deactivated'],
      ],
    );
    assert.deepEqual([body.memberCount, (await list()).everyoneCount], [1, 2]);
    assert.deepEqual(await teamsOf(rae), { isInEveryone: false, teamIds: [] });
    assert.equal((await take(id, rae)).status, 200);
    assert.deepEqual(await members(id), [SAM.email]);
  });

  test('Each change is in the security log once, with who did it, and what changed nothing is not', async () => {
    const id = await create('West');
    await add(id, rae);
    await add(id, rae);
    await take(id, rae);
    await take(id, rae);
    await admin.request('PATCH', `/v1/teams/${id}`, { name: 'East' });
    await admin.request('PATCH', `/v1/teams/${id}`, { name: 'East' });
    await admin.request('DELETE', `/v1/teams/${id}`);
    const { rows } = await service.database.ownerPool.query<object>(
      `select kind, about, actor_name as actor from security_events where kind like 'team%' order by id`,
    );
    assert.deepEqual(rows, [
      { kind: 'team_created', about: 'West', actor: AVERY.email },
      { kind: 'team_member_added', about: `West: ${RAE.email}`, actor: AVERY.email },
      { kind: 'team_member_removed', about: `West: ${RAE.email}`, actor: AVERY.email },
      { kind: 'team_renamed', about: 'East', actor: AVERY.email },
      { kind: 'team_deleted', about: 'East', actor: AVERY.email },
    ]);
  });

  test('A rep and an admin of another org read and change no team', async () => {
    const id = await create('West');
    await initech.addUser({ ...INES, role: 'admin' });
    const rep = await service.openPanel(acme, RAE);
    const stranger = await service.openPanel(initech, INES);
    const asked = [
      ['GET', '/v1/teams'],
      ['POST', '/v1/teams', { name: 'Mine' }],
      ['GET', `/v1/teams/${id}`],
      ['PATCH', `/v1/teams/${id}`, { name: 'Mine' }],
      ['DELETE', `/v1/teams/${id}`],
      ['PUT', `/v1/teams/${id}/members/${rae.id}`],
      ['DELETE', `/v1/teams/${id}/members/${rae.id}`],
    ] as const;
    for (const [method, path, body] of asked) {
      const refused = await rep.request(method, path, body);
      assert.deepEqual([refused.status, refused.body.code], [403, 'admins_only'], `${method} ${path}`);
      if (path.includes(id)) assert.equal((await stranger.request(method, path, body)).status, 404, `${method} ${path}`);
    }
    assert.deepEqual((await stranger.request('GET', '/v1/teams')).body.teams, []);
    assert.deepEqual((await list()).teams, [{ id, name: 'West', memberCount: 0 }]);
  });
});
