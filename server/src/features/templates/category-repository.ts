import type { Tx } from '../../platform/postgres.ts';
import { SEEN } from './parts.ts';
import type { Person } from './person.ts';

export interface StoredCategory {
  id: string;
  name: string;
  templates: number;
  createdBy: string;
  isForEveryone: boolean;
  teams: { id: string; name: string }[];
  /** To Everyone, or to a team of the person. */
  isGranted: boolean;
}

/** By name; one alone where `id` is given. */
export async function findCategories(
  tx: Tx,
  orgId: string,
  { userId, isAdmin }: Person,
  id: string | null = null,
): Promise<StoredCategory[]> {
  const { rows } = await tx.query<StoredCategory>(
    `select c.id, c.name, c.created_by as "createdBy", c.is_for_everyone as "isForEveryone", coalesce(n.templates, 0) as templates,
            coalesce(g.teams, '[]') as teams, c.is_for_everyone or coalesce(g."isMine", false) as "isGranted"
       from template_categories c
       left join (select t.category_id, count(*)::int as templates from templates t
                   where t.org_id = $1 and t.archived_at is null and ${SEEN} group by t.category_id) n on n.category_id = c.id
       left join (select r.category_id, json_agg(json_build_object('id', e.id, 'name', e.name) order by e.name_key, e.id) as teams,
                         bool_or(m.user_id is not null) as "isMine"
                    from template_category_grants r join teams e on e.org_id = r.org_id and e.id = r.team_id
                    left join team_members m on m.org_id = r.org_id and m.team_id = r.team_id and m.user_id = $2
                   where r.org_id = $1 group by r.category_id) g on g.category_id = c.id
      where c.org_id = $1 and ($4::uuid is null or c.id = $4)
      order by c.name_key, c.id`,
    [orgId, userId, isAdmin, id],
  );
  return rows;
}

/** Null when it is gone. From now on nobody else changes it, until the transaction ends. */
export async function holdCategory(tx: Tx, orgId: string, id: string): Promise<{ name: string; createdBy: string } | null> {
  const { rows } = await tx.query<{ name: string; createdBy: string }>(
    'select name, created_by as "createdBy" from template_categories where org_id = $1 and id = $2 for update',
    [orgId, id],
  );
  return rows[0] ?? null;
}

export async function findCategoryByName(tx: Tx, orgId: string, nameKey: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    'select id, name from template_categories where org_id = $1 and name_key = $2',
    [orgId, nameKey],
  );
  return rows[0] ?? null;
}

export async function countCategories(tx: Tx, orgId: string): Promise<number> {
  const { rows } = await tx.query<{ categories: number }>('select count(*)::int as categories from template_categories where org_id = $1', [
    orgId,
  ]);
  return rows[0]?.categories ?? 0;
}

export async function insertCategory(
  tx: Tx,
  orgId: string,
  { name, nameKey, createdBy, now }: { name: string; nameKey: string; createdBy: string; now: Date },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    'insert into template_categories (org_id, name, name_key, created_by, created_at) values ($1, $2, $3, $4, $5) returning id',
    [orgId, name, nameKey, createdBy, now],
  );
  return rows[0]?.id ?? '';
}

export async function renameCategory(
  tx: Tx,
  orgId: string,
  id: string,
  { name, nameKey }: { name: string; nameKey: string },
): Promise<void> {
  await tx.query('update template_categories set name = $3, name_key = $4 where org_id = $1 and id = $2', [orgId, id, name, nameKey]);
}

/** Fails with a violation of a foreign key while anybody has a template in it. */
export async function deleteCategory(tx: Tx, orgId: string, id: string): Promise<void> {
  await tx.query('delete from template_categories where org_id = $1 and id = $2', [orgId, id]);
}

/** How many of these are there. */
export async function countAmong(tx: Tx, orgId: string, ids: string[]): Promise<number> {
  const { rows } = await tx.query<{ categories: number }>(
    'select count(*)::int as categories from template_categories where org_id = $1 and id = any($2)',
    [orgId, ids],
  );
  return rows[0]?.categories ?? 0;
}

export async function savePinned(tx: Tx, orgId: string, userId: string, categoryIds: string[]): Promise<void> {
  await tx.query(
    `insert into pinned_template_categories (org_id, user_id, category_ids) values ($1, $2, $3)
     on conflict (org_id, user_id) do update set category_ids = excluded.category_ids`,
    [orgId, userId, categoryIds],
  );
}

/** In the order of the user, without those that are gone. */
export async function findPinned(tx: Tx, orgId: string, userId: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select c.id, c.name from pinned_template_categories p
      cross join unnest(p.category_ids) with ordinality as pinned (id, place)
      join template_categories c on c.org_id = p.org_id and c.id = pinned.id
      where p.org_id = $1 and p.user_id = $2 order by pinned.place`,
    [orgId, userId],
  );
  return rows;
}
