import type { Actor } from './actor.ts';
import type { Org, SObject } from './entities.ts';
import { SalesforceError } from './errors.ts';
import { parseId } from './ids.ts';
import { afterInsert, checkRules, derive } from './record-rules.ts';
import { findField, findObject, type FieldDefinition, type ObjectDefinition } from './schema/index.ts';
import { findByKey, rememberKeys } from './unique-keys.ts';
import { coerceValue, toDateTime } from './values.ts';

export type Input = Record<string, unknown>;

/** Inserts a record with all checks of the platform and returns its id. Throws SalesforceError. */
export function createRecord(actor: Actor, objectName: string, input: Input): string {
  const object = writableObject(actor.org, objectName, 'createable');
  const values = readInput(object, input, 'createable');
  refuseOnOrder(actor, object, values);
  requireFields(object, values);
  const id = actor.store.newId(object.keyPrefix);
  const draft: SObject = { ...values, Id: id };
  checkUnique(actor, object, draft);
  checkRules(actor, object, draft, values);
  const record = actor.store.insertRaw(actor.org, object.name, id, values, actor.user.id);
  rememberKeys(actor, object, record);
  derive(actor, object, record, true);
  afterInsert(actor, object, record);
  return id;
}

/** Changes the given fields of a record. Throws SalesforceError. */
export function updateRecord(actor: Actor, objectName: string, id: string, input: Input): void {
  const object = writableObject(actor.org, objectName, 'updateable');
  const record = existing(actor, object, id);
  const values = readInput(object, input, 'updateable');
  refuseOnOrder(actor, object, values);
  const emptied = object.fields.find((field) => !field.nillable && field.type !== 'boolean' && values[field.name] === null);
  if (emptied) throw requiredMissing([emptied.name]);
  const draft: SObject = { ...record, ...values };
  checkUnique(actor, object, draft);
  checkRules(actor, object, draft, values);
  const wasClosed = record['IsClosed'] === true;
  Object.assign(record, values, touched(actor));
  rememberKeys(actor, object, record);
  derive(actor, object, record, !wasClosed);
}

/** Moves a record to the bin, where only `queryAll` and `getDeleted` see it. Throws SalesforceError. */
export function deleteRecord(actor: Actor, objectName: string, id: string): void {
  const object = writableObject(actor.org, objectName, 'deletable');
  const record = existing(actor, object, id);
  Object.assign(record, touched(actor), { IsDeleted: true });
}

/** Updates the record that carries this external id, or creates it unless `updateOnly`. Throws SalesforceError. */
export function upsertRecord(
  actor: Actor,
  objectName: string,
  keyName: string,
  keyValue: string,
  input: Input,
  updateOnly = false,
): { id: string; created: boolean } {
  const object = knownObject(actor.org, objectName);
  const key = findField(object, keyName);
  if (!key || (!key.externalId && key.type !== 'id')) {
    throw new SalesforceError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${keyName}`, { status: 404 });
  }
  if (key.name in input) {
    throw new SalesforceError('INVALID_FIELD', `The ${key.name} field should not be specified in the sobject data.`, {
      fields: [key.name],
    });
  }
  if (key.type === 'id') {
    updateRecord(actor, object.name, keyValue, input);
    return { id: existing(actor, object, keyValue).Id as string, created: false };
  }
  if (keyValue === '') throw new SalesforceError('MISSING_ARGUMENT', `${key.name} not specified`, { fields: [key.name] });
  const match = findByKey(actor, object, key.name, keyValue);
  if (!match && updateOnly) {
    throw new SalesforceError('NOT_FOUND', `No record of ${object.name} has this value of ${key.name}`, { status: 404 });
  }
  if (!match) return { id: createRecord(actor, object.name, { ...input, [key.name]: keyValue }), created: true };
  updateRecord(actor, object.name, match['Id'] as string, input);
  return { id: match['Id'] as string, created: false };
}

/** The definition of an object that the org has. Throws NOT_FOUND as for an unknown URL. */
export function knownObject(org: Org, name: string): ObjectDefinition {
  const object = findObject(org, name);
  if (!object) throw new SalesforceError('NOT_FOUND', 'The requested resource does not exist', { status: 404 });
  return object;
}

/** A record that is there. Throws MALFORMED_ID, ENTITY_IS_DELETED or NOT_FOUND. */
export function existing({ store, org }: Actor, object: ObjectDefinition, id: string): SObject {
  const full = parseId(id);
  if (!full) throw new SalesforceError('MALFORMED_ID', `malformed id ${id}`);
  const record = full.startsWith(object.keyPrefix) ? store.findDeletedToo(org, full) : undefined;
  if (!record)
    throw new SalesforceError('NOT_FOUND', 'Provided external ID field does not exist or is not accessible: Id', { status: 404 });
  if (record['IsDeleted'] === true) throw new SalesforceError('ENTITY_IS_DELETED', 'entity is deleted', { status: 404 });
  return record;
}

function writableObject(org: Org, name: string, right: 'createable' | 'updateable' | 'deletable'): ObjectDefinition {
  const object = knownObject(org, name);
  if (!object[right]) {
    throw new SalesforceError('INSUFFICIENT_ACCESS_OR_READONLY', `entity type ${object.name} does not support this operation`, {
      status: 403,
    });
  }
  return object;
}

function readInput(object: ObjectDefinition, input: Input, right: 'createable' | 'updateable'): SObject {
  const values: SObject = {};
  for (const [name, value] of Object.entries(input)) {
    if (name === 'attributes') continue;
    const field = findField(object, name);
    if (!field) throw new SalesforceError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object.name}`);
    if (!field[right]) {
      throw new SalesforceError(
        'INVALID_FIELD_FOR_INSERT_UPDATE',
        `Unable to create/update fields: ${field.name}. Please check the security settings of this field and verify that it is ` +
          'read/write for your profile or permission set.',
        { fields: [field.name] },
      );
    }
    values[field.name] = coerceValue(field, value);
  }
  return values;
}

/** What a validation rule, a trigger or a flow of the org would do. */
function refuseOnOrder({ org }: Actor, object: ObjectDefinition, values: SObject): void {
  const written = JSON.stringify(values);
  const fault = org.recordFaults?.find(
    ({ object: name, contains, times }) => name === object.name && times !== 0 && written.includes(contains ?? ''),
  );
  if (!fault) return;
  if (fault.times > 0) fault.times -= 1;
  throw new SalesforceError(fault.errorCode, fault.message);
}

function requireFields(object: ObjectDefinition, values: SObject): void {
  const isMissing = (field: FieldDefinition) =>
    field.createable && !field.nillable && field.defaultValue === null && field.name !== 'OwnerId' && (values[field.name] ?? null) === null;
  const missing = object.fields.filter(isMissing).map(({ name }) => name);
  if (missing.length > 0) throw requiredMissing(missing);
  for (const field of object.fields) if (values[field.name] === null && field.defaultValue !== null) delete values[field.name];
}

function requiredMissing(fields: string[]): SalesforceError {
  return new SalesforceError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${fields.join(', ')}]`, { fields });
}

function checkUnique(actor: Actor, object: ObjectDefinition, draft: SObject): void {
  for (const field of object.fields.filter(({ unique }) => unique)) {
    const value = draft[field.name];
    const other = typeof value === 'string' ? findByKey(actor, object, field.name, value) : undefined;
    if (!other || other['Id'] === draft['Id']) continue;
    const message = `duplicate value found: ${field.name} duplicates value on record with id: ${String(other['Id']).slice(0, 15)}`;
    throw new SalesforceError('DUPLICATE_VALUE', message, { fields: [] });
  }
}

function touched({ store, user }: Actor): SObject {
  const at = toDateTime(store.now());
  return { LastModifiedDate: at, LastModifiedById: user.id, SystemModstamp: at };
}
