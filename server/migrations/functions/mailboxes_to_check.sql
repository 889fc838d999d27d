-- Mailboxes whose time to be looked at has come. Leases run in the server's time, so that putting the product's clock forward ends none.
-- Runs as the owner, because it looks across orgs: ids only.
create or replace function mailboxes_to_check(now_at timestamptz) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select w.org_id::text, w.connection_id
    from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
   where c.state = 'connected' and coalesce(w.checker_lease_until, '-infinity') < clock_timestamp()
     and w.next_check_at <= now_at
   order by w.next_check_at limit 500
$$;
revoke execute on function mailboxes_to_check from public;
grant execute on function mailboxes_to_check to :"app";
