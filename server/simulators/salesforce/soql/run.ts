import type { FieldValue, Org, SimUser, SObject } from '../entities.ts';
import { SalesforceError } from '../errors.ts';
import { findObject, findToolingObject, objectOfId, toolingRows, type ObjectDefinition } from '../schema/index.ts';
import type { Store } from '../store.ts';
import type { Query } from './ast.ts';
import { comparable, compileCondition } from './conditions.ts';
import { parseSoql } from './parser.ts';
import { compilePath, type CompiledPath } from './paths.ts';

const MAX_OFFSET = 2000;

export interface QueryRun {
  store: Store;
  org: Org;
  /** Whose rights decide what is found. */
  user: SimUser;
  /** `66.0`, for the URLs in the answer. */
  version: string;
  /** queryAll: the bin too. */
  includeDeleted: boolean;
  /** Asks the Tooling API, which shows the setup to those who may see it. */
  isTooling?: boolean;
}

/** A record as the query answer shows it. */
export interface QueryRecord {
  attributes: { type: string; url: string };
  [field: string]: unknown;
}

/** Runs a SOQL statement. `records` is empty for COUNT(). Throws SalesforceError for whatever Salesforce would refuse. */
export function runSoql(run: QueryRun, soql: string): { totalSize: number; records: QueryRecord[] } {
  const query = parseSoql(soql);
  const { object, rows } = select(run, query);
  if (query.isCount) return { totalSize: rows.length, records: [] };
  const paths = query.fields.map((path) => compilePath(run.store, run.org, object, path, run.user.hiddenFields));
  const double = paths.map(({ names }) => names.join('.')).find((name, index, all) => all.indexOf(name) !== index);
  if (double) throw new SalesforceError('INVALID_FIELD', `duplicate field selected: ${double}`);
  return { totalSize: rows.length, records: rows.map((row) => present(run, object, paths, row)) };
}

function select(run: QueryRun, query: Query): { object: ObjectDefinition; rows: SObject[] } {
  const { store, org, user } = run;
  const object = run.isTooling ? findToolingObject(query.from) : findObject(org, query.from);
  const needsAdmin = run.isTooling === true || object?.name === 'UserLogin';
  if (!object || (needsAdmin && !user.isAdmin)) throw invalidType(query.from);
  const path = (text: string) => compilePath(store, org, object, text, user.hiddenFields);
  const values = (inner: Query): FieldValue[] => valuesOf(run, inner);
  const test = query.where ? compileCondition({ path, values, nowMs: store.nowMs() }, query.where) : () => true;
  const order = query.orderBy.map((item) => ({ ...item, path: path(item.path) }));
  query.fields.forEach(path);
  if (query.offset > MAX_OFFSET) {
    throw new SalesforceError('NUMBER_OUTSIDE_VALID_RANGE', `Maximum SOQL offset allowed is ${MAX_OFFSET}`);
  }
  const rows = (run.isTooling ? toolingRows(org, object.name) : store.rows(org, object.name))
    .filter((row) => !user.hiddenRecords?.includes(String(row['Id'])) && (run.includeDeleted || row['IsDeleted'] !== true) && test(row))
    .sort((left, right) => compareRows(order, left, right));
  return { object, rows: rows.slice(query.offset, query.limit === null ? undefined : query.offset + query.limit) };
}

function valuesOf(run: QueryRun, query: Query): FieldValue[] {
  const { object, rows } = select(run, query);
  const [field] = query.fields;
  if (!field || query.fields.length > 1)
    throw new SalesforceError('MALFORMED_QUERY', 'Entity can only have one field in a semi join sub-select');
  const path = compilePath(run.store, run.org, object, field);
  return rows.map((row) => path.read(row));
}

function compareRows(order: { path: CompiledPath; descending: boolean; nullsLast: boolean }[], left: SObject, right: SObject): number {
  for (const { path, descending, nullsLast } of order) {
    const a = comparable(path.field, path.read(left));
    const b = comparable(path.field, path.read(right));
    if (a === b) continue;
    if (a === null || b === null) return (a === null) === nullsLast ? 1 : -1;
    return a < b === descending ? 1 : -1;
  }
  return String(left['Id']) < String(right['Id']) ? -1 : 1;
}

function present(run: QueryRun, object: ObjectDefinition, paths: CompiledPath[], row: SObject): QueryRecord {
  const record = attributesOf(run, object.name, row);
  for (const path of paths) place(run, record, path, row);
  return record;
}

/** Puts a value where its path says: parents are nested objects, or null when there is no parent. */
function place(run: QueryRun, record: QueryRecord, path: CompiledPath, row: SObject): void {
  const [first = '', ...rest] = path.names;
  if (rest.length === 0) {
    record[first] = path.read(row);
    return;
  }
  const holder = compilePath(run.store, run.org, objectOf(run, row), [first, 'Id'].join('.')).parent(row);
  if (!holder) {
    record[first] = null;
    return;
  }
  const nested = (record[first] as QueryRecord | undefined) ?? attributesOf(run, objectOf(run, holder).name, holder);
  record[first] = nested;
  if (rest.length === 1) nested[rest[0] ?? ''] = path.read(row);
  else place(run, nested, compilePath(run.store, run.org, objectOf(run, holder), rest.join('.')), holder);
}

function attributesOf(run: QueryRun, type: string, row: SObject): QueryRecord {
  return { attributes: { type, url: `/services/data/v${run.version}/sobjects/${type}/${String(row['Id'])}` } };
}

function objectOf({ org }: QueryRun, row: SObject): ObjectDefinition {
  const object = objectOfId(org, String(row['Id']));
  if (!object) throw invalidType(String(row['Id']).slice(0, 3));
  return object;
}

function invalidType(name: string): SalesforceError {
  return new SalesforceError(
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the ` +
      'entity name. Please reference your WSDL or the describe call for the appropriate names.',
  );
}
