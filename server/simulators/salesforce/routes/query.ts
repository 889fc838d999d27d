import { randomBytes } from 'node:crypto';
import { SalesforceError } from '../errors.ts';
import { runSoql, type QueryRecord } from '../soql/run.ts';
import type { RestAnswer, RestCall, RestRoute } from './rest-call.ts';

const PAGE_LENGTH = 2000;
const SMALLEST_PAGE = 200;
const OPEN_CURSORS = 50;

interface Cursor {
  records: QueryRecord[];
  pageLength: number;
}

/** Results that wait for their next page, by locator. Lost at a restart, as cursors are. */
const cursors = new Map<string, Cursor>();

export const queryRoutes: RestRoute[] = [
  { method: 'GET', path: '/query', handle: (call) => runQuery(call, 'query') },
  { method: 'GET', path: '/queryAll', handle: (call) => runQuery(call, 'queryAll') },
  { method: 'GET', path: '/query/:locator', handle: (call, locator = '') => nextPage(call, 'query', locator) },
  { method: 'GET', path: '/queryAll/:locator', handle: (call, locator = '') => nextPage(call, 'queryAll', locator) },
];

function runQuery(call: RestCall, resource: string): RestAnswer {
  const soql = call.query.get('q');
  if (soql === null) throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  const { store, org, user } = call.actor;
  const result = runSoql({ store, org, user, version: call.version, includeDeleted: resource === 'queryAll' }, soql);
  const cursor = { records: result.records, pageLength: pageLengthOf(call) };
  return page(call, resource, cursor, 0, result.totalSize);
}

function nextPage(call: RestCall, resource: string, locator: string): RestAnswer {
  const [id = '', start = ''] = locator.split('-');
  const cursor = cursors.get(id);
  if (!cursor) throw new SalesforceError('INVALID_QUERY_LOCATOR', 'invalid query locator');
  return page(call, resource, cursor, Number(start), cursor.records.length, id);
}

function page(call: RestCall, resource: string, cursor: Cursor, start: number, totalSize: number, knownId?: string): RestAnswer {
  const end = start + cursor.pageLength;
  const records = cursor.records.slice(start, end);
  const done = end >= cursor.records.length;
  if (done) return { status: 200, body: { totalSize, done, records } };
  const id = knownId ?? keep(cursor);
  return { status: 200, body: { totalSize, done, nextRecordsUrl: `/services/data/v${call.version}/${resource}/${id}-${end}`, records } };
}

function keep(cursor: Cursor): string {
  const id = `01g${randomBytes(8).toString('hex').slice(0, 12)}AAA`;
  cursors.set(id, cursor);
  const oldest = cursors.keys().next().value;
  if (cursors.size > OPEN_CURSORS && oldest) cursors.delete(oldest);
  return id;
}

/** `Sforce-Query-Options: batchSize=200` makes pages shorter, down to 200. */
function pageLengthOf(call: RestCall): number {
  const asked = /batchSize=(\d+)/i.exec(String(call.headers['sforce-query-options'] ?? ''))?.[1];
  return asked ? Math.min(PAGE_LENGTH, Math.max(SMALLEST_PAGE, Number(asked))) : PAGE_LENGTH;
}
