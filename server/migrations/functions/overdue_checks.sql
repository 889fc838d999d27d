-- How long the mailbox that waits longest for a look is past its time, by vendor, for the operator's metrics; no row where none is.
-- Runs as the owner, because it looks across orgs: ages only.
create or replace function overdue_checks(now_at timestamptz) returns table (provider text, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.provider, extract(epoch from now_at - min(w.next_check_at))::double precision
    from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
   where c.state = 'connected' and w.next_check_at <= now_at
   group by c.provider
$$;
revoke execute on function overdue_checks from public;
grant execute on function overdue_checks to :"app";
