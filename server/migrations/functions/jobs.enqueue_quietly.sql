-- Adds a job that nobody waits for, once per key, and wakes no worker: workers find it with their next look. add_job announces every job,
-- and PostgreSQL lets transactions that announce something commit only one after another. Runs as the owner of the queue.
-- A former one without a priority would stand beside this one
drop function if exists jobs.enqueue_quietly(text, json, timestamptz, text);
create or replace function jobs.enqueue_quietly(identifier text, payload json, run_at timestamptz, job_key text, priority integer default 0)
returns void language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if jobs.is_waiting(job_key, run_at) then return; end if;
  insert into graphile_worker._private_jobs (task_id, payload, run_at, key, priority)
    select task.id, enqueue_quietly.payload, enqueue_quietly.run_at, job_key, enqueue_quietly.priority
      from graphile_worker._private_tasks task
     where task.identifier = enqueue_quietly.identifier
    on conflict (key) do nothing;
  if not found then
    perform graphile_worker.add_job(identifier, payload, run_at => run_at, job_key => job_key, priority => priority);
  end if;
end $$;
revoke execute on function jobs.enqueue_quietly from public;
grant execute on function jobs.enqueue_quietly to :"app";
