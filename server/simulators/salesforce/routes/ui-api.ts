import type { Org, SObject } from '../entities.ts';
import { notFound, SalesforceError } from '../errors.ts';
import { parseId } from '../ids.ts';
import { createRecord, deleteRecord, updateRecord } from '../records.ts';
import { objectOfId, type FieldDefinition, type ObjectDefinition } from '../schema/index.ts';
import { compilePath } from '../soql/paths.ts';
import type { Store } from '../store.ts';
import { objectBody, type RestAnswer, type RestCall, type RestRoute } from './rest-call.ts';

interface UiField {
  displayValue: string | null;
  value: unknown;
}

/** The record resources that `lightning/uiRecordApi` uses, in the UI API's own shape. */
export const uiApiRoutes: RestRoute[] = [
  { method: 'GET', path: '/ui-api/records/:id', handle: (call, id = '') => read(call, id) },
  {
    method: 'POST',
    path: '/ui-api/records',
    handle(call) {
      const { apiName, fields } = objectBody(call) as { apiName?: string; fields?: Record<string, unknown> };
      const id = createRecord(call.actor, apiName ?? '', fields ?? {});
      return { ...read(call, id), status: 201 };
    },
  },
  {
    method: 'PATCH',
    path: '/ui-api/records/:id',
    handle(call, id = '') {
      const { fields } = objectBody(call) as { fields?: Record<string, unknown> };
      const { Id: _ignored, ...values } = fields ?? {};
      updateRecord(call.actor, located(call, id).object.name, id, values);
      return read(call, id);
    },
  },
  {
    method: 'DELETE',
    path: '/ui-api/records/:id',
    handle(call, id = '') {
      deleteRecord(call.actor, located(call, id).object.name, id);
      return { status: 204 };
    },
  },
];

function read(call: RestCall, id: string): RestAnswer {
  const { store, org, user } = call.actor;
  const { object, record } = located(call, id);
  const isShown = (path: string): boolean => isKnown(store, org, object, path, user.hiddenFields);
  const fields = listOf(call, 'fields');
  for (const path of fields) compilePath(store, org, object, path, user.hiddenFields);
  const asked = [...fields, ...listOf(call, 'optionalFields').filter(isShown)];
  const paths = asked.length > 0 ? asked : object.fields.map(({ name }) => name).filter(isShown);
  return { status: 200, body: present(store, org, object, record, paths) };
}

function located(call: RestCall, id: string): { object: ObjectDefinition; record: SObject } {
  const { store, org } = call.actor;
  const full = parseId(id);
  if (!full) throw new SalesforceError('INVALID_ID', `The ID ${id} is not valid`);
  const object = objectOfId(org, full);
  const record = store.find(org, full);
  if (!object || !record) throw notFound();
  return { object, record };
}

/** `Lead.Email` and `Contact.Account.Name` become paths without the object's own name. */
function listOf(call: RestCall, parameter: string): string[] {
  const names = call.query.getAll(parameter).flatMap((list) => list.split(','));
  return names.filter((name) => name && name !== 'undefined').map((name) => name.split('.').slice(1).join('.') || name);
}

function isKnown(store: Store, org: Org, object: ObjectDefinition, path: string, hiddenFields?: string[]): boolean {
  try {
    return Boolean(compilePath(store, org, object, path, hiddenFields));
  } catch {
    return false;
  }
}

function present(store: Store, org: Org, object: ObjectDefinition, record: SObject, paths: string[]): Record<string, unknown> {
  const fields: Record<string, UiField> = {};
  for (const path of paths) {
    const [first = '', ...rest] = compilePath(store, org, object, path).names;
    if (rest.length === 0) {
      const field = object.fields.find(({ name }) => name === first);
      if (field) fields[first] = uiField(field, record[first] ?? null);
      continue;
    }
    const inner = paths
      .filter((other) => other.toLowerCase().startsWith(`${first.toLowerCase()}.`))
      .map((other) => other.split('.').slice(1).join('.'));
    fields[first] ??= parentField(store, org, object, record, first, inner);
  }
  const modified = iso(record['LastModifiedDate']);
  return {
    apiName: object.name,
    childRelationships: {},
    fields,
    id: record['Id'],
    lastModifiedById: record['LastModifiedById'] ?? null,
    lastModifiedDate: modified,
    recordTypeId: null,
    recordTypeInfo: null,
    systemModstamp: iso(record['SystemModstamp']),
    weakEtag: Date.parse(String(modified)),
  };
}

function parentField(store: Store, org: Org, object: ObjectDefinition, record: SObject, relationship: string, paths: string[]): UiField {
  const parent = compilePath(store, org, object, `${relationship}.Id`).parent(record);
  const parentObject = parent && objectOfId(org, String(parent['Id']));
  if (!parent || !parentObject) return { displayValue: null, value: null };
  const known = paths.filter((path) => isKnown(store, org, parentObject, path));
  return { displayValue: store.nameOf(org, String(parent['Id'])), value: present(store, org, parentObject, parent, known) };
}

function uiField(field: FieldDefinition, value: SObject[string]): UiField {
  if (field.type === 'datetime') return { displayValue: value === null ? null : String(iso(value)), value: iso(value) };
  const isShown = ['picklist', 'currency', 'percent', 'date'].includes(field.type);
  return { displayValue: isShown && value !== null ? String(value) : null, value };
}

function iso(value: SObject[string] | undefined): string | null {
  return typeof value === 'string' ? value.replace('+0000', 'Z') : null;
}
