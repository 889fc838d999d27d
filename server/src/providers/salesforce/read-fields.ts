import type { Api } from './connection.ts';
import { toLongId } from './ids.ts';
import { queryVisible } from './query-visible.ts';
import { quotedId } from './soql.ts';

/** A record as a query answers: fields of records that it refers to stand in objects of their own. */
export type FieldRow = Record<string, unknown> & { Id: string };

/** A query travels in an address, of which Salesforce takes 16,384 bytes; an id needs 30 of them there. */
const LONGEST_ADDRESS = 14_000;
const BYTES_PER_ID = 30;

/**
 * Some fields of records of one object, by id of 18 characters: records and fields that the user may not see are left out. One query for
 * 200 records, unless very many fields are asked for. Names of fields are those of a description, never what somebody typed.
 */
export async function readFields(
  api: Api,
  objectName: string,
  fields: readonly string[],
  ids: readonly string[],
): Promise<Map<string, FieldRow>> {
  const asked = ['Id', ...new Set(fields.filter((field) => field !== 'Id'))];
  if ([objectName, ...asked].some((name) => !/^\w+(?:\.\w+)*$/.test(name))) throw new TypeError('This is no name of a field.');
  const atOnce = Math.max(1, Math.floor((LONGEST_ADDRESS - encodeURIComponent(asked.join(', ')).length) / BYTES_PER_ID));
  const wanted = [...new Set(ids.map(toLongId))];
  const rows = new Map<string, FieldRow>();
  for (let first = 0; first < wanted.length; first += atOnce) {
    const some = wanted.slice(first, first + atOnce).map(quotedId);
    const found = await queryVisible<FieldRow>(api, asked, `FROM ${objectName} WHERE Id IN (${some.join(', ')})`);
    for (const row of found) rows.set(toLongId(row.Id), row);
  }
  return rows;
}
