import type { Pool, Tx } from '../../platform/postgres.ts';
import type { PictureHead, PictureType } from './read-picture.ts';

export interface PictureToKeep extends PictureHead {
  id: string;
  userId: string;
  bytes: Buffer;
  sha256: Buffer;
}

/** A picture that is in use now is not deleted for the next seven days, and an hour more or less does not matter. */
const TOUCH = `update email_pictures set unused_since = $4
                where org_id = $1 and user_id = $2 and unused_since <= $4::timestamptz - interval '1 hour'`;

/** The same picture of the same rep, if it is here; from now on it counts as just inserted. */
export async function findSame(tx: Tx, orgId: string, userId: string, sha256: Buffer, now: Date): Promise<string | null> {
  const { rows } = await tx.query<{ id: string }>(
    `update email_pictures set unused_since = case when unused_since is not null then $4::timestamptz end
      where org_id = $1 and user_id = $2 and sha256 = $3 returning id`,
    [orgId, userId, sha256, now],
  );
  return rows[0]?.id ?? null;
}

/** From now on nobody else inserts a picture of this rep, until the transaction ends. */
export async function waitForTurn(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('pictures ' || $1 || ' ' || $2, 0))`, [orgId, userId]);
}

/** What a rep has inserted since a time, and when the oldest of it was. */
export async function sumSince(tx: Tx, orgId: string, userId: string, since: Date): Promise<{ bytes: number; oldest: Date | null }> {
  const { rows } = await tx.query<{ bytes: number; oldest: Date | null }>(
    `select coalesce(sum(octet_length(bytes)), 0)::int as bytes, min(created_at) as oldest
       from email_pictures where org_id = $1 and user_id = $2 and created_at > $3`,
    [orgId, userId, since],
  );
  return rows[0] ?? { bytes: 0, oldest: null };
}

export async function insertPicture(tx: Tx, orgId: string, picture: PictureToKeep, now: Date): Promise<void> {
  const { id, userId, type, width, height, bytes, sha256 } = picture;
  await tx.query(
    `insert into email_pictures (org_id, id, user_id, type, width, height, bytes, sha256, created_at, unused_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)`,
    [orgId, id, userId, type, width, height, bytes, sha256, now],
  );
}

/** Which of these pictures a rep has, each with its size; none of them is deleted soon. */
export async function findSizes(tx: Tx, orgId: string, userId: string, ids: string[], now: Date): Promise<Map<string, number>> {
  const { rows } = await tx.query<{ id: string; size: number }>(
    `with touched as (${TOUCH} and id = any($3) returning id, octet_length(bytes) as size)
     select id, size from touched
     union all
     select id, octet_length(bytes) from email_pictures
      where org_id = $1 and user_id = $2 and id = any($3)
        and (unused_since is null or unused_since > $4::timestamptz - interval '1 hour')`,
    [orgId, userId, ids, now],
  );
  return new Map(rows.map(({ id, size }) => [id, size]));
}

/**
 * Pictures of some reps become pictures of another, under new ids. Answers with the id that each has there: that of the same picture where
 * the other has it already. Those that are gone, or nobody's of `from`, are left out.
 */
export async function copyPictures(
  tx: Tx,
  orgId: string,
  { from, to, copies }: { from: readonly string[]; to: string; copies: readonly { id: string; copyId: string }[] },
  now: Date,
): Promise<Map<string, string>> {
  const { rows } = await tx.query<{ id: string; copyId: string }>(
    `with given as (
       select p.id, copy_id, p.type, p.width, p.height, p.bytes, p.sha256
         from unnest($4::text[], $5::text[]) as asked (id, copy_id)
         join email_pictures p on p.org_id = $1 and p.id = asked.id and p.user_id = any($2)),
     kept as (
       insert into email_pictures (org_id, id, user_id, type, width, height, bytes, sha256, created_at, unused_since)
       select distinct on (sha256) $1::char(18), copy_id, $3::uuid, type, width, height, bytes, sha256, $6::timestamptz, $6::timestamptz
         from given order by sha256
       on conflict (org_id, user_id, sha256) do update
         set unused_since = case when email_pictures.unused_since is not null then excluded.unused_since end
       returning id, sha256)
     select given.id, kept.id as "copyId" from given join kept using (sha256)`,
    [orgId, from, to, copies.map(({ id }) => id), copies.map(({ copyId }) => copyId), now],
  );
  return new Map(rows.map(({ id, copyId }) => [id, copyId]));
}

export interface KeptPicture {
  id: string;
  type: PictureType;
  bytes: Buffer;
}

/** The pictures of a rep among these. */
export async function findPictures(tx: Tx, orgId: string, userId: string, ids: string[]): Promise<KeptPicture[]> {
  const { rows } = await tx.query<KeptPicture>(
    'select id, type, bytes from email_pictures where org_id = $1 and user_id = $2 and id = any($3)',
    [orgId, userId, ids],
  );
  return rows;
}

/** One picture for whoever has its address; null while the org is stopped. */
export async function findByAddress(tx: Tx, orgId: string, id: string): Promise<Omit<KeptPicture, 'id'> | null> {
  const { rows } = await tx.query<Omit<KeptPicture, 'id'>>(
    `select p.type, p.bytes from email_pictures p join orgs o on o.org_id = p.org_id and o.stopped_at is null
      where p.org_id = $1 and p.id = $2`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

/** Forgets pictures of all orgs that no email has and that nobody has used for seven days; see `delete_unused_pictures.sql`. */
export async function deleteUnusedPictures(pool: Pool, now: Date): Promise<void> {
  await pool.query('select delete_unused_pictures($1)', [now]);
}
