-- Emails of unknown outcome that are to be looked for again. Runs as the owner, because it looks across orgs: ids only.
create or replace function overdue_uncertain_emails(now_at timestamptz) returns table (org_id text, sales_email_id uuid)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select e.org_id::text, e.id from sales_emails e where e.state = 'uncertain' and e.look_again_at < now_at limit 500
$$;
revoke execute on function overdue_uncertain_emails from public;
grant execute on function overdue_uncertain_emails to :"app";
