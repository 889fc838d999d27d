-- Trigger of `activities`. The release before keeps the result of a write to Salesforce in the activity's own row; nothing else sets that
-- column any more. The result gets its row in salesforce_writes.
create or replace function keep_write_of_earlier_release() returns trigger language plpgsql as $$
begin
  insert into salesforce_writes (org_id, activity_id, target, state, task_id, code, reason, attempts, next_try_at)
    values (new.org_id, new.id, case new.type when 'sales_email_bounced' then 'task_of_sending' else 'own_task' end, new.salesforce_state,
            new.salesforce_task_id, new.salesforce_code, new.salesforce_reason, new.attempts, new.next_try_at)
    on conflict do nothing;
  return null;
end $$;
revoke execute on function keep_write_of_earlier_release from public, :"app";
