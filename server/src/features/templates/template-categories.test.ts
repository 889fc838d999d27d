import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTemplatesRig, type Answered, type Name, type TemplatesRig } from '../../../test-support/templates-rig.ts';

const EVERYONE = { everyone: true, teamIds: [] };

describe('A category of templates', () => {
  let rig: TemplatesRig;
  before(async () => void (rig = await startTemplatesRig()));
  beforeEach(() => rig.reset());
  after(() => rig.close());

  const look = (who: Name): Promise<Answered> => rig.done(who, 'GET', '/template-categories');
  const grant = (id: string, to: object): Promise<Answered> => rig.done('avery', 'PUT', `/template-categories/${id}/grants`, to);
  const words = (template: Answered, changes: object): object => {
    const { name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria, version } = template;
    return { name, categoryId, subject, bodyHtml, notes, isNonCommercial, criteria, version, ...changes };
  };

  test('is there from the first look on, in the language of whoever looks first, and is one when two look at once', async () => {
    const looks = await Promise.all(
      (['rae', 'sam', 'avery'] as const).map((who) =>
        rig.people[who].panel.request('GET', '/v1/template-categories', undefined, { 'accept-language': 'de' }),
      ),
    );
    const ids = looks.map(({ body }) => body.categories.map(({ id }: { id: string }) => id).join());
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(
      looks[0]?.body.categories.map(({ name }: { name: string }) => name),
      ['Allgemein'],
    );
    assert.deepEqual([looks[0]?.body.restrictsSharing, looks[0]?.body.pinned], [true, []]);
  });

  test('brings the font that the org’s emails have, for the editor', async () => {
    await rig.done('avery', 'PUT', '/email-font', { family: 'verdana', sizePx: 12 });
    assert.match((await look('rae')).bodyStyle as string, /^font-family:Verdana.*;font-size:12px;/);
  });

  test('is made by everybody, has a name of its own, and is changed by whoever made it and by admins', async () => {
    const id = await rig.category('  Prospecting ', 'rae');
    assert.equal(await rig.refused('sam', 'POST', '/template-categories', { name: 'PROSPECTING' }), '409 category_name_taken');
    assert.equal(await rig.refused('sam', 'PUT', `/template-categories/${id}`, { name: 'Mine' }), '403 category_not_yours');
    assert.equal(await rig.refused('sam', 'DELETE', `/template-categories/${id}`), '403 category_not_yours');
    assert.equal((await rig.done('rae', 'PUT', `/template-categories/${id}`, { name: 'prospecting' })).name, 'prospecting');
    assert.equal((await rig.done('avery', 'PUT', `/template-categories/${id}`, { name: 'Outreach' })).name, 'Outreach');
    await rig.done('rae', 'DELETE', `/template-categories/${id}`);
    assert.equal(await rig.refused('rae', 'DELETE', `/template-categories/${id}`), '404 not_found');
    for (const name of ['', ' ', 'x'.repeat(81), 'a\nb', '\u200B'])
      assert.equal((await rig.ask('rae', 'POST', '/template-categories', { name })).status, 400, JSON.stringify(name));
  });

  test('that holds a template of anybody is not deleted, and says how many its reader sees', async () => {
    const id = await rig.category('Calls');
    const { id: templateId } = await rig.template('rae', id);
    assert.equal(await rig.refused('avery', 'DELETE', `/template-categories/${id}`), '409 category_in_use');
    assert.deepEqual([(await look('rae')).categories[0].templates, (await look('avery')).categories[0].templates], [1, 0]);
    await rig.done('rae', 'POST', `/templates/${String(templateId)}/archive`);
    await rig.done('avery', 'DELETE', `/template-categories/${id}`);
    assert.deepEqual(await rig.names('rae', 'view=archived'), ['Follow up'], 'what is archived is in none');
  });

  test('is shared into by admins alone, until it is granted to Everyone or to a team of the rep', async () => {
    const calls = await rig.category('Calls');
    const west = await rig.team('rae', 'sam');
    const { id } = await rig.template('rae', calls);
    const sharing = `/templates/${String(id)}/sharing`;
    assert.equal((await look('rae')).categories[0].mayShareInto, false);
    const refused = await rig.ask('rae', 'PUT', sharing, EVERYONE);
    assert.deepEqual([refused.status, refused.body.code], [403, 'template_sharing_restricted']);
    assert.match(refused.body.title as string, /category Calls/);

    const granted = await grant(calls, { everyone: false, teamIds: [west] });
    assert.deepEqual(granted.grants, { everyone: false, teams: [{ id: west, name: 'Team rae and sam' }] });
    assert.equal((await look('rae')).categories[0].mayShareInto, true);
    await rig.done('rae', 'PUT', sharing, EVERYONE);
    await grant(calls, { everyone: false, teamIds: [] });
    assert.equal((await rig.done('rae', 'PUT', sharing, EVERYONE)).sharedWith.everyone, true, 'what is shared stays so');
    await rig.done('rae', 'PUT', sharing, { everyone: false, teamIds: [] });
    assert.equal(await rig.refused('rae', 'PUT', sharing, EVERYONE), '403 template_sharing_restricted');

    await grant(calls, { everyone: true, teamIds: [] });
    await rig.done('rae', 'PUT', sharing, EVERYONE);
    await grant(calls, { everyone: false, teamIds: [] });
    await rig.done('avery', 'PUT', '/template-sharing', { restrictsSharing: false });
    await rig.done('rae', 'PUT', sharing, { everyone: false, teamIds: [] });
    await rig.done('rae', 'PUT', sharing, EVERYONE);
  });

  test('that is restricted takes in no shared template by another way', async () => {
    const [calls, news] = [await rig.category('Calls'), await rig.category('News')];
    await grant(calls, { everyone: true, teamIds: [] });
    const made = await rig.template('rae', calls);
    const path = `/templates/${String(made.id)}`;
    const into = { categoryId: news };
    assert.equal(await rig.refused('rae', 'PUT', `${path}/sharing`, { ...EVERYONE, ...into }), '403 template_sharing_restricted');
    await rig.done('rae', 'PUT', `${path}/sharing`, EVERYONE);
    assert.equal(await rig.refused('rae', 'PUT', path, words(made, into)), '403 template_sharing_restricted');
    await rig.done('rae', 'POST', `${path}/archive`);
    assert.equal(await rig.refused('rae', 'POST', `${path}/restore`, into), '403 template_sharing_restricted');
    assert.equal((await rig.done('avery', 'POST', `${path}/restore`, into)).categoryId, news);
    const other = await rig.template('rae', news, { name: 'Private' });
    assert.equal(other.categoryId, news, 'a private one may be anywhere');
  });

  test('is granted by admins alone, and each change leaves a security event', async () => {
    const calls = await rig.category('Calls');
    const west = await rig.team('rae');
    assert.equal(await rig.refused('rae', 'PUT', `/template-categories/${calls}/grants`, EVERYONE), '403 admins_only');
    assert.equal(await rig.refused('rae', 'PUT', '/template-sharing', { restrictsSharing: false }), '403 admins_only');
    assert.equal(await rig.refused('avery', 'PUT', `/template-categories/${randomUUID()}/grants`, EVERYONE), '404 not_found');
    const unknown = { everyone: false, teamIds: [randomUUID()] };
    assert.equal(await rig.refused('avery', 'PUT', `/template-categories/${calls}/grants`, unknown), '404 not_found');
    await grant(calls, { everyone: false, teamIds: [west, west] });
    await rig.done('avery', 'PUT', '/template-sharing', { restrictsSharing: false });
    const { rows } = await rig.service.database.ownerPool.query(
      `select actor_name, about, details from security_events where kind = 'template_sharing_changed'
        order by happened_at, about nulls last`,
    );
    assert.deepEqual(rows, [
      { actor_name: 'avery@acme.example', about: 'Calls', details: { everyone: false, teams: 'Team rae' } },
      { actor_name: 'avery@acme.example', about: null, details: { restrictedBefore: true, restricted: false } },
    ]);
  });

  test('can be pinned, five at most, in the order of each user, and what is deleted is not pinned any more', async () => {
    const ids = [];
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) ids.push(await rig.category(name, 'rae'));
    const pin = '/pinned-template-categories';
    assert.equal((await rig.ask('rae', 'PUT', pin, { categoryIds: ids })).status, 400);
    assert.equal(await rig.refused('rae', 'PUT', pin, { categoryIds: [randomUUID()] }), '404 not_found');
    const [a = '', b = '', c = ''] = ids;
    await rig.done('rae', 'PUT', pin, { categoryIds: [c, a, b, a] });
    assert.deepEqual([(await look('rae')).pinned, (await look('sam')).pinned], [[c, a, b], []]);
    await rig.done('rae', 'DELETE', `/template-categories/${a}`);
    assert.deepEqual((await look('rae')).pinned, [c, b]);
    const { pinned } = await rig.done('rae', 'GET', '/template-picker?recordId=00Q000000000001EAA');
    assert.deepEqual(
      pinned.map(({ name }: { name: string }) => name),
      ['C', 'B'],
    );
  });

  test('is offered with the teams that its reader may share with: one’s own, and all of them for admins', async () => {
    await rig.team('rae');
    await rig.team('sam');
    const names = async (who: Name) => (await look(who)).teams.map(({ name }: { name: string }) => name) as string[];
    assert.deepEqual([await names('rae'), await names('avery')], [['Team rae'], ['Team rae', 'Team sam']]);
  });

  test('is the last where there are 500', async () => {
    await rig.service.database.ownerPool.query(
      `insert into template_categories (org_id, name, name_key, created_by, created_at)
       select $1, 'Number ' || n, 'number ' || n, $2, now() from generate_series(1, 499) n`,
      [rig.acme.orgId, rig.people.rae.user.id],
    );
    const answers = await Promise.all(['A', 'B'].map((name) => rig.ask('rae', 'POST', '/template-categories', { name })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'category_limit_reached');
  });
});
