-- Adds one write to Salesforce and the job that takes the rep's writes there, and answers its id; null when this fact has such a write
-- already. A change names the fact whose record it changes (`p_parent_key`); where that fact has made none, it is skipped with words when
-- its turn comes. Nobody waits for the job: no worker is woken for it, it comes last (priority 10, the same number as in platform/jobs.ts),
-- and one that waits, also for later, is enough. The key is in lower case, because a unique field of Salesforce may not tell cases apart.
-- Runs with the caller's rights.
create or replace function queue_salesforce_write(
  p_org char(18), p_user uuid, p_fact uuid, p_object text, p_mode text, p_parent_key text, p_person char(18), p_record char(18),
  p_record_object text, p_at timestamptz, p_fields jsonb
) returns uuid language plpgsql as $$
declare
  write uuid := gen_random_uuid();
  job text := concat('write-to-salesforce:', p_user);
begin
  insert into salesforce_writes (org_id, id, user_id, fact_id, object, mode, key, parent_id, person_id, record_id, record_object,
      happened_at, fields, state, next_try_at)
    values (p_org, write, p_user, p_fact, p_object, p_mode,
      case p_mode when 'create' then concat('evt_', replace(write::text, '-', '')) end,
      case when p_parent_key is not null then
        (select w.id from facts f
           join salesforce_writes w on w.fact_id = f.id and w.org_id = f.org_id and w.object = p_object and w.mode = 'create'
          where f.key = p_parent_key and f.org_id = p_org) end,
      p_person, p_record, p_record_object, p_at, p_fields, 'pending', p_at)
    on conflict (fact_id, object, mode) where fact_id is not null do nothing;
  if not found then return null; end if;
  if not jobs.is_waiting(job, 'infinity') then
    perform jobs.enqueue_quietly('write-to-salesforce', json_build_object('orgId', p_org, 'userId', p_user), clock_timestamp(), job, 10);
  end if;
  return write;
end $$;
revoke execute on function queue_salesforce_write from public;
grant execute on function queue_salesforce_write to :"app";
