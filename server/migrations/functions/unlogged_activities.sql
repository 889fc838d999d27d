-- Only the release before calls it, while it serves beside this one.
-- Activities that should have been written to Salesforce by now. Runs as the owner, because it looks across orgs: ids only.
create or replace function unlogged_activities(next_try_before timestamptz) returns table (org_id text, activity_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select a.org_id::text, a.id from activities a where a.salesforce_state = 'pending' and a.next_try_at < next_try_before limit 500
$$;
revoke execute on function unlogged_activities from public;
grant execute on function unlogged_activities to :"app";
