-- The ids of all orgs, for work that goes through one org after another. Runs as the owner, because no org is known yet: ids only.
create or replace function all_org_ids() returns setof text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select org_id::text from orgs order by org_id
$$;
revoke execute on function all_org_ids from public;
grant execute on function all_org_ids to :"app";
