import type { Api } from './connection.ts';
import { objectOf, toLongId } from './ids.ts';
import { queryVisible } from './query-visible.ts';
import { quotedId } from './soql.ts';

/** What has become of a record: it is there (perhaps as another one), it was deleted, or nothing of it can be seen. */
export type Survivor = { state: 'alive'; id: string } | { state: 'deleted' } | { state: 'unknown' };

interface Row {
  Id: string;
  IsDeleted: boolean;
  MasterRecordId?: string | null;
  ConvertedContactId?: string | null;
}

/** A record that was merged into one that was merged, and so on: more than this is a circle. */
const MOST_STEPS = 10;

/**
 * Follows a Lead, Contact or Account through merges, and a Lead through its conversion, to the record that stands for it now; of an
 * Opportunity it tells whether it is there. The bin is looked into as well: a record that was merged is there, with the master's id (C.5).
 */
export async function readSurvivor(api: Api, id: string): Promise<Survivor> {
  let current = toLongId(id);
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = await readStep(api, current);
    if (typeof next !== 'string') return next;
    current = next;
  }
  return { state: 'unknown' };
}

/** The id that stands for this one, or what has become of it. */
async function readStep(api: Api, id: string): Promise<string | Survivor> {
  const object = objectOf(id);
  if (!object) return { state: 'unknown' };
  const fields = ['Id', 'IsDeleted'];
  if (object !== 'Opportunity') fields.push('MasterRecordId');
  if (object === 'Lead') fields.push('ConvertedContactId');
  const [row] = await queryVisible<Row>(api, fields, `FROM ${object} WHERE Id = ${quotedId(id)}`, { withDeleted: true });
  if (!row) return { state: 'unknown' };
  if (row.MasterRecordId && row.IsDeleted) return toLongId(row.MasterRecordId);
  if (row.IsDeleted) return { state: 'deleted' };
  return row.ConvertedContactId ? toLongId(row.ConvertedContactId) : { state: 'alive', id };
}
