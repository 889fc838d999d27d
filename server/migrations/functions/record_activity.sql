-- Only the release before calls it, while it serves beside this one.
-- Records that something happened, and the job that writes it to Salesforce. What is known already stays one row. Nobody waits for that
-- job: no worker is woken for it, and it comes last (priority 10, the same number as in platform/jobs.ts), so that answers are noticed
-- while a long list of sent emails is logged. The key is in lower case, because a unique field of Salesforce may not tell cases apart.
-- Runs with the caller's rights.
create or replace function record_activity(
  p_org char(18), p_type text, p_user uuid, p_email uuid, p_response uuid, p_person char(18), p_at timestamptz
) returns void language plpgsql as $$
declare
  fact uuid := gen_random_uuid();
begin
  insert into activities (org_id, id, type, user_id, sales_email_id, response_id, person_id, happened_at, salesforce_key, next_try_at)
    values (p_org, fact, p_type, p_user, p_email, p_response, p_person, p_at, concat('evt_', replace(fact::text, '-', '')), p_at)
    on conflict do nothing;
  if found then
    perform jobs.enqueue_quietly('log-activity', json_build_object('orgId', p_org, 'activityId', fact), clock_timestamp(),
      concat('log-activity:', fact), 10);
  end if;
end $$;
revoke execute on function record_activity from public;
grant execute on function record_activity to :"app";
