import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { startTemplatesRig, type TemplatesRig } from '../../../test-support/templates-rig.ts';
import { AppError } from '../../platform/errors.ts';
import type { ReadFieldValues } from '../dynamic-fields/index.ts';
import { createPickTemplates } from './pick-templates.ts';
import type { Criteria, PickerQuestion, TemplatePicker } from './schemas.ts';

const DANA = '00Q000000000001EAA';

describe('Recommended templates', () => {
  let rig: TemplatesRig;
  let general: string;
  before(async () => void (rig = await startTemplatesRig()));
  beforeEach(async () => {
    await rig.reset();
    general = await rig.category('General');
  });
  after(() => rig.close());

  const criterion = (field: string, condition: string, value: string) => ({ field, condition, value }) as Criteria['list'][number];
  const add = (name: string, join: 'all' | 'any', ...list: Criteria['list']) =>
    rig.template('rae', general, { name, criteria: { join, list } });
  const pick = (readFieldValues: ReadFieldValues, question: Partial<PickerQuestion> = {}): Promise<TemplatePicker> =>
    createPickTemplates({ pool: rig.service.database.pool, readFieldValues })(
      rig.acme.orgId,
      { userId: rig.people.rae.user.id, isAdmin: false },
      { recordId: DANA, personId: DANA, search: '', ...question },
    );
  /** What Salesforce says of Dana. */
  const says =
    (values: Record<string, string | null>): ReadFieldValues =>
    async (_orgId, _userId, { personIds }, names) =>
      new Map(personIds.map((id) => [id, new Map(names.map((name) => [name, values[name] ?? null]))]));
  const recommended = async (...asked: Parameters<typeof pick>) => (await pick(...asked)).recommended.map(({ name }) => name).sort();

  test('are those whose criteria are true of the person, whatever case and accents', async () => {
    await add('Equals', 'all', criterion('title', 'equals', 'director'));
    await add('Contains', 'all', criterion('company', 'contains', 'müller'), criterion('title', 'contains', 'DIR'));
    await add('Half', 'all', criterion('company', 'contains', 'müller'), criterion('title', 'equals', 'CEO'));
    await add('Any', 'any', criterion('title', 'equals', 'CEO'), criterion('company', 'not_contains', 'acme'));
    await add('Not', 'all', criterion('title', 'not_equals', 'DIRECTOR'));
    await add('Missing', 'all', criterion('phone', 'equals', ''));
    await add('Without', 'all');
    const dana = says({ title: 'Director', company: 'Muller AG' });
    assert.deepEqual(await recommended(dana), ['Any', 'Contains', 'Equals', 'Missing']);
    assert.deepEqual(await recommended(dana, { personId: undefined }), [], 'nobody is chosen yet');
  });

  test('are none of what the rep cannot use, and 20 at most', async () => {
    const archived = await add('Archived', 'all', criterion('title', 'contains', ''));
    await rig.done('rae', 'POST', `/templates/${String(archived.id)}/archive`);
    await rig.template('sam', general, { name: 'Of Sam', criteria: { join: 'all', list: [criterion('title', 'contains', '')] } });
    for (let n = 0; n < 21; n++) await add(`T${String(n)}`, 'all', criterion('title', 'contains', ''));
    const names = await recommended(says({}));
    assert.equal(names.length, 20);
    assert.ok(names.every((name) => name.startsWith('T')));
  });

  test('are none, and said to be unknown, when Salesforce cannot be asked; all others are there', async () => {
    await add('Recommended', 'all', criterion('title', 'contains', ''));
    const { recommended: none, areRecommendedKnown, templates } = await pick(() => Promise.reject(new AppError('salesforce_unavailable')));
    assert.deepEqual([none, areRecommendedKnown, templates.length], [[], false, 1]);
    assert.equal((await pick(says({ title: 'x' }))).areRecommendedKnown, true);
  });

  test('ask Salesforce nothing where no template has criteria', async () => {
    await rig.template('rae', general);
    const { areRecommendedKnown } = await pick(() => Promise.reject(new Error('nobody asks')));
    assert.equal(areRecommendedKnown, true);
  });
});
