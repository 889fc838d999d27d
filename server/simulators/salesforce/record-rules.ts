import type { SObject } from './entities.ts';
import { SalesforceError } from './errors.ts';
import type { Actor } from './actor.ts';
import { objectOfId, statusesOf, type ObjectDefinition } from './schema/index.ts';
import { toDateTime } from './values.ts';

/** Checks that concern several fields or other records. Throws SalesforceError. */
export function checkRules(actor: Actor, object: ObjectDefinition, draft: SObject, changed: SObject): void {
  checkReferences(actor, object, changed);
  if (object.name === 'Lead' && actor.store.findDeletedToo(actor.org, draft['Id'] as string)?.['IsConverted'] === true)
    throw convertedLead();
  if (object.name !== 'Task') return;
  const who = draft['WhoId'] as string | null | undefined;
  const isLead = who?.startsWith('00Q') === true;
  if (isLead && draft['WhatId']) {
    throw new SalesforceError(
      'FIELD_INTEGRITY_EXCEPTION',
      'Related To ID: a task whose name is a lead cannot be related to another record',
      {
        fields: ['WhoId', 'WhatId'],
      },
    );
  }
  if (isLead && 'WhoId' in changed && actor.store.find(actor.org, who)?.['IsConverted'] === true) throw convertedLead();
}

/** Fields that the platform works out itself. `mayClose` is true while the record was open before this write. */
export function derive({ store, org }: Actor, object: ObjectDefinition, record: SObject, mayClose: boolean): void {
  if (['Lead', 'Contact', 'Individual'].includes(object.name)) {
    record['Name'] = [record['FirstName'], record['LastName']].filter(Boolean).join(' ');
  }
  if (object.name === 'Opportunity') {
    record['IsClosed'] = String(record['StageName']).startsWith('Closed');
    record['IsWon'] = record['StageName'] === 'Closed Won';
  }
  if (object.name !== 'Task') return;
  const status = statusesOf(org.settings).find(({ label }) => label === record['Status']);
  record['IsClosed'] = status?.isClosed ?? false;
  record['IsHighPriority'] = record['Priority'] === 'High';
  if (!record['IsClosed']) record['CompletedDateTime'] = null;
  else if (mayClose) record['CompletedDateTime'] = toDateTime(store.now());
  record['AccountId'] =
    accountOf(store.find(org, record['WhatId'] as string)) ?? accountOf(store.find(org, record['WhoId'] as string)) ?? null;
}

/** What the platform adds by itself: a sent EmailMessage brings its own completed Task. */
export function afterInsert({ store, org, user }: Actor, object: ObjectDefinition, record: SObject): void {
  if (object.name !== 'EmailMessage' || record['Status'] !== '3' || record['ActivityId']) return;
  const related = (record['RelatedToId'] as string | null) ?? null;
  const isPerson = related?.startsWith('003') === true || related?.startsWith('00Q') === true;
  const id = store.newId('00T');
  const task = store.insertRaw(
    org,
    'Task',
    id,
    {
      Subject: String(record['Subject'] ?? 'Email').slice(0, 255),
      Description: record['TextBody'] ?? null,
      Status: org.settings.completedStatus,
      TaskSubtype: 'Email',
      ActivityDate: toDateTime(store.now()).slice(0, 10),
      WhoId: isPerson ? related : null,
      WhatId: isPerson ? null : related,
    },
    user.id,
  );
  const tasks = { name: 'Task' } as ObjectDefinition;
  derive({ store, org, user }, tasks, task, true);
  record['ActivityId'] = id;
}

function checkReferences({ store, org }: Actor, object: ObjectDefinition, changed: SObject): void {
  for (const field of object.fields) {
    const id = changed[field.name];
    if (field.type !== 'reference' || typeof id !== 'string') continue;
    const target = objectOfId(org, id);
    if (!target || !field.referenceTo.includes(target.name)) {
      throw new SalesforceError('FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, { fields: [field.name] });
    }
    const record = store.findDeletedToo(org, id);
    if (!record) {
      throw new SalesforceError('INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', 'insufficient access rights on cross-reference id', {
        fields: [],
      });
    }
    if (record['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', { fields: [field.name] });
    if (field.name === 'OwnerId' && record['IsActive'] === false) {
      throw new SalesforceError('INACTIVE_OWNER_OR_USER', 'operation performed with inactive user', { fields: ['OwnerId'] });
    }
  }
}

function accountOf(record: SObject | undefined): string | undefined {
  if (!record) return undefined;
  const id = String(record['Id']).startsWith('001') ? record['Id'] : record['AccountId'];
  return typeof id === 'string' ? id : undefined;
}

function convertedLead(): SalesforceError {
  return new SalesforceError('CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead', { fields: [] });
}
