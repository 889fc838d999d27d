import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { z } from 'zod';
import type { Tx } from '../../platform/postgres.ts';
import { createTabCatalogue, type PanelTabDefinition, type PanelVisit } from './index.ts';

const VISIT: PanelVisit = {
  orgId: '00D000000000001AAA',
  viewerId: 'rae',
  recordId: '00Q000000000001EAA',
  personIds: [],
  readiness: 'ready',
  now: new Date(0),
};
/** These tabs ask no database. */
const NO_TX = {} as Tx;

/** Tabs of three things each, and what each was asked for. */
function catalogueOf(...tabs: ({ name: string; order: number } & Partial<PanelTabDefinition<string>>)[]) {
  const asked: string[] = [];
  const catalogue = createTabCatalogue();
  for (const tab of tabs) {
    catalogue.registerPanelTab<string>({
      objects: ['Lead'],
      content: z.string(),
      isShown: () => true,
      async count() {
        asked.push(`count ${tab.name}`);
        return 3;
      },
      async open() {
        asked.push(`open ${tab.name}`);
        return { count: 3, content: `what ${tab.name} shows` };
      },
      ...tab,
    });
  }
  return { catalogue, asked };
}

describe('The catalogue of tabs', () => {
  test('opens the first tab alone, and asks of the others how many things they have', async () => {
    const { catalogue, asked } = catalogueOf({ name: 'calls', order: 3 }, { name: 'emails', order: 1 }, { name: 'tasks', order: 2 });
    assert.deepEqual(await catalogue.tabsFor(NO_TX, 'Lead', VISIT), [
      { name: 'emails', count: 3, content: 'what emails shows' },
      { name: 'tasks', count: 3, content: null },
      { name: 'calls', count: 3, content: null },
    ]);
    assert.deepEqual(asked, ['open emails', 'count tasks', 'count calls']);
  });

  test('lets the next one be the first where one is not shown', async () => {
    const { catalogue } = catalogueOf({ name: 'emails', order: 1, isShown: () => false }, { name: 'tasks', order: 2 });
    assert.deepEqual(await catalogue.tabsFor(NO_TX, 'Lead', VISIT), [{ name: 'tasks', count: 3, content: 'what tasks shows' }]);
  });

  test('tells a tab how much it has before it decides whether it is shown', async () => {
    const isShown = (_visit: PanelVisit, count: number | null) => count !== 3;
    const { catalogue } = catalogueOf({ name: 'emails', order: 1 }, { name: 'tasks', order: 2, isShown });
    assert.deepEqual(
      (await catalogue.tabsFor(NO_TX, 'Lead', VISIT)).map(({ name }) => name),
      ['emails'],
    );
    assert.deepEqual(await catalogueOf({ name: 'tasks', order: 1, isShown }).catalogue.tabsFor(NO_TX, 'Lead', VISIT), []);
  });

  test('asks no tab for a kind of record that it is not for', async () => {
    const { catalogue, asked } = catalogueOf({ name: 'emails', order: 1 });
    assert.deepEqual(await catalogue.tabsFor(NO_TX, 'Account', VISIT), []);
    assert.deepEqual(asked, []);
  });

  test('refuses a name twice', () => {
    assert.throws(() => catalogueOf({ name: 'emails', order: 1 }, { name: 'emails', order: 2 }), /registered twice/);
  });
});
