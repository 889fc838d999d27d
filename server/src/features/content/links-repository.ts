import type { Tx } from '../../platform/postgres.ts';
import type { LinkedContent } from './addresses.ts';

export interface ContentLink extends LinkedContent {
  token: string;
}

/** Gives an email its links to contents; one that it has keeps its token. Contents that the org never had get none. */
export async function keepLinks(
  tx: Tx,
  orgId: string,
  salesEmailId: string,
  links: readonly ContentLink[],
  now: Date,
): Promise<ContentLink[]> {
  const { rows } = await tx.query<ContentLink>(
    `insert into content_links (org_id, token, content_id, sales_email_id, is_tracked, created_at)
     select $1, given.token, c.id, $2, given.is_tracked, $6
       from unnest($3::text[], $4::uuid[], $5::boolean[]) given (token, content_id, is_tracked)
       join content c on c.org_id = $1 and c.id = given.content_id
     on conflict on constraint one_link_per_email_and_content do update set token = content_links.token
     returning token, content_id as id, is_tracked as "isTracked"`,
    [orgId, salesEmailId, links.map(({ token }) => token), links.map(({ id }) => id), links.map(({ isTracked }) => isTracked), now],
  );
  return rows;
}

/** The links of an email to contents that are deleted. */
export async function findLinksOfGone(tx: Tx, orgId: string, salesEmailId: string): Promise<ContentLink[]> {
  const { rows } = await tx.query<ContentLink>(
    `select l.token, l.content_id as id, l.is_tracked as "isTracked" from content_links l
       join content c on c.org_id = l.org_id and c.id = l.content_id and c.deleted_at is not null
      where l.org_id = $1 and l.sales_email_id = $2`,
    [orgId, salesEmailId],
  );
  return rows;
}

/** What links of an org lead to, whichever email has them. */
export async function findLinks(tx: Tx, orgId: string, tokens: readonly string[]): Promise<ContentLink[]> {
  const { rows } = await tx.query<ContentLink>(
    `select token, content_id as id, is_tracked as "isTracked" from content_links where org_id = $1 and token = any($2::text[])`,
    [orgId, tokens],
  );
  return rows;
}

/** Those of the contents that are deleted, or that the org never had, in their order. */
export async function findGone(tx: Tx, orgId: string, ids: readonly string[]): Promise<{ id: string; name: string | null }[]> {
  const { rows } = await tx.query<{ id: string; name: string | null }>(
    `select given.id, c.name from unnest($2::uuid[]) with ordinality given (id, place)
       left join content c on c.org_id = $1 and c.id = given.id
      where c.id is null or c.deleted_at is not null order by given.place`,
    [orgId, ids],
  );
  return rows;
}

/** What contents are called, also of those that are deleted. */
export async function findNames(tx: Tx, orgId: string, ids: readonly string[]): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>('select id, name from content where org_id = $1 and id = any($2::uuid[])', [
    orgId,
    ids,
  ]);
  return rows;
}
