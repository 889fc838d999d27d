-- How many jobs of each name could run now, and how long the oldest has waited, for the operator's metrics. Runs as the owner of the queue.
create or replace function jobs.due() returns table (identifier text, jobs bigint, oldest_seconds double precision)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select job.task_identifier, count(*), extract(epoch from clock_timestamp() - min(job.run_at))::double precision
    from graphile_worker.jobs job
   where job.locked_at is null and job.attempts < job.max_attempts and job.run_at <= clock_timestamp()
   group by job.task_identifier
$$;
revoke execute on function jobs.due from public;
grant execute on function jobs.due to :"app";
