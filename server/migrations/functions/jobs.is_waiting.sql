-- Whether a job of this key will run by then. It cannot start before the caller's transaction has ended, so that it sees what that wrote.
-- Runs as the owner of the queue.
create or replace function jobs.is_waiting(job_key text, run_by timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  is_waiting boolean;
begin
  -- Asked by the key alone: with more conditions, and no statistics yet, another index looks as good and is not
  select job.is_available and job.run_at <= run_by into is_waiting from graphile_worker._private_jobs job where job.key = job_key
     for key share skip locked;
  return coalesce(is_waiting, false);
end $$;
revoke execute on function jobs.is_waiting from public;
grant execute on function jobs.is_waiting to :"app";
