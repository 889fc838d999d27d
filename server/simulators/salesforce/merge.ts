import type { SObject } from './entities.ts';
import type { Actor } from './actor.ts';
import { toDateTime } from './values.ts';

/** The fields that name the record of a merge, by object. */
const REFERENCES: Record<string, { object: string; field: string }[]> = {
  Lead: [{ object: 'Task', field: 'WhoId' }],
  Contact: [
    { object: 'Task', field: 'WhoId' },
    { object: 'OpportunityContactRole', field: 'ContactId' },
  ],
  Account: [
    { object: 'Task', field: 'WhatId' },
    { object: 'Task', field: 'AccountId' },
    { object: 'Contact', field: 'AccountId' },
    { object: 'Opportunity', field: 'AccountId' },
  ],
};

/**
 * Merges records of one object into the master, as the platform does: what stood on the others stands on the master, and they are in the
 * bin with the master's id in `MasterRecordId`.
 */
export function mergeRecords({ store, org }: Actor, objectName: string, master: SObject, others: readonly SObject[]): void {
  const at = toDateTime(store.now());
  for (const other of others) {
    for (const { object, field } of REFERENCES[objectName] ?? [])
      for (const row of store.rows(org, object))
        if (row[field] === other['Id']) Object.assign(row, { [field]: master['Id'], SystemModstamp: at });
    Object.assign(other, { IsDeleted: true, MasterRecordId: master['Id'], LastModifiedDate: at, SystemModstamp: at });
  }
}
