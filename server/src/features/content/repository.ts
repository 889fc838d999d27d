import type { Tx } from '../../platform/postgres.ts';
import type { Attachment } from '../files/schemas.ts';
import type { Content, ContentQuestion } from './schemas.ts';

/** Whoever asks. */
export interface Viewer {
  userId: string;
  isAdmin: boolean;
}

export interface StoredContent extends Omit<Content, 'address' | 'createdAt' | 'lastViewedAt'> {
  createdAt: Date;
  lastViewedAt: Date | null;
}

/** `$1` is the org, `$2` who asks; the content is `c`. */
const SEEN = 'c.org_id = $1 and c.deleted_at is null and (c.user_id = $2 or c.is_shared)';
const SCOPES: Readonly<Record<ContentQuestion['scope'], string>> = {
  all: SEEN,
  mine: `${SEEN} and c.user_id = $2`,
  shared: `${SEEN} and c.is_shared`,
};

/** Contents as they are shown. What was looked at is read for those alone. */
function shown(found: string): string {
  return `select c.id, c.name, c.type, c.size, c.state, c.state_reason as "stateReason", c.page_count as "pageCount",
                 c.is_shared as "isShared", c.user_id = $2 as "isMine", coalesce(u.name, u.email) as "ownerName",
                 c.created_at as "createdAt", v.people, v.last as "lastViewedAt"
            from (${found}) c
            join users u on u.org_id = $1 and u.id = c.user_id
           cross join lateral (
                 select count(distinct sales_email_id)::int as people, max(at) as last
                   from content_views where org_id = $1 and content_id = c.id) v
           order by c.created_at desc, c.id desc`;
}

/** The newest of those that match all patterns. */
export async function listContent(
  tx: Tx,
  orgId: string,
  userId: string,
  { scope, patterns, most }: Pick<ContentQuestion, 'scope'> & { patterns: string[]; most: number },
): Promise<StoredContent[]> {
  const { rows } = await tx.query<StoredContent>(
    shown(`select * from content c where ${SCOPES[scope]} and c.name ilike all($3::text[]) order by c.created_at desc, c.id desc limit $4`),
    [orgId, userId, patterns, most],
  );
  return rows;
}

/** A content that a rep sees. */
export async function findContent(tx: Tx, orgId: string, userId: string, id: string): Promise<StoredContent | null> {
  const { rows } = await tx.query<StoredContent>(shown(`select * from content c where ${SEEN} and c.id = $3`), [orgId, userId, id]);
  return rows[0] ?? null;
}

/** From now on nobody else makes a content for this rep, until the transaction ends. */
export async function waitForTurn(tx: Tx, orgId: string, userId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('content ' || $1 || ' ' || $2, 0))`, [orgId, userId]);
}

export async function countContent(tx: Tx, orgId: string, userId: string): Promise<number> {
  const { rows } = await tx.query<{ contents: number }>(
    'select count(*)::int as contents from content where org_id = $1 and user_id = $2 and deleted_at is null',
    [orgId, userId],
  );
  return rows[0]?.contents ?? 0;
}

/** False where there is one of the same file, also a deleted one. */
export async function insertContent(
  tx: Tx,
  orgId: string,
  { id, name, type, size, userId, isPdf, createdAt }: Attachment & { userId: string; isPdf: boolean; createdAt: Date },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `insert into content (org_id, id, user_id, name, type, size, state, state_reason, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [orgId, id, userId, name, type, size, isPdf ? 'preparing' : 'no_pages', isPdf ? null : 'not_pdf', createdAt],
  );
  return rowCount === 1;
}

/** The name of a rep's own content, which nobody else changes until the transaction ends. */
export async function holdOwn(tx: Tx, orgId: string, userId: string, id: string): Promise<{ name: string } | null> {
  const { rows } = await tx.query<{ name: string }>(
    'select name from content where org_id = $1 and user_id = $2 and id = $3 and deleted_at is null for no key update',
    [orgId, userId, id],
  );
  return rows[0] ?? null;
}

export async function changeContent(
  tx: Tx,
  orgId: string,
  id: string,
  { name, isShared }: { name: string | undefined; isShared: boolean | undefined },
): Promise<void> {
  await tx.query('update content set name = coalesce($3, name), is_shared = coalesce($4, is_shared) where org_id = $1 and id = $2', [
    orgId,
    id,
    name ?? null,
    isShared ?? null,
  ]);
}

/** Gives all contents of a user to another. */
export async function giveContent(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query('update content set user_id = $3 where org_id = $1 and user_id = $2 and deleted_at is null', [orgId, from, to]);
}

/** Deletes an own content, or for an admin also a shared one: false for any other. Its row stays for the emails that link to it. */
export async function markDeleted(tx: Tx, orgId: string, by: Viewer, id: string, now: Date): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update content set deleted_at = $5
      where org_id = $1 and id = $2 and deleted_at is null and (user_id = $3 or ($4 and is_shared))`,
    [orgId, id, by.userId, by.isAdmin, now],
  );
  return rowCount === 1;
}
