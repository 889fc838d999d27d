-- Connected mailboxes that nobody watches for answers yet. Runs as the owner, because it looks across orgs: ids only.
create or replace function unwatched_mailboxes() returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.org_id::text, c.id from email_connections c
   where c.state = 'connected' and c.provider in ('google', 'microsoft')
     and not exists (select from mailbox_watches w where w.org_id = c.org_id and w.connection_id = c.id) limit 500
$$;
revoke execute on function unwatched_mailboxes from public;
grant execute on function unwatched_mailboxes to :"app";
