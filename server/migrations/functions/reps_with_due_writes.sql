-- Reps whose writes to Salesforce should have been taken there by now. A change waits for the write that makes its record. Runs as the
-- owner, because it looks across orgs: ids only.
create or replace function reps_with_due_writes(next_try_before timestamptz) returns table (org_id text, user_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct w.org_id::text, w.user_id
    from (select d.org_id, d.user_id, d.parent_id from salesforce_writes d
           where d.state = 'pending' and d.next_try_at < next_try_before and coalesce(d.lease_until, '-infinity') < clock_timestamp()
           order by d.next_try_at limit 5000) w
   where not exists (select from salesforce_writes p where p.org_id = w.org_id and p.id = w.parent_id and p.state = 'pending')
   limit 500
$$;
revoke execute on function reps_with_due_writes from public;
grant execute on function reps_with_due_writes to :"app";
