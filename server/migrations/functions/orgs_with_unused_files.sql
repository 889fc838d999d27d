-- The orgs with a file that nobody has added, kept or sent for seven days. Runs as the owner, because it serves all orgs.
create or replace function orgs_with_unused_files(now_at timestamptz) returns table (org_id char(18))
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct f.org_id from files f where f.unused_since < now_at - interval '7 days'
$$;
revoke execute on function orgs_with_unused_files from public;
grant execute on function orgs_with_unused_files to :"app";
