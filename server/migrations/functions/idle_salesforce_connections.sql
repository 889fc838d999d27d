-- Connections to Salesforce whose grant nobody has refreshed for long, which Salesforce would let die. Runs as the owner, because it looks
-- across orgs: ids only.
create or replace function idle_salesforce_connections(refreshed_before timestamptz) returns table (org_id text, user_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.org_id::text, c.user_id from salesforce_connections c
   where c.state in ('connected', 'api_disabled') and coalesce(c.refreshed_at, c.connected_at) < refreshed_before limit 200
$$;
revoke execute on function idle_salesforce_connections from public;
grant execute on function idle_salesforce_connections to :"app";
