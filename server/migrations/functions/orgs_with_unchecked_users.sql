-- Orgs whose users were not compared with Salesforce for long, and where somebody has a connection to ask with,
-- or about: without API Enabled it can be asked whether that is still so. Runs as the owner, because it looks
-- across orgs: ids only.
create or replace function orgs_with_unchecked_users(checked_before timestamptz) returns table (org_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.org_id::text from orgs o
   where o.stopped_at is null and coalesce(o.users_checked_at, o.created_at) < checked_before
     and exists (select from salesforce_connections s where s.org_id = o.org_id and s.state in ('connected', 'api_disabled'))
   limit 200
$$;
revoke execute on function orgs_with_unchecked_users from public;
grant execute on function orgs_with_unchecked_users to :"app";
