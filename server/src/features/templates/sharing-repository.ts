import type { Tx } from '../../platform/postgres.ts';
import type { Person } from './person.ts';

/** Which teams a template is shared with. */
export async function findSharedTeams(tx: Tx, orgId: string, templateId: string): Promise<string[]> {
  const { rows } = await tx.query<{ teamId: string }>(
    'select team_id as "teamId" from template_shares where org_id = $1 and template_id = $2',
    [orgId, templateId],
  );
  return rows.map(({ teamId }) => teamId);
}

/** With these teams, or everyone, and no others. What the owner shares as a member goes when the owner leaves the team. */
export async function setSharing(
  tx: Tx,
  orgId: string,
  templateId: string,
  { everyone, teamIds, categoryId }: { everyone: boolean; teamIds: string[]; categoryId: string },
): Promise<void> {
  await tx.query('update templates set is_for_everyone = $3, category_id = $4 where org_id = $1 and id = $2', [
    orgId,
    templateId,
    everyone,
    categoryId,
  ]);
  await tx.query('delete from template_shares where org_id = $1 and template_id = $2 and team_id <> all($3)', [orgId, templateId, teamIds]);
  await tx.query(
    `insert into template_shares (org_id, template_id, team_id, member_id)
     select t.org_id, t.id, team_id,
            (select m.user_id from team_members m where m.org_id = t.org_id and m.team_id = given.team_id and m.user_id = t.owner_id)
       from templates t cross join unnest($3::uuid[]) given (team_id)
      where t.org_id = $1 and t.id = $2
      order by team_id
     on conflict (org_id, template_id, team_id) do update set member_id = excluded.member_id`,
    [orgId, templateId, teamIds],
  );
}

/** The teams that a person may share with: one's own, all of them for admins. */
export async function findTeamsToShareWith(tx: Tx, orgId: string, { userId, isAdmin }: Person): Promise<{ id: string; name: string }[]> {
  const { rows } = await tx.query<{ id: string; name: string }>(
    `select g.id, g.name from teams g
      where g.org_id = $1
        and ($3 or exists (select from team_members m where m.org_id = g.org_id and m.team_id = g.id and m.user_id = $2))
      order by g.name_key, g.id`,
    [orgId, userId, isAdmin],
  );
  return rows;
}

/** TP-3: the org restricts sharing unless an admin has said otherwise. */
export async function restrictsSharing(tx: Tx, orgId: string): Promise<boolean> {
  const { rows } = await tx.query<{ isRestricted: boolean }>(
    'select is_restricted as "isRestricted" from template_sharing_policies where org_id = $1',
    [orgId],
  );
  return rows[0]?.isRestricted ?? true;
}

export async function saveSharingPolicy(tx: Tx, orgId: string, isRestricted: boolean, userId: string | null, now: Date): Promise<void> {
  await tx.query(
    `insert into template_sharing_policies (org_id, is_restricted, updated_at, updated_by) values ($1, $2, $3, $4)
     on conflict (org_id) do update set is_restricted = excluded.is_restricted, updated_at = excluded.updated_at,
       updated_by = excluded.updated_by`,
    [orgId, isRestricted, now, userId],
  );
}

/** Whether a category is granted to a user, with its name; null when it is gone. */
export async function findGrant(
  tx: Tx,
  orgId: string,
  userId: string,
  categoryId: string,
): Promise<{ name: string; isGranted: boolean } | null> {
  const { rows } = await tx.query<{ name: string; isGranted: boolean }>(
    `select c.name, c.is_for_everyone or exists (
              select from template_category_grants g join team_members m on m.org_id = g.org_id and m.team_id = g.team_id and m.user_id = $2
               where g.org_id = c.org_id and g.category_id = c.id) as "isGranted"
       from template_categories c where c.org_id = $1 and c.id = $3`,
    [orgId, userId, categoryId],
  );
  return rows[0] ?? null;
}

/** False when the category is gone. From now on nobody else changes who may share into it, until the transaction ends. */
export async function setGrants(
  tx: Tx,
  orgId: string,
  categoryId: string,
  { everyone, teamIds }: { everyone: boolean; teamIds: string[] },
): Promise<boolean> {
  const { rowCount } = await tx.query('update template_categories set is_for_everyone = $3 where org_id = $1 and id = $2', [
    orgId,
    categoryId,
    everyone,
  ]);
  if (rowCount === 0) return false;
  await tx.query('delete from template_category_grants where org_id = $1 and category_id = $2', [orgId, categoryId]);
  await tx.query(
    `insert into template_category_grants (org_id, category_id, team_id) select distinct $1::char(18), $2::uuid, unnest($3::uuid[])`,
    [orgId, categoryId, teamIds],
  );
  return true;
}

/** Gives all templates of a user to another, in each team where the new owner is a member too. What is shared stays shared. */
export async function giveTemplates(tx: Tx, orgId: string, { from, to }: { from: string; to: string }): Promise<void> {
  await tx.query(
    `with handed as (update templates t set owner_id = $3 where t.org_id = $1 and t.owner_id = $2 returning t.id)
     update template_shares s
        set member_id = (select m.user_id from team_members m where m.org_id = $1 and m.team_id = s.team_id and m.user_id = $3)
       from handed where s.org_id = $1 and s.template_id = handed.id`,
    [orgId, from, to],
  );
}
