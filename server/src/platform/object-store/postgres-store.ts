import { Readable } from 'node:stream';
import { inOrg, type Pool } from '../postgres.ts';
import { inParts, ObjectMissing, type ObjectKey, type ObjectStore } from './object-store.ts';

/** What travels in one packet: a file of 20 MB in twenty of them. */
const PART_BYTES = 1_000_000;

/**
 * Objects as large objects of the database. The role of the service has no right to any of them: it writes and reads them by the functions
 * `write_object` and `read_object`, which find them in `stored_objects` as row-level security shows it to the transaction's org. Deleting
 * the row unlinks the object.
 */
export function createPostgresStore(pool: Pool): ObjectStore {
  const readPart = async ({ orgId, id }: ObjectKey, offset: number): Promise<Buffer> => {
    const { rows } = await inOrg(pool, orgId, (tx) =>
      tx.query<{ part: Buffer | null }>('select read_object($1, $2, $3) as part', [id, offset, PART_BYTES]),
    );
    const part = rows[0]?.part ?? null;
    if (part === null) throw new ObjectMissing({ orgId, id });
    return part;
  };

  return {
    put({ orgId, id }, bytes, size) {
      return inOrg(pool, orgId, async (tx) => {
        let offset = 0;
        for await (const part of inParts(bytes, size, PART_BYTES)) {
          await tx.query('select write_object($1, $2, $3)', [id, offset, part]);
          offset += part.byteLength;
        }
      });
    },
    async get(key) {
      // Nothing changes an object, so each part may have a transaction of its own
      const first = await readPart(key, 0);
      return Readable.from(partsFrom(key, first), { objectMode: false });
    },
    async delete({ orgId, id }) {
      await inOrg(pool, orgId, (tx) => tx.query('delete from stored_objects where org_id = $1 and id = $2', [orgId, id]));
    },
  };

  async function* partsFrom(key: ObjectKey, first: Buffer): AsyncGenerator<Buffer> {
    let part = first;
    for (let offset = 0; part.byteLength > 0;) {
      yield part;
      offset += part.byteLength;
      if (part.byteLength < PART_BYTES) return;
      part = await readPart(key, offset);
    }
  }
}
