-- Orgs with an email whose scheduled time has come. Runs as the owner, because it looks across orgs: ids only.
create or replace function orgs_with_due_schedules(now_at timestamptz) returns table (org_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select distinct e.org_id::text from sales_emails e where e.state = 'scheduled' and e.due_at <= now_at
$$;
revoke execute on function orgs_with_due_schedules from public;
grant execute on function orgs_with_due_schedules to :"app";
