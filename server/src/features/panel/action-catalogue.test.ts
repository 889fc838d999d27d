import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createActionCatalogue, type SalesActionDefinition } from './index.ts';

const SITUATION = { people: [], mailboxState: null };

function action(changes: Partial<SalesActionDefinition> = {}): SalesActionDefinition {
  return { name: 'send_sales_email', group: 'email', order: 10, reachOn: { Lead: 'single' }, check: () => null, ...changes };
}

describe('The catalogue of sales actions', () => {
  test('lists by group and order, whoever was registered first', () => {
    const catalogue = createActionCatalogue();
    catalogue.registerSalesAction(action({ name: 'watch', group: 'watch', order: 1 }));
    catalogue.registerSalesAction(action({ name: 'second', order: 20 }));
    catalogue.registerSalesAction(action());
    const names = catalogue.actionsFor({ record: { objectName: 'Lead' }, ...SITUATION }).map(({ name }) => name);
    assert.deepEqual(names, ['send_sales_email', 'second', 'watch']);
    assert.deepEqual(catalogue.names(), names);
  });

  test('leaves out what a kind of record does not have', () => {
    const catalogue = createActionCatalogue();
    catalogue.registerSalesAction(action());
    assert.equal(catalogue.actionsFor({ record: { objectName: 'Account' }, ...SITUATION }).length, 0);
  });

  test('refuses a name twice', () => {
    const catalogue = createActionCatalogue();
    catalogue.registerSalesAction(action());
    assert.throws(() => catalogue.registerSalesAction(action()), /registered twice/);
  });
});
