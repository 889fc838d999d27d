import type { Tx } from '../../platform/postgres.ts';
import type { RenderedPage } from './render-pages.ts';
import type { Content } from './schemas.ts';

/** What is found out about a document while its pages are made. */
export type WhyNoPages = Exclude<Content['stateReason'], 'not_pdf' | null>;

/** What the pages of a content have cost so far. */
export interface Effort {
  renderingMs: number;
  /** Processes that have begun some pages and have not said how that ended. */
  tries: number;
}

/** Null for a content that is deleted, or whose pages are made or cannot be. Nobody else changes it until the transaction ends. */
export async function holdInWork(tx: Tx, orgId: string, id: string): Promise<Effort | null> {
  const { rows } = await tx.query<Effort>(
    `select rendering_ms as "renderingMs", tries from content
      where org_id = $1 and id = $2 and state = 'preparing' and deleted_at is null for no key update`,
    [orgId, id],
  );
  return rows[0] ?? null;
}

export async function beginTry(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('update content set tries = tries + 1 where org_id = $1 and id = $2', [orgId, id]);
}

export async function endTry(tx: Tx, orgId: string, id: string, tookMs: number): Promise<void> {
  await tx.query('update content set tries = 0, rendering_ms = rendering_ms + $3 where org_id = $1 and id = $2', [orgId, id, tookMs]);
}

export interface PageToKeep extends Pick<RenderedPage, 'number' | 'width' | 'height'> {
  objectId: string;
}

export async function insertPages(tx: Tx, orgId: string, contentId: string, pages: readonly PageToKeep[]): Promise<void> {
  await tx.query(
    `insert into content_pages (org_id, content_id, number, object_id, width, height)
     select $1, $2, p.number, p.object_id, p.width, p.height
       from unnest($3::integer[], $4::uuid[], $5::integer[], $6::integer[]) p (number, object_id, width, height)`,
    [orgId, contentId, pages.map((p) => p.number), pages.map((p) => p.objectId), pages.map((p) => p.width), pages.map((p) => p.height)],
  );
}

/** The objects of pages from a number on. */
export async function findObjects(tx: Tx, orgId: string, contentId: string, from: number): Promise<string[]> {
  const { rows } = await tx.query<{ id: string }>(
    'select object_id as id from content_pages where org_id = $1 and content_id = $2 and number >= $3',
    [orgId, contentId, from],
  );
  return rows.map(({ id }) => id);
}

/** The row of a page whose bytes are gone. */
export async function deletePage(tx: Tx, orgId: string, contentId: string, objectId: string): Promise<void> {
  await tx.query('delete from content_pages where org_id = $1 and content_id = $2 and object_id = $3', [orgId, contentId, objectId]);
}

/** How many of the objects are pages. */
export async function countObjects(tx: Tx, orgId: string, contentId: string, objectIds: readonly string[]): Promise<number> {
  const { rowCount } = await tx.query('select from content_pages where org_id = $1 and content_id = $2 and object_id = any($3::uuid[])', [
    orgId,
    contentId,
    objectIds,
  ]);
  return rowCount ?? 0;
}

/** The first page up to `last` that is not kept. */
export async function firstMissing(tx: Tx, orgId: string, contentId: string, last: number): Promise<number | null> {
  const { rows } = await tx.query<{ missing: number | null }>(
    `select min(n)::int as missing from generate_series(1, $3) n
      where not exists (select from content_pages p where p.org_id = $1 and p.content_id = $2 and p.number = n)`,
    [orgId, contentId, last],
  );
  return rows[0]?.missing ?? null;
}

/** People see the pages from now on. */
export async function markReady(tx: Tx, orgId: string, id: string, pageCount: number): Promise<void> {
  await tx.query(`update content set state = 'ready', page_count = $3 where org_id = $1 and id = $2`, [orgId, id, pageCount]);
}

/** People can only download it. */
export async function markWithoutPages(tx: Tx, orgId: string, id: string, reason: WhyNoPages): Promise<void> {
  await tx.query(
    `update content set state = 'no_pages', state_reason = $3 where org_id = $1 and id = $2 and state = 'preparing' and deleted_at is null`,
    [orgId, id, reason],
  );
}
