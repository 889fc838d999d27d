-- Mailboxes whose grant nobody has refreshed for long, which their vendor would let die. Runs as the owner, because it looks across orgs:
-- ids only.
create or replace function idle_mailboxes(refreshed_before timestamptz) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.org_id::text, c.id from email_connections c
   where c.state = 'connected' and c.provider <> 'smtp' and coalesce(c.refreshed_at, c.connected_at) < refreshed_before limit 200
$$;
revoke execute on function idle_mailboxes from public;
grant execute on function idle_mailboxes to :"app";
