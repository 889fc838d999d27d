import type { SObject } from '../entities.ts';
import { SalesforceError } from '../errors.ts';
import { createRecord, deleteRecord, existing, knownObject, updateRecord, upsertRecord } from '../records.ts';
import { findByKey } from '../unique-keys.ts';
import { findField, type ObjectDefinition } from '../schema/index.ts';
import { timeOf } from '../values.ts';
import { objectBody, type RestAnswer, type RestCall, type RestRoute } from './rest-call.ts';

export const sobjectRoutes: RestRoute[] = [
  {
    method: 'POST',
    path: '/sobjects/:object',
    handle(call, object = '') {
      const id = createRecord(call.actor, object, objectBody(call));
      const location = `/services/data/v${call.version}/sobjects/${knownObject(call.actor.org, object).name}/${id}`;
      return { status: 201, headers: { location }, body: { id, success: true, errors: [] } };
    },
  },
  { method: 'GET', path: '/sobjects/:object/:id', handle: (call, object = '', id = '') => retrieve(call, object, id) },
  {
    method: 'PATCH',
    path: '/sobjects/:object/:id',
    handle(call, object = '', id = '') {
      checkUnmodified(call, existing(call.actor, knownObject(call.actor.org, object), id));
      updateRecord(call.actor, object, id, objectBody(call));
      return { status: 204 };
    },
  },
  {
    method: 'DELETE',
    path: '/sobjects/:object/:id',
    handle(call, object = '', id = '') {
      deleteRecord(call.actor, object, id);
      return { status: 204 };
    },
  },
  {
    method: 'PATCH',
    path: '/sobjects/:object/:field/:value',
    handle(call, object = '', field = '', value = '') {
      const { id, created } = upsertRecord(call.actor, object, field, value, objectBody(call), isUpdateOnly(call));
      return { status: created ? 201 : 200, body: { id, success: true, errors: [], created } };
    },
  },
  {
    method: 'GET',
    path: '/sobjects/:object/:field/:value',
    handle(call, object = '', field = '', value = '') {
      const record = byExternalId(call, knownObject(call.actor.org, object), field, value);
      return retrieve(call, object, String(record['Id']));
    },
  },
  {
    method: 'DELETE',
    path: '/sobjects/:object/:field/:value',
    handle(call, object = '', field = '', value = '') {
      const record = byExternalId(call, knownObject(call.actor.org, object), field, value);
      deleteRecord(call.actor, object, String(record['Id']));
      return { status: 204 };
    },
  },
];

/** `updateOnly=true`, since version 61: a record that is not there is not made. */
export function isUpdateOnly(call: RestCall): boolean {
  return call.query.get('updateOnly') === 'true';
}

function retrieve(call: RestCall, objectName: string, id: string): RestAnswer {
  const object = knownObject(call.actor.org, objectName);
  const record = existing(call.actor, object, id);
  return { status: 200, body: presentRecord(call, object, record, call.query.get('fields')) };
}

/** A whole record, or the fields of a comma-separated list. Throws INVALID_FIELD for a field that the object lacks. */
export function presentRecord(call: RestCall, object: ObjectDefinition, record: SObject, fields: string | null): Record<string, unknown> {
  const names = fields?.split(',').map((name) => {
    const field = findField(object, name.trim());
    if (!field) throw new SalesforceError('INVALID_FIELD', `No such column '${name.trim()}' on sobject of type ${object.name}`);
    return field.name;
  });
  const shown = names ? [...names, 'Id'] : object.fields.map(({ name }) => name);
  return {
    attributes: { type: object.name, url: `/services/data/v${call.version}/sobjects/${object.name}/${String(record['Id'])}` },
    ...Object.fromEntries(shown.map((name) => [name, record[name] ?? null])),
  };
}

function byExternalId(call: RestCall, object: ObjectDefinition, fieldName: string, value: string): SObject {
  const field = findField(object, fieldName);
  const record = field?.externalId ? findByKey(call.actor, object, field.name, value) : undefined;
  if (record) return record;
  throw new SalesforceError('NOT_FOUND', `Provided external ID field does not exist or is not accessible: ${fieldName}`, { status: 404 });
}

function checkUnmodified(call: RestCall, record: SObject): void {
  const header = call.headers['if-unmodified-since'];
  if (!header || timeOf(String(record['LastModifiedDate'])) < Date.parse(header) + 1000) return;
  throw new SalesforceError('PRECONDITION_FAILED', 'The record was modified after the time in If-Unmodified-Since', { status: 412 });
}
