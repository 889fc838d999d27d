import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { holds } from '../../../test-support/properties.ts';
import { startTemplatesRig, type Answered, type Name, type TemplatesRig } from '../../../test-support/templates-rig.ts';
import { searchKey, searchPatterns } from './search-key.ts';

const DAY_MS = 24 * 3_600_000;

describe('A list of templates', () => {
  let rig: TemplatesRig;
  let general: string;
  before(async () => void (rig = await startTemplatesRig()));
  beforeEach(async () => {
    await rig.reset();
    general = await rig.category('General');
    await rig.done('avery', 'PUT', '/template-sharing', { restrictsSharing: false });
  });
  after(() => rig.close());

  /** So many templates of a rep at once, private and empty. */
  const fill = (who: Name, count: number) =>
    rig.service.database.ownerPool.query(
      `insert into templates (org_id, owner_id, category_id, name, subject, body_html, notes, criteria, name_key, search_text, snippet,
         saved_by, created_at, updated_at)
       select $1, $2, $3, 'T' || n, '', '', '', '{"join":"all","list":[]}', 'T' || n, 'T' || n, '', $2, $4, $4
         from generate_series(1, $5::int) n`,
      [rig.acme.orgId, rig.people[who].user.id, general, rig.service.clock.now(), count],
    );
  const share = (id: string) => rig.done('rae', 'PUT', `/templates/${id}/sharing`, { everyone: true, teamIds: [] });
  const pages = async (question: string): Promise<string[]> => {
    const found: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const after: string = cursor && `&cursor=${cursor}`;
      const page: Answered = await rig.done('rae', 'GET', `${question}${after}`);
      assert.ok(page.templates.length <= 50);
      assert.equal(page.total, 230);
      found.push(...page.templates.map(({ id }: { id: string }) => id));
      cursor = page.cursor;
    }
    return found;
  };

  test('finds words in any order, in name, subject and text, whatever their case and accents', async () => {
    await rig.template('rae', general, {
      name: 'Après l’appel',
      subject: 'Größe & Preis',
      bodyHtml: '<p>Hi <b>{{first_</b>name}}, 100%_sure</p>',
    });
    await rig.template('rae', general, { name: 'Other', bodyHtml: '<p title="apres">Nothing</p>' });
    for (const search of ['apres', 'PREIS après', 'grösse', 'GROSSE', '  first_name   l’APPEL ', '100%_', 'GRÖẞE'])
      assert.deepEqual(await rig.names('rae', `search=${encodeURIComponent(search)}`), ['Après l’appel'], search);
    for (const search of ['apres other', '%', '100__', '\\', '<b>'])
      assert.deepEqual(await rig.names('rae', `search=${encodeURIComponent(search)}`), search === '%' ? ['Après l’appel'] : [], search);
    assert.equal((await rig.names('rae', 'search=')).length, 2);
    assert.deepEqual(await rig.names('sam', 'search=apres'), [], 'what is private is not found');
  });

  test('has each of more than 200 once, page by page, in each order and in compose', async () => {
    await fill('rae', 230);
    for (const sort of ['name', 'updated', 'used', 'sent']) {
      const ids = await pages(`/templates?sort=${sort}`);
      assert.equal(new Set(ids).size, 230, sort);
      assert.equal(ids.length, 230, sort);
    }
    const picked = await pages('/template-picker?recordId=00Q000000000001EAA');
    assert.equal(new Set(picked).size, 230);
    for (const cursor of ['x', 'bm90aGluZw', Buffer.from('[1,2,3]').toString('base64url')])
      assert.equal((await rig.ask('rae', 'GET', `/templates?cursor=${cursor}`)).status, 400, cursor);
  });

  test('shows all, one’s own, shared, not shared, and of one category', async () => {
    const { id: shared } = await rig.template('rae', general, { name: 'Shared' });
    await share(shared);
    await rig.template('rae', general, { name: 'Private' });
    await rig.template('sam', general, { name: 'Of Sam' });
    const calls = await rig.category('Calls');
    await rig.template('sam', calls, { name: 'Call' });
    const seen = async (view: string) => rig.names('sam', `view=${view}`);
    assert.deepEqual(await seen('all'), ['Call', 'Of Sam', 'Shared']);
    assert.deepEqual(await seen('mine'), ['Call', 'Of Sam']);
    assert.deepEqual([await seen('shared'), await seen('unshared')], [['Shared'], ['Call', 'Of Sam']]);
    assert.deepEqual(await rig.names('sam', `categoryId=${calls}`), ['Call']);
    assert.deepEqual(await rig.names('sam', 'sort=updated'), ['Call', 'Of Sam', 'Shared'], 'what was saved last stands first');
  });

  test('knows what was not used for 90 days, and not before it is that old itself', async () => {
    await rig.template('rae', general, { name: 'Old' });
    await rig.service.database.ownerPool.query('update templates set created_at = $1', [
      new Date(rig.service.clock.now().getTime() - 91 * DAY_MS),
    ]);
    await rig.template('rae', general, { name: 'New' });
    assert.deepEqual(await rig.names('rae', 'view=unused'), ['Old']);
  });

  test('has 10,000 at most in an org, also when two are made at once', async () => {
    await fill('sam', 9_999);
    const answers = await Promise.all(['A', 'B'].map((name) => rig.ask('rae', 'POST', '/templates', { name, categoryId: general })));
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 409]);
    assert.equal(answers.find(({ status }) => status === 409)?.body.code, 'template_limit_reached');
  });

  test('finds any text by each of its words, whatever characters they have', async () => {
    const words = fc.array(fc.string({ unit: fc.constantFrom('%', '_', '\\', 'a', 'É', 'ß', 'ﬁ', '가', 'が', 'İ', ' ', '\u0301', "'") }), {
      minLength: 1,
    });
    const { pool } = rig.service.database;
    const property = fc.asyncProperty(words, fc.string({ unit: 'binary', maxLength: 20 }), async (texts, more) => {
      const safe = more.toWellFormed().replaceAll('\0', '');
      const text = [...texts, safe].join(' ');
      const patterns = searchPatterns([...texts].reverse().join(' ').toLowerCase());
      const { rows } = await pool.query<{ isFound: boolean }>('select $1::text like all($2::text[]) as "isFound"', [
        searchKey(text),
        patterns,
      ]);
      assert.equal(rows[0]?.isFound, true);
    });
    await holds(property, { runs: 200 });
  });
});
