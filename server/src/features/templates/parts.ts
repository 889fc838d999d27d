/** Parts of statements about templates. In all of them `t` is the template, `$1` the org, `$2` who looks, `$3` whether that is an admin. */

/** TP-1, TP-2: what somebody sees. Admins see all that is shared with anybody. */
export const SEEN = `(t.owner_id = $2 or t.is_for_everyone or t.id in (
  select s.template_id from template_shares s
   where s.org_id = $1 and ($3 or s.team_id in (select m.team_id from team_members m where m.org_id = $1 and m.user_id = $2))))`;

export const IS_SHARED = `(t.is_for_everyone
  or exists (select from template_shares s where s.org_id = t.org_id and s.template_id = t.id))`;

export const IS_FAVOURITE = `exists (select from template_favourites f
  where f.org_id = t.org_id and f.user_id = $2 and f.template_id = t.id)`;

export const LAST_USED = `(select max(u.created_at) from template_emails u where u.org_id = t.org_id and u.template_id = t.id)`;

export const LAST_USED_BY_ME = `(select max(u.created_at) from template_emails u
  where u.org_id = t.org_id and u.user_id = $2 and u.template_id = t.id)`;

/** How many emails have left from each template, to be joined. */
export const SENT = `left join (
  select u.template_id, count(*) as sent from template_emails u join sales_emails e on e.org_id = u.org_id and e.id = u.sales_email_id
   where u.org_id = $1 and e.sent_at is not null group by u.template_id) counted on counted.template_id = t.id`;

/** A number by which a later time comes first, and no time last. */
export function latestFirst(time: string): string {
  return `coalesce(-floor(extract(epoch from ${time}) * 1000), 0)::float8`;
}
