import type { Actor } from './actor.ts';
import type { SObject } from './entities.ts';
import type { ObjectDefinition } from './schema/index.ts';

type Table = Record<string, SObject>;

/** By table, field and value in lower case: the record that was last given it. A table that was put back is another one. */
const known = new WeakMap<Table, Map<string, Map<string, string>>>();

/** The live record that carries a value in a unique field; the comparison ignores case. An org may hold many thousands of records. */
export function findByKey({ store, org }: Actor, object: ObjectDefinition, fieldName: string, value: string): SObject | undefined {
  const table = store.table(org.id, object.name);
  const record = table[keysOf(table, fieldName).get(value.toLowerCase()) ?? ''];
  const isStill = record?.['IsDeleted'] !== true && String(record?.[fieldName]).toLowerCase() === value.toLowerCase();
  return isStill ? record : undefined;
}

/** To be called with every record that was made or changed. */
export function rememberKeys({ store, org }: Actor, object: ObjectDefinition, record: SObject): void {
  for (const [fieldName, keys] of known.get(store.table(org.id, object.name)) ?? []) remember(keys, fieldName, record);
}

function keysOf(table: Table, fieldName: string): Map<string, string> {
  const fields = known.get(table) ?? new Map<string, Map<string, string>>();
  known.set(table, fields);
  const found = fields.get(fieldName);
  if (found) return found;
  const keys = new Map<string, string>();
  fields.set(fieldName, keys);
  for (const record of Object.values(table)) if (record['IsDeleted'] !== true) remember(keys, fieldName, record);
  return keys;
}

function remember(keys: Map<string, string>, fieldName: string, record: SObject): void {
  const value = record[fieldName];
  if (typeof value === 'string') keys.set(value.toLowerCase(), record['Id'] as string);
}
