-- Mailboxes with due mail that nobody drains: what a killed worker left, and what a lost job would have left. Asked mailbox by mailbox, so
-- that the length of a queue does not matter, and priority after priority, so that the index due_sales_emails is not walked over emails
-- whose time has not come. The order only makes the planner take that index. Leases run in the server's time, so that putting the
-- product's clock forward ends none. Runs as the owner, because it looks across orgs: ids only.
create or replace function undrained_mailboxes(now_at timestamptz) returns table (org_id text, email_connection_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select c.org_id::text, c.id
    from email_connections c
   where c.state = 'connected'
     and coalesce(c.lane_lease_until, '-infinity') < clock_timestamp() and coalesce(c.next_slot_at, '-infinity') <= now_at
     and exists (select from unnest('{10, 20, 30}'::smallint[]) wanted (priority)
                  cross join lateral (
                        select from sales_emails e
                         where e.email_connection_id = c.id and e.org_id = c.org_id and e.state in ('queued', 'sending')
                           and e.priority = wanted.priority and e.due_at <= now_at
                         order by e.due_at limit 1) due)
$$;
revoke execute on function undrained_mailboxes from public;
grant execute on function undrained_mailboxes to :"app";
