-- One row per fact and the job that writes it to Salesforce. A fact that is known already stays one. Nobody waits for that job,
-- so no worker is woken for it, and what somebody waits for comes before it (priority 10): with a long list of sent emails to log, answers are noticed
-- all the same. Lower case, because a unique field of Salesforce may not tell cases apart.
create or replace function record_activity(p_org char(18), p_type text, p_user uuid, p_email uuid, p_response uuid, p_person char(18), p_at timestamptz)
returns void language plpgsql as $$
declare
  fact uuid := gen_random_uuid();
begin
  insert into activities (org_id, id, type, user_id, sales_email_id, response_id, person_id, happened_at, salesforce_key, next_try_at)
    values (p_org, fact, p_type, p_user, p_email, p_response, p_person, p_at, concat('evt_', replace(fact::text, '-', '')), p_at)
    on conflict do nothing;
  if found then
    perform jobs.enqueue_quietly('log-activity', json_build_object('orgId', p_org, 'activityId', fact), clock_timestamp(), concat('log-activity:', fact),
      10);
  end if;
end $$;
