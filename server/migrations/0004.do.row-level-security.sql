-- The application's role owns nothing and cannot bypass these policies.
do $$
declare t text;
begin
  foreach t in array array['orgs', 'org_certificates', 'users', 'panel_token_uses', 'onboarding_tickets', 'onboarding_sessions',
    'oauth_transactions', 'salesforce_connections', 'email_connections', 'connection_secrets', 'secret_audit', 'people', 'record_views',
    'sales_emails', 'sales_email_history', 'send_attempts', 'activities']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

-- What must be found before an org is known, or across orgs: ids only, never a customer's data.
-- The definer's own policy lets exactly these functions look across.
create policy owner_looks_across on orgs for select to current_user using (true);
create policy owner_looks_across on sales_emails for select to current_user using (true);
create policy owner_looks_across on email_connections for select to current_user using (true);
create policy owner_looks_across on activities for select to current_user using (true);
create policy owner_looks_across on panel_token_uses for all to current_user using (true);
create policy owner_looks_across on onboarding_tickets for all to current_user using (true);
create policy owner_looks_across on onboarding_sessions for all to current_user using (true);
create policy owner_looks_across on oauth_transactions for all to current_user using (true);

create function all_org_ids() returns setof text language sql stable security definer set search_path = public
as $$ select org_id::text from orgs order by org_id $$;

-- The Lightning origins that a browser may call from: exact ones, registered per org
create function is_registered_origin(origin text) returns boolean language sql stable security definer set search_path = public
as $$ select exists (select 1 from orgs where lightning_origin = origin and registration_step = 'done') $$;

-- Mailboxes with due mail that nobody drains: what a killed worker left, and what a lost job would have left.
-- Leases run in the server's time, so that putting the product's clock forward never ends one.
create function undrained_mailboxes(now_at timestamptz) returns table (org_id text, email_connection_id uuid)
language sql stable security definer set search_path = public as $$
  select distinct c.org_id::text, c.id
    from email_connections c
    join sales_emails e on e.org_id = c.org_id and e.email_connection_id = c.id
   where e.state in ('queued', 'sending') and e.due_at <= now_at and c.state = 'connected'
     and coalesce(c.lane_lease_until, '-infinity') < clock_timestamp() and coalesce(c.next_slot_at, '-infinity') <= now_at
$$;

-- Facts whose Task should have been written by now
create function unlogged_activities(next_try_before timestamptz) returns table (org_id text, activity_id uuid)
language sql stable security definer set search_path = public as $$
  select a.org_id::text, a.id from activities a where a.salesforce_state = 'pending' and a.next_try_at < next_try_before limit 500
$$;

-- Emails of unknown outcome that are to be looked for again
create function overdue_uncertain_emails(now_at timestamptz) returns table (org_id text, sales_email_id uuid)
language sql stable security definer set search_path = public as $$
  select e.org_id::text, e.id from sales_emails e where e.state = 'uncertain' and e.look_again_at < now_at limit 500
$$;

create function delete_expired_tokens(now_at timestamptz) returns void language sql security definer set search_path = public as $$
  delete from panel_token_uses where expires_at < now_at;
  delete from onboarding_tickets where expires_at < now_at - interval '30 days';
  delete from onboarding_sessions where expires_at < now_at;
  delete from oauth_transactions where expires_at < now_at - interval '1 day';
$$;
