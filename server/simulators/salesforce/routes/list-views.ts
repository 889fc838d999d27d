import { notFound } from '../errors.ts';
import { makeId, parseId } from '../ids.ts';
import { knownObject } from '../records.ts';
import { runSoql, type QueryRecord } from '../soql/run.ts';
import type { RestAnswer, RestCall, RestRoute } from './rest-call.ts';

const DEFAULT_LIMIT = 25;
const MOST = 2000;

interface ListView {
  id: string;
  developerName: string;
  label: string;
  columns: string[];
  /** What stands after WHERE; `{user}` is whoever looks. */
  where: string | null;
}

const LEAD_COLUMNS = ['Name', 'Company', 'Email', 'Status'];
const CONTACT_COLUMNS = ['Name', 'Account.Name', 'Email', 'Phone'];

/** The list views that an org has from its first day. */
const LIST_VIEWS: Record<string, ListView[]> = {
  Lead: [
    { id: makeId('00B', 1), developerName: 'AllOpenLeads', label: 'All Open Leads', columns: LEAD_COLUMNS, where: 'IsConverted = false' },
    {
      id: makeId('00B', 2),
      developerName: 'MyUnreadLeads',
      label: 'My Leads',
      columns: LEAD_COLUMNS,
      where: "IsConverted = false AND OwnerId = '{user}'",
    },
  ],
  Contact: [
    { id: makeId('00B', 3), developerName: 'AllContacts', label: 'All Contacts', columns: CONTACT_COLUMNS, where: null },
    { id: makeId('00B', 4), developerName: 'MyContacts', label: 'My Contacts', columns: CONTACT_COLUMNS, where: "OwnerId = '{user}'" },
  ],
};

/** REST API, List Views and List View Results: what a list shows, with the rights of whoever asks. */
export const listViewRoutes: RestRoute[] = [
  { method: 'GET', path: '/sobjects/:object/listviews', handle: listViews },
  { method: 'GET', path: '/sobjects/:object/listviews/:id/results', handle: results },
];

function listViews(call: RestCall, name = ''): RestAnswer {
  const { name: sobjectType } = knownObject(call.actor.org, name);
  const listviews = (LIST_VIEWS[sobjectType] ?? []).map(({ id, developerName, label }) => {
    const url = `/services/data/v${call.version}/sobjects/${sobjectType}/listviews/${id}`;
    return { describeUrl: `${url}/describe`, developerName, id, label, resultsUrl: `${url}/results`, soqlCompatible: true, url };
  });
  return { status: 200, body: { done: true, listviews, nextRecordsUrl: null, size: listviews.length, sobjectType } };
}

function results(call: RestCall, name = '', id = ''): RestAnswer {
  const { store, org, user } = call.actor;
  const object = knownObject(org, name);
  const view = LIST_VIEWS[object.name]?.find((one) => one.id === parseId(id));
  if (!view) throw notFound();
  const columns = [...view.columns, 'Id', 'CreatedDate', 'LastModifiedDate', 'SystemModstamp'];
  const where = view.where ? ` WHERE ${view.where.replace('{user}', user.id)}` : '';
  const limit = Math.min(Math.max(1, Number(call.query.get('limit') ?? DEFAULT_LIMIT)), MOST);
  const page = `LIMIT ${limit} OFFSET ${call.query.get('offset') ?? 0}`;
  const soql = `SELECT ${columns.join(', ')} FROM ${object.name}${where} ORDER BY Name ${page}`;
  const { records } = runSoql({ store, org, user, version: call.version, includeDeleted: false }, soql);
  const body = {
    columns: columns.map((path, index) => ({
      ascendingLabel: null,
      descendingLabel: null,
      fieldNameOrPath: path,
      hidden: index >= view.columns.length,
      label: path,
      selectListItem: path,
      sortDirection: path === 'Name' ? 'ascending' : null,
      sortIndex: path === 'Name' ? 0 : null,
      sortable: true,
      type: 'string',
    })),
    developerName: view.developerName,
    done: true,
    id: view.id,
    label: view.label,
    records: records.map((record) => ({ columns: columns.map((path) => ({ fieldNameOrPath: path, value: valueAt(record, path) })) })),
    size: records.length,
  };
  return { status: 200, body };
}

/** The value as text, as Salesforce gives all of them here. */
function valueAt(record: QueryRecord, path: string): string | null {
  let value: unknown = record;
  for (const name of path.split('.')) value = (value as Record<string, unknown> | null)?.[name];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}
