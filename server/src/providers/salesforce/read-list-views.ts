import type { Api } from './connection.ts';
import { quotedId } from './soql.ts';
import { toLongId } from './ids.ts';

export interface SalesforceListView {
  id: string;
  label: string;
}

/** REST API, List Views. A page of them names the next one. */
interface ListViewPage {
  listviews: { id: string; label: string; soqlCompatible: boolean }[];
  nextRecordsUrl: string | null;
}

interface ListViewResults {
  records: { columns: { fieldNameOrPath: string; value: string | null }[] }[];
}

/** An org may have thousands; nobody looks through more than this. */
const MOST_PAGES = 5;

/** The list views of an object that the user sees and that can be read from outside. */
export async function readListViews(api: Api, objectName: string): Promise<SalesforceListView[]> {
  const found: SalesforceListView[] = [];
  let url: string | null = `/sobjects/${objectName}/listviews`;
  for (let page = 0; url !== null && page < MOST_PAGES; page += 1) {
    const asked: string = url;
    const answer: ListViewPage = await api.call((connection) => connection.request<ListViewPage>(asked));
    found.push(...answer.listviews.filter(({ soqlCompatible }) => soqlCompatible).map(({ id, label }) => ({ id: toLongId(id), label })));
    url = answer.nextRecordsUrl;
  }
  return found;
}

/** REST API, List View Results: the ids of the first `most` records (at most 2,000) of a list view, as it sorts them. */
export async function readListedIds(api: Api, objectName: string, listViewId: string, most: number): Promise<string[]> {
  const id = quotedId(listViewId).slice(1, -1);
  const { records } = await api.call((connection) =>
    connection.request<ListViewResults>(`/sobjects/${objectName}/listviews/${id}/results?limit=${String(most)}`),
  );
  return records.flatMap(({ columns }) => columns.find(({ fieldNameOrPath }) => fieldNameOrPath === 'Id')?.value ?? []).map(toLongId);
}
