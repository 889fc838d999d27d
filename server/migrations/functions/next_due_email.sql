-- As next_email_to_send, for workers of the release before, which know of no files and no content: an email with files is left to this
-- release, or it would leave without them, and so is one that links to content, or its links would lead nowhere. Goes with the next
-- release. Runs with the caller's rights.
create or replace function next_due_email(p_org char(18), p_connection uuid, p_priorities smallint[], p_now timestamptz) returns uuid
language plpgsql stable set enable_sort = off set plan_cache_mode = force_generic_plan as $$
declare
  wanted smallint;
  next_id uuid;
begin
  foreach wanted in array p_priorities loop
    select id into next_id from sales_emails
     where org_id = p_org and email_connection_id = p_connection and state = 'queued' and priority = wanted and due_at <= p_now
       and attachment_ids = '{}' and body_html not like '%/content/in/%'
     order by due_at, created_at limit 1;
    exit when found;
  end loop;
  return next_id;
end $$;
revoke execute on function next_due_email from public;
grant execute on function next_due_email to :"app";
