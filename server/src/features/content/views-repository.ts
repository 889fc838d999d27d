import type { Tx } from '../../platform/postgres.ts';
import type { LinkKey, LinkedContent } from './addresses.ts';

/** A link whose recipient does something, with the email that the rep learns it of. */
export interface LinkInUse extends LinkedContent {
  salesEmailId: string;
  userId: string;
  personId: string | null;
  recordId: string | null;
  /** How many pages can be looked at. */
  pages: number;
  views: number;
}

/**
 * Locks a link until the transaction ends, so that its views are counted one after another. Null for an unknown one, for a content that is
 * deleted, and while the org is stopped.
 */
export async function holdLink(tx: Tx, { orgId, token }: LinkKey): Promise<LinkInUse | null> {
  const { rowCount } = await tx.query('select from content_links where org_id = $1 and token = $2 for no key update', [orgId, token]);
  if (rowCount === 0) return null;
  const { rows } = await tx.query<LinkInUse>(
    `select c.id, l.is_tracked as "isTracked", e.id as "salesEmailId", e.user_id as "userId", e.person_id as "personId",
            e.record_id as "recordId",
            (select count(*)::int from content_pages p where p.org_id = c.org_id and p.content_id = c.id and c.state = 'ready') as pages,
            (select count(*)::int from content_views v where v.org_id = l.org_id and v.token = l.token) as views
       from content_links l
       join orgs o on o.org_id = l.org_id and o.stopped_at is null
       join content c on c.org_id = l.org_id and c.id = l.content_id and c.deleted_at is null
       join sales_emails e on e.org_id = l.org_id and e.id = l.sales_email_id
      where l.org_id = $1 and l.token = $2`,
    [orgId, token],
  );
  return rows[0] ?? null;
}

export interface NewView {
  kind: 'opened' | 'page' | 'downloaded';
  page: number | null;
  at: Date;
}

export async function insertView(
  tx: Tx,
  { orgId, token }: LinkKey,
  { id, salesEmailId }: Pick<LinkInUse, 'id' | 'salesEmailId'>,
  { kind, page, at }: NewView,
): Promise<void> {
  await tx.query(
    `insert into content_views (org_id, token, content_id, sales_email_id, kind, page, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [orgId, token, id, salesEmailId, kind, page, at],
  );
}

/** What came of a content in one email. It was opened where anything else is known of it. */
export interface ViewedContent extends LinkedContent {
  name: string;
  isGone: boolean;
  pageCount: number | null;
  opens: number;
  downloads: number;
  pages: number[];
  lastViewedAt: Date | null;
}

/** Those of the contents that the org has had, in their order, with what the recipients of the email did with them. */
export async function findViewed(
  tx: Tx,
  orgId: string,
  salesEmailId: string,
  contents: readonly LinkedContent[],
): Promise<ViewedContent[]> {
  const { rows } = await tx.query<ViewedContent>(
    `select c.id, given.is_tracked as "isTracked", c.name, c.deleted_at is not null as "isGone", c.page_count as "pageCount",
            v.opens, v.downloads, v.pages, v.last as "lastViewedAt"
       from unnest($3::uuid[], $4::boolean[]) with ordinality given (id, is_tracked, place)
       join content c on c.org_id = $1 and c.id = given.id
      cross join lateral (
            select greatest(count(*) filter (where kind = 'opened'), least(count(*), 1))::int as opens,
                   count(*) filter (where kind = 'downloaded')::int as downloads,
                   coalesce(array_agg(distinct page order by page) filter (where page is not null), '{}') as pages, max(at) as last
              from content_views
             where org_id = $1 and sales_email_id = $2 and content_id = c.id and given.is_tracked) v
      order by given.place`,
    [orgId, salesEmailId, contents.map(({ id }) => id), contents.map(({ isTracked }) => isTracked)],
  );
  return rows;
}
