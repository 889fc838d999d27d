import { SalesforceError } from '../errors.ts';
import { runSoql } from '../soql/run.ts';
import type { RestAnswer, RestCall, RestRoute } from './rest-call.ts';

/** The Tooling API, as far as it tells what is set up in an org. */
export const toolingRoutes: RestRoute[] = [{ method: 'GET', path: '/tooling/query', handle: runToolingQuery }];

function runToolingQuery(call: RestCall): RestAnswer {
  const soql = call.query.get('q');
  if (soql === null) throw new SalesforceError('MALFORMED_QUERY', 'A query string has to be specified');
  const { store, org, user } = call.actor;
  const found = runSoql({ store, org, user, version: call.version, includeDeleted: false, isTooling: true }, soql);
  const hasMetadata = found.records.some((record) => 'Metadata' in record);
  if (hasMetadata && found.records.length > 1)
    throw new SalesforceError(
      'MALFORMED_QUERY',
      'When retrieving results with Metadata or FullName fields, the query qualifications must specify no more than one row for ' +
        `retrieval. Result size: ${String(found.records.length)}`,
    );
  const records = found.records.map((record) =>
    typeof record['Metadata'] === 'string' ? { ...record, Metadata: JSON.parse(record['Metadata']) as unknown } : record,
  );
  return { status: 200, body: { size: records.length, totalSize: found.totalSize, done: true, queryLocator: null, records } };
}
