-- The mailboxes that a push of Google names, in whichever orgs they are. Runs as the owner, because no org is known yet: ids only.
create or replace function watched_mailboxes_of_address(provider_name text, mailbox_address text)
returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.org_id::text, c.id from email_connections c
   where c.provider = provider_name and lower(c.address) = lower(mailbox_address) and c.state = 'connected'
$$;
revoke execute on function watched_mailboxes_of_address from public;
grant execute on function watched_mailboxes_of_address to :"app";
