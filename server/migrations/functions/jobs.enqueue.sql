-- Adds a job in the caller's transaction. Runs as the owner of the queue, whose tables the application's role cannot reach.
create or replace function jobs.enqueue(
  identifier text, payload json, run_at timestamptz default null, job_key text default null,
  job_key_mode text default 'replace', queue_name text default null, max_attempts integer default null, priority integer default null
) returns void language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select graphile_worker.add_job(identifier => enqueue.identifier, payload => enqueue.payload, queue_name => enqueue.queue_name,
    run_at => enqueue.run_at, max_attempts => enqueue.max_attempts, job_key => enqueue.job_key, priority => enqueue.priority,
    job_key_mode => enqueue.job_key_mode)
$$;
revoke execute on function jobs.enqueue from public;
grant execute on function jobs.enqueue to :"app";
