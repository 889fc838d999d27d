-- Trigger of `activities` and `salesforce_writes`, for what the release before does while it serves beside this one. Only that release adds
-- activities: each becomes a fact, and a job of this release does what follows from it. What it had begun to write it goes on writing. It
-- knows a write by its activity and target, and keeps the id of the Task in a column of its own.
create or replace function keep_write_of_earlier_release() returns trigger language plpgsql as $$
declare
  fact_kind text;
  fact uuid;
begin
  if tg_table_name = 'activities' then
    fact_kind := case new.type
      when 'send_sales_email' then 'email_sent' when 'reply_to_sales_email' then 'email_replied' else 'email_bounced' end;
    select record_fact(new.org_id, fact_kind, concat(fact_kind, ':', coalesce(new.response_id, new.sales_email_id)), new.user_id,
             new.person_id, e.record_id, new.sales_email_id, new.happened_at,
             case fact_kind
               when 'email_sent' then jsonb_build_object('connectionId', e.email_connection_id)
               when 'email_replied' then
                 jsonb_build_object('responseId', r.id, 'fromAddress', r.from_address, 'receivedAt', r.received_at)
               else jsonb_build_object('responseId', r.id) end)
      into fact
      from sales_emails e left join responses r on r.org_id = e.org_id and r.id = new.response_id
     where e.org_id = new.org_id and e.id = new.sales_email_id;
    if fact is not null then
      perform jobs.enqueue_quietly('react-to-fact', json_build_object('orgId', new.org_id, 'factId', fact), clock_timestamp(),
        concat('react-to-fact:', fact), 10);
    end if;
    return null;
  end if;
  if new.mode is null then
    update salesforce_writes w
       set state = new.state, task_id = new.task_id, code = new.code, reason = new.reason, attempts = w.attempts + 1,
           next_try_at = new.next_try_at
     where w.org_id = new.org_id and w.activity_id = new.activity_id and w.target = new.target and w.state = 'pending';
    return null;
  end if;
  new.salesforce_id := coalesce(new.task_id, new.salesforce_id);
  return new;
end $$;
revoke execute on function keep_write_of_earlier_release from public, :"app";
