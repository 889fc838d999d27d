-- What Salesforce is told of a fact: one row per write, each with its own state and reason, so that one that is refused takes no other with it.
-- A row comes with the first try. `activities.salesforce_state` stays the sum: pending while any write is.
create table salesforce_writes (
  org_id       char(18) not null,
  activity_id  uuid not null,
  -- own_task: the Task that the fact becomes. task_of_sending: what is changed on the Task of the email
  target       text not null check (target in ('own_task', 'task_of_sending')),
  state        text not null check (state in ('pending', 'logged', 'failed', 'skipped')),
  task_id      char(18),
  code         text,
  reason       text,
  attempts     integer not null default 0,
  next_try_at  timestamptz not null,
  primary key (org_id, activity_id, target),
  foreign key (org_id, activity_id) references activities on delete cascade
);

insert into salesforce_writes (org_id, activity_id, target, state, task_id, code, reason, attempts, next_try_at)
  select org_id, id, case type when 'sales_email_bounced' then 'task_of_sending' else 'own_task' end, salesforce_state, salesforce_task_id,
         salesforce_code, salesforce_reason, attempts, next_try_at
    from activities where salesforce_state <> 'pending';

alter table salesforce_writes enable row level security;
alter table salesforce_writes force row level security;
create policy own_org on salesforce_writes using (org_id = current_org()) with check (org_id = current_org());

-- The release before this one may serve for a while beside it. It keeps its result in the fact's own row; nothing else sets that column any more.
create function keep_write_of_earlier_release() returns trigger language plpgsql as $$
begin
  insert into salesforce_writes (org_id, activity_id, target, state, task_id, code, reason, attempts, next_try_at)
    values (new.org_id, new.id, case new.type when 'sales_email_bounced' then 'task_of_sending' else 'own_task' end, new.salesforce_state,
            new.salesforce_task_id, new.salesforce_code, new.salesforce_reason, new.attempts, new.next_try_at)
    on conflict do nothing;
  return null;
end $$;
create trigger keep_write_of_earlier_release after update of salesforce_task_id on activities
  for each row when (new.salesforce_state <> 'pending') execute function keep_write_of_earlier_release();

-- A run of the kill switch may be for one user: whose access ended, and why. Nobody pressed it when Salesforce said so.
alter table kill_switch_runs
  add column user_id  uuid,
  add column reason   text check (reason in ('deactivated_by_admin', 'inactive_in_salesforce')),
  alter column pressed_by drop not null;
create index ended_access_of_users on kill_switch_runs (org_id, user_id, pressed_at desc) where user_id is not null;

-- When Salesforce was last asked who of an org's users is active there
alter table orgs add column users_checked_at timestamptz;
create function orgs_with_unchecked_users(checked_before timestamptz) returns table (org_id text)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select o.org_id::text from orgs o
   where o.stopped_at is null and coalesce(o.users_checked_at, o.created_at) < checked_before
     and exists (select from salesforce_connections s where s.org_id = o.org_id and s.state = 'connected')
   limit 200
$$;
