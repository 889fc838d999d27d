import { SalesforceError } from '../errors.ts';
import { createRecord, deleteRecord, knownObject, updateRecord, upsertRecord, type Input } from '../records.ts';
import { objectOfId } from '../schema/index.ts';
import { transactionally } from './collection-results.ts';
import { objectBody, type RestAnswer, type RestCall, type RestRoute } from './rest-call.ts';
import { isUpdateOnly, presentRecord } from './sobjects.ts';

const MOST_RECORDS = 200;

/** Up to 200 records of one kind of change in a request; each succeeds or fails alone unless `allOrNone`. */
export const collectionRoutes: RestRoute[] = [
  {
    method: 'POST',
    path: '/composite/sobjects',
    handle: (call) => change(call, (record) => ({ id: createRecord(call.actor, typeOf(record), record) })),
  },
  {
    method: 'PATCH',
    path: '/composite/sobjects',
    handle: (call) =>
      change(call, (record) => {
        const { id, Id, ...values } = record;
        const recordId = textOf(id ?? Id);
        updateRecord(call.actor, typeOf(record), recordId, values);
        return { id: recordId };
      }),
  },
  {
    method: 'PATCH',
    path: '/composite/sobjects/:object/:field',
    handle: (call, object = '', field = '') =>
      change(call, (record) => {
        const { [field]: key, ...values } = record;
        return upsertRecord(call.actor, object, field, textOf(key), values, isUpdateOnly(call));
      }),
  },
  {
    method: 'DELETE',
    path: '/composite/sobjects',
    handle(call) {
      const ids = listed(call.query.get('ids'));
      const allOrNone = call.query.get('allOrNone') === 'true';
      const results = transactionally(call, allOrNone, ids, (id) => {
        deleteRecord(call.actor, objectOfId(call.actor.org, id)?.name ?? '', id);
        return { id };
      });
      return { status: 200, body: results };
    },
  },
  {
    method: 'GET',
    path: '/composite/sobjects/:object',
    handle: (call, object = '') => retrieveMany(call, object, listed(call.query.get('ids')), call.query.get('fields')),
  },
  {
    method: 'POST',
    path: '/composite/sobjects/:object',
    handle(call, object = '') {
      const { ids, fields } = objectBody(call) as { ids?: string[]; fields?: string[] };
      return retrieveMany(call, object, ids ?? [], (fields ?? ['Id']).join(','));
    },
  },
];

function change(call: RestCall, apply: (record: Input) => { id: string; created?: boolean }): RestAnswer {
  const { records, allOrNone } = objectBody(call) as { records?: Input[]; allOrNone?: boolean };
  if (!Array.isArray(records) || records.length === 0) {
    throw new SalesforceError('JSON_PARSER_ERROR', 'The request must carry a list of records');
  }
  checkCount(records.length);
  return { status: 200, body: transactionally(call, allOrNone === true, records, apply) };
}

function retrieveMany(call: RestCall, objectName: string, ids: string[], fields: string | null): RestAnswer {
  checkCount(ids.length);
  const object = knownObject(call.actor.org, objectName);
  const body = ids.map((id) => {
    const record = id.startsWith(object.keyPrefix) ? call.actor.store.find(call.actor.org, id) : undefined;
    return record ? presentRecord(call, object, record, fields ?? 'Id') : null;
  });
  return { status: 200, body };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function typeOf(record: Input): string {
  const { type } = (record['attributes'] ?? {}) as { type?: string };
  if (!type) throw new SalesforceError('INVALID_INPUT', 'the type attribute of a record is missing');
  return type;
}

function listed(ids: string | null): string[] {
  const list = (ids ?? '').split(',').filter(Boolean);
  checkCount(list.length);
  return list;
}

function checkCount(count: number): void {
  if (count <= MOST_RECORDS) return;
  throw new SalesforceError('LIMIT_EXCEEDED', `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`);
}
