-- Mailboxes by what their lane does, for the operator's metrics. `sending`: somebody holds it. `waiting`: it has due mail, and nobody
-- drains it. `held_back`: it has due mail, and a limit or its vendor lets nothing leave yet. Asked mailbox by mailbox, so that the length
-- of a queue does not matter, and priority after priority, as in undrained_mailboxes. Leases run in the server's time. Runs as the owner,
-- because it looks across orgs: counts only.
create or replace function count_lanes(now_at timestamptz) returns table (sending bigint, waiting bigint, held_back bigint)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select count(*) filter (where is_held),
         count(*) filter (where not is_held and has_due_mail and may_send),
         count(*) filter (where not is_held and has_due_mail and not may_send)
    from (select coalesce(c.lane_lease_until, '-infinity') >= clock_timestamp() as is_held,
                 coalesce(c.next_slot_at, '-infinity') <= now_at as may_send,
                 exists (select from unnest('{10, 20, 30}'::smallint[]) wanted (priority)
                          cross join lateral (
                                select from sales_emails e
                                 where e.email_connection_id = c.id and e.org_id = c.org_id and e.state in ('queued', 'sending')
                                   and e.priority = wanted.priority and e.due_at <= now_at
                                 order by e.due_at limit 1) due) as has_due_mail
            from email_connections c where c.state = 'connected') lane
$$;
revoke execute on function count_lanes from public;
grant execute on function count_lanes to :"app";
