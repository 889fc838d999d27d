-- The email of a mailbox whose turn it is, or null when none is due: priority after priority, in the order given, and of each the one that
-- was due first. Each priority is asked for by itself: one question for all would walk over every email that is not due yet. The index
-- due_sales_emails has them in order, so nothing is sorted, however many wait. One plan serves all calls, because making one takes longer
-- than the question. Runs with the caller's rights.
create or replace function next_email_to_send(p_org char(18), p_connection uuid, p_priorities smallint[], p_now timestamptz) returns uuid
language plpgsql stable set enable_sort = off set plan_cache_mode = force_generic_plan as $$
declare
  wanted smallint;
  next_id uuid;
begin
  foreach wanted in array p_priorities loop
    select id into next_id from sales_emails
     where org_id = p_org and email_connection_id = p_connection and state = 'queued' and priority = wanted and due_at <= p_now
     order by due_at, created_at limit 1;
    exit when found;
  end loop;
  return next_id;
end $$;
revoke execute on function next_email_to_send from public;
grant execute on function next_email_to_send to :"app";
