-- When each worker process was last seen, in the database's time. A process, not an org: no row of a customer
create table worker_heartbeats (
  worker_id  uuid primary key,
  seen_at    timestamptz not null default clock_timestamp()
);
