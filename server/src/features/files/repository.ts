import type { Pool, Tx } from '../../platform/postgres.ts';
import type { Attachment } from './schemas.ts';

export interface FileToKeep extends Attachment {
  userId: string;
  sha256: Buffer;
}

/** Whether the access of a rep to the product stands. */
export async function isActivated(tx: Tx, orgId: string, userId: string): Promise<boolean> {
  const { rowCount } = await tx.query(`select from users where org_id = $1 and id = $2 and state = 'activated'`, [orgId, userId]);
  return rowCount === 1;
}

/** From now on nobody else adds a file of this rep, until the transaction ends. */
export async function waitForTurn(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('files ' || $1 || ' ' || $2, 0))`, [orgId, userId]);
}

/** What a rep has added since a time, and when the oldest of it was. */
export async function sumSince(tx: Tx, orgId: string, userId: string, since: Date): Promise<{ bytes: number; oldest: Date | null }> {
  const { rows } = await tx.query<{ bytes: number; oldest: Date | null }>(
    `select coalesce(sum(size), 0)::int as bytes, min(created_at) as oldest
       from files where org_id = $1 and user_id = $2 and created_at > $3`,
    [orgId, userId, since],
  );
  return rows[0] ?? { bytes: 0, oldest: null };
}

export async function insertFile(tx: Tx, orgId: string, file: FileToKeep, now: Date): Promise<void> {
  const { id, userId, name, type, size, sha256 } = file;
  await tx.query(
    `insert into files (org_id, id, user_id, name, type, size, sha256, created_at, unused_since)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8)`,
    [orgId, id, userId, name, type, size, sha256, now],
  );
}

const IN_ORDER = 'order by array_position($3::uuid[], id)';

/** Those of the files of a rep that are there, in the order given. */
export async function findFiles(tx: Tx, orgId: string, userId: string, ids: readonly string[]): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<Attachment>(
    `select id, name, type, size from files where org_id = $1 and user_id = $2 and id = any($3) and deleted_at is null ${IN_ORDER}`,
    [orgId, userId, ids],
  );
  return rows;
}

/** As `findFiles`; none of them is deleted soon. An hour more or less does not matter. */
export async function useFiles(tx: Tx, orgId: string, userId: string, ids: readonly string[], now: Date): Promise<Attachment[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.query<Attachment>(
    `with used as (
       update files set unused_since = $4
        where org_id = $1 and user_id = $2 and id = any($3) and deleted_at is null
          and unused_since <= $4::timestamptz - interval '1 hour'
       returning id, name, type, size)
     select * from (
       select id, name, type, size from used
       union all
       select id, name, type, size from files
        where org_id = $1 and user_id = $2 and id = any($3) and deleted_at is null
          and (unused_since is null or unused_since > $4::timestamptz - interval '1 hour')) found ${IN_ORDER}`,
    [orgId, userId, ids, now],
  );
  return rows;
}

/** Leaves a file of a rep to the library, which gives it up when its content is deleted. Null for none of this rep. */
export async function keepForLibrary(tx: Tx, orgId: string, userId: string, id: string): Promise<Attachment | null> {
  const { rows } = await tx.query<Attachment>(
    `update files set unused_since = null where org_id = $1 and user_id = $2 and id = $3 and deleted_at is null
     returning id, name, type, size`,
    [orgId, userId, id],
  );
  return rows[0] ?? null;
}

/** `$1` is the org; the email is `e`. It is written after its files were added, by the clocks of two processes. */
const IS_IN_EMAIL = `exists (select from sales_emails e
   where e.org_id = $1 and e.user_id = f.user_id and e.idempotency_key is not null and e.state <> 'draft'
     and e.created_at >= f.created_at - interval '1 day' and f.id = any(e.attachment_ids))`;
const IS_IN_DRAFT = `(exists (select from sales_emails e
   where e.org_id = $1 and e.user_id = f.user_id and e.state = 'draft' and f.id = any(e.attachment_ids))
   or exists (select from bulk_emails b
   where b.org_id = $1 and b.user_id = f.user_id and b.state = 'draft' and f.id = any(b.attachment_ids)))`;

/** The library has it: a row of `content` stands beside it. */
const IS_CONTENT = `exists (select from content c where c.org_id = $1 and c.id = f.id and c.deleted_at is null)`;

/** Gives up a file, of this rep or, with null, of whomever: from then on it is nowhere, and its bytes can go. */
export async function giveUpFile(
  tx: Tx,
  orgId: string,
  userId: string | null,
  id: string,
  now: Date,
): Promise<'given_up' | 'in_use' | 'unknown'> {
  const { rows } = await tx.query<{ isInUse: boolean }>(
    `select ${IS_IN_EMAIL} or ${IS_CONTENT} as "isInUse" from files f
      where f.org_id = $1 and f.user_id = coalesce($2, f.user_id) and f.id = $3 and f.deleted_at is null for update`,
    [orgId, userId, id],
  );
  const [file] = rows;
  if (!file) return 'unknown';
  if (file.isInUse) return 'in_use';
  await tx.query(`update files set deleted_at = $3, unused_since = '-infinity' where org_id = $1 and id = $2`, [orgId, id, now]);
  return 'given_up';
}

/** The row of a file whose bytes are gone. */
export async function deleteFile(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('delete from files where org_id = $1 and id = $2', [orgId, id]);
}

/** The orgs with files that nobody has added, kept or sent for seven days. */
export async function listOrgsWithUnusedFiles(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ orgId: string }>('select org_id as "orgId" from orgs_with_unused_files($1)', [now]);
  return rows.map(({ orgId }) => orgId);
}

/**
 * Looks at some files that nobody has added, kept or sent for seven days, and at none that somebody is using in this moment. One that no
 * email has is given up; one in a draft is looked at again seven days later; one of any other email or of the library stays from then on.
 * Answers with the ids of those that are given up, also before, and with how many were looked at.
 */
export async function giveUpUnused(tx: Tx, orgId: string, now: Date, most: number): Promise<{ ids: string[]; looked: number }> {
  const { rows } = await tx.query<{ id: string; fate: 'stays' | 'waits' | 'goes' }>(
    `with looked as (
       select * from files where org_id = $1 and unused_since < $2::timestamptz - interval '7 days'
        order by unused_since limit $3 for update skip locked),
     decided as (
       select f.id, case when f.deleted_at is not null then 'goes' when ${IS_IN_EMAIL} or ${IS_CONTENT} then 'stays'
                         when ${IS_IN_DRAFT} then 'waits'
                         else 'goes' end as fate
         from looked f)
     update files f
        set unused_since = case d.fate when 'waits' then $2::timestamptz when 'goes' then '-infinity' end,
            deleted_at = case d.fate when 'goes' then coalesce(f.deleted_at, $2) end
       from decided d
      where f.org_id = $1 and f.id = d.id
     returning f.id, d.fate`,
    [orgId, now, most],
  );
  return { ids: rows.flatMap(({ id, fate }) => (fate === 'goes' ? [id] : [])), looked: rows.length };
}
