-- Connected mailboxes that nobody could look into for too long, and of which nobody was told lately. Runs as the owner, because it looks
-- across orgs: ids only.
create or replace function silent_mailboxes(alive_before timestamptz, reported_before timestamptz)
returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select w.org_id::text, w.connection_id
    from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
   where c.state = 'connected' and greatest(w.last_alive_at, w.watched_since) < alive_before
     and coalesce(w.silence_reported_at, '-infinity') < reported_before
   limit 500
$$;
revoke execute on function silent_mailboxes from public;
grant execute on function silent_mailboxes to :"app";
