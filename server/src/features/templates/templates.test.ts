import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTemplatesRig, type Answered, type Name, type TemplatesRig } from '../../../test-support/templates-rig.ts';

const NOT_SHARED = { everyone: false, teamIds: [] };
const EVERYONE = { everyone: true, teamIds: [] };

describe('A template', () => {
  let rig: TemplatesRig;
  let general: string;
  before(async () => void (rig = await startTemplatesRig()));
  beforeEach(async () => {
    await rig.reset();
    general = await rig.category('General');
    await rig.done('avery', 'PUT', '/template-sharing', { restrictsSharing: false });
  });
  after(() => rig.close());

  const show = (who: Name, id: string): Promise<Answered> => rig.done(who, 'GET', `/templates/${id}`);
  const share = (who: Name, id: string, sharing: object): Promise<Answered> => rig.done(who, 'PUT', `/templates/${id}/sharing`, sharing);
  const words = (template: Answered, changes: object = {}): object => {
    const { name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria, version } = template;
    return { name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria, version, ...changes };
  };

  test('is made in one request with all that it has, is cleaned, and is private', async () => {
    const criteria = { join: 'any', list: [{ field: 'title', condition: 'contains', value: 'vp' }] };
    const made = await rig.template('rae', general, {
      name: '  After the call ',
      subject: 'Hi\n{{first_name}}',
      bodyHtml: '<p onclick="x()">One</p><script>two()</script><p>Three</p>',
      notes: 'For VPs',
      isNonCommercial: true,
      criteria,
    });
    const { id, updatedAt, ...shown } = await show('rae', made.id as string);
    assert.ok(id && updatedAt);
    assert.deepEqual(shown, {
      name: 'After the call',
      subject: 'Hi {{first_name}}',
      bodyHtml: '<p>One</p><p>Three</p>',
      notes: 'For VPs',
      isNonCommercial: true,
      criteria,
      categoryId: general,
      categoryName: 'General',
      owner: { id: rig.people.rae.user.id, name: 'Rae Ortiz' },
      isMine: true,
      canEdit: true,
      sharedWith: { everyone: false, teams: [] },
      isFavourite: false,
      isArchived: false,
      lastUsedAt: null,
      sent: 0,
      replied: 0,
      version: 1,
      statistics: { sent: 0, replied: 0, bounced: 0, people: 0, lastUsedAt: null },
    });
    for (const who of ['sam', 'avery'] as const) {
      assert.deepEqual(await rig.names(who), []);
      assert.equal(await rig.refused(who, 'GET', `/templates/${String(id)}`), '404 not_found');
    }
  });

  test('is seen by the members of the teams that it is shared with, by everybody where it is for Everyone, and by admins', async () => {
    const west = await rig.team('rae', 'sam');
    const ours = await rig.team('rae');
    const { id } = await rig.template('rae', general);
    await share('rae', id, { everyone: false, teamIds: [ours] });
    assert.deepEqual([await rig.names('sam'), await rig.names('avery')], [[], ['Follow up']], 'a team that Sam is not in');
    const shared = await share('rae', id, { everyone: false, teamIds: [west] });
    assert.deepEqual(shared.sharedWith, { everyone: false, teams: [{ id: west, name: 'Team rae and sam' }] });
    assert.equal((await show('sam', id)).canEdit, false);
    assert.equal((await show('avery', id)).canEdit, true);
    await share('rae', id, NOT_SHARED);
    assert.deepEqual(await rig.names('sam'), []);
    await share('rae', id, EVERYONE);
    assert.deepEqual(await rig.names('sam'), ['Follow up']);
  });

  test('is shared by its owner with the owner’s own teams alone, and by an admin with any', async () => {
    const south = await rig.team('sam');
    const { id } = await rig.template('rae', general);
    const to = `/templates/${String(id)}/sharing`;
    assert.equal(await rig.refused('rae', 'PUT', to, { everyone: false, teamIds: [south] }), '404 not_found');
    assert.equal(await rig.refused('rae', 'PUT', to, { everyone: false, teamIds: [randomUUID()] }), '404 not_found');
    await share('rae', id, EVERYONE);
    assert.equal(await rig.refused('sam', 'PUT', to, NOT_SHARED), '403 template_not_yours');
    const shared = await share('avery', id, { everyone: false, teamIds: [south] });
    assert.deepEqual([shared.isMine, shared.sharedWith.teams.length], [false, 1]);
    assert.deepEqual(await rig.names('sam'), ['Follow up']);
    const { categoryId } = await share('rae', id, { everyone: true, teamIds: [south], categoryId: await rig.category('Calls') });
    assert.notEqual(categoryId, general, 'it moves in the same step, and the owner may leave a team in it that an admin has put there');
    const taken = await share('avery', id, NOT_SHARED);
    assert.deepEqual([taken.isMine, taken.canEdit, taken.isFavourite], [false, false, false], 'the admin sees what was done, once');
    assert.equal(await rig.refused('avery', 'GET', `/templates/${String(id)}`), '404 not_found');
  });

  test('is not shared any more with a team that its owner leaves, and stays with one where an admin put it', async () => {
    const west = await rig.team('rae', 'sam');
    const south = await rig.team('sam');
    const { id } = await rig.template('rae', general);
    await share('rae', id, { everyone: false, teamIds: [west] });
    await share('avery', id, { everyone: false, teamIds: [west, south] });
    await rig.done('avery', 'DELETE', `/teams/${west}/members/${rig.people.rae.user.id}`);
    assert.deepEqual((await show('rae', id)).sharedWith.teams, [{ id: south, name: 'Team sam' }]);
    await rig.done('avery', 'DELETE', `/teams/${south}`);
    assert.deepEqual((await show('rae', id)).sharedWith.teams, []);
  });

  test('is changed by its owner, and by admins where it is shared; others clone it', async () => {
    const made = await rig.template('rae', general, { name: 'x'.repeat(120), subject: 'Hello', bodyHtml: '<p>Hi</p>' });
    const path = `/templates/${String(made.id)}`;
    assert.equal(await rig.refused('avery', 'PUT', path, words(made)), '404 not_found', 'a private one, also for admins');
    await share('rae', made.id, EVERYONE);
    assert.equal(await rig.refused('sam', 'PUT', path, words(made)), '403 template_not_yours');
    for (const [method, to, body] of [
      ['POST', '/archive'],
      ['DELETE', ''],
      ['POST', '/restore', { categoryId: general }],
    ] as const)
      assert.equal(await rig.refused('sam', method, path + to, body), '403 template_not_yours');
    const saved = await rig.done('avery', 'PUT', path, words(made, { subject: 'Better' }));
    assert.deepEqual([saved.subject, saved.version, saved.owner.name], ['Better', 2, 'Rae Ortiz']);
    const clone = await rig.done('sam', 'POST', `${path}/clone`);
    assert.deepEqual(
      [clone.isMine, clone.sharedWith.everyone, clone.subject, clone.bodyHtml, clone.name.length],
      [true, false, 'Better', '<p>Hi</p>', 120],
    );
  });

  test('that two people save at once is saved once, and the other is told who did', async () => {
    const made = await rig.template('rae', general);
    await share('rae', made.id, EVERYONE);
    const answers = await Promise.all(
      (['rae', 'avery'] as const).map((who) => rig.ask(who, 'PUT', `/templates/${String(made.id)}`, words(made, { notes: who }))),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
    const refused = answers.find(({ status }) => status === 409)?.body;
    const saved = await show('rae', made.id);
    assert.equal(refused.code, 'template_changed');
    assert.match(refused.title as string, saved.notes === 'rae' ? /^Rae Ortiz has saved/ : /^Avery Stone has saved/);
  });

  test('that is archived is neither changed, cloned, used nor shared until it is in a category again, and keeps its words', async () => {
    const made = await rig.template('rae', general);
    const path = `/templates/${String(made.id)}`;
    const archived = await rig.done('rae', 'POST', `${path}/archive`);
    assert.deepEqual([archived.isArchived, archived.categoryId, archived.categoryName], [true, null, null]);
    await rig.done('rae', 'POST', `${path}/archive`);
    for (const [method, to, body] of [
      ['PUT', '', words(made)],
      ['POST', '/clone'],
      ['POST', '/use', { recordId: '00Q000000000001EAA' }],
      ['PUT', '/sharing', EVERYONE],
    ] as const)
      assert.equal(await rig.refused('rae', method, path + to, body), '409 template_archived', to);
    assert.deepEqual([await rig.names('rae'), await rig.names('rae', 'view=archived')], [[], ['Follow up']]);
    assert.equal(await rig.refused('rae', 'POST', `${path}/restore`, { categoryId: randomUUID() }), '404 not_found');
    const restored = await rig.done('rae', 'POST', `${path}/restore`, { categoryId: general });
    assert.deepEqual([restored.isArchived, restored.categoryName, restored.name], [false, 'General', 'Follow up']);
    assert.equal(await rig.refused('rae', 'POST', `${path}/restore`, { categoryId: general }), '409 template_not_archived');
  });

  test('that is deleted is gone for everybody', async () => {
    const { id } = await rig.template('rae', general);
    await share('rae', id, EVERYONE);
    await rig.done('sam', 'PUT', `/templates/${String(id)}/favourite`);
    await rig.done('rae', 'DELETE', `/templates/${String(id)}`);
    assert.deepEqual([await rig.names('sam', 'view=favourites'), await rig.names('rae')], [[], []]);
    assert.equal(await rig.refused('rae', 'DELETE', `/templates/${String(id)}`), '404 not_found');
  });

  test('is a favourite of whoever likes it, and of nobody who does not see it', async () => {
    const { id } = await rig.template('rae', general);
    const path = `/templates/${String(id)}/favourite`;
    assert.equal(await rig.refused('sam', 'PUT', path), '404 not_found');
    await share('rae', id, EVERYONE);
    for (const _ of [1, 2]) await rig.done('sam', 'PUT', path);
    assert.deepEqual([await rig.names('sam', 'view=favourites'), await rig.names('rae', 'view=favourites')], [['Follow up'], []]);
    for (const _ of [1, 2]) await rig.done('sam', 'DELETE', path);
    assert.deepEqual(await rig.names('sam', 'view=favourites'), []);
  });

  test('is shown to an admin as another user sees it, and to nobody else', async () => {
    const { id } = await rig.template('rae', general);
    const as = `asUserId=${rig.people.rae.user.id}`;
    assert.deepEqual(await rig.names('avery', as), ['Follow up']);
    const shown = await rig.done('avery', 'GET', `/templates/${String(id)}?${as}`);
    assert.deepEqual([shown.isMine, shown.canEdit], [true, false]);
    assert.equal(await rig.refused('sam', 'GET', `/templates?${as}`), '403 admins_only');
    assert.equal(await rig.refused('sam', 'GET', `/templates/${String(id)}?${as}`), '403 admins_only');
    assert.equal(await rig.refused('avery', 'GET', `/templates?asUserId=${randomUUID()}`), '404 not_found');
  });

  test('has a name of one line, at most three criteria, and words that fit', async () => {
    for (const name of ['', '  ', 'x'.repeat(121), 'a\nb', '\u200B', 'a\u202Eb'])
      assert.equal((await rig.ask('rae', 'POST', '/templates', { name, categoryId: general })).status, 400, JSON.stringify(name));
    const criterion = { field: 'title', condition: 'equals', value: 'CEO' };
    const many = { criteria: { join: 'all', list: Array(4).fill(criterion) } };
    assert.equal((await rig.ask('rae', 'POST', '/templates', { name: 'A', categoryId: general, ...many })).status, 400);
    const long = { name: 'A', categoryId: general, bodyHtml: `<p>${'x'.repeat(600_000)}</p>` };
    assert.equal(await rig.refused('rae', 'POST', '/templates', long), '413 text_too_large');
    assert.equal(await rig.refused('rae', 'POST', '/templates', { name: 'A', categoryId: randomUUID() }), '404 not_found');
  });
});
