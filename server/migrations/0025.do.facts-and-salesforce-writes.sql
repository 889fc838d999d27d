-- What happened, of any kind: one row for each thing. Rows are added and read, never changed. `key` keeps a fact one, such as
-- email_sent:<id of the email>. `source_id` is the thing of ours that it happened to, such as the email.
create table facts (
  org_id       char(18) not null references orgs on delete cascade,
  id           uuid not null default gen_random_uuid(),
  kind         text not null,
  key          text not null,
  user_id      uuid not null,
  person_id    char(18),
  record_id    char(18),
  source_id    uuid,
  happened_at  timestamptz not null,
  details      jsonb not null default '{}',
  primary key (org_id, id)
);
-- Only the primary key begins with org_id: see sales_emails
create unique index one_fact_per_key on facts (key, org_id);
create index facts_by_source on facts (source_id, happened_at) where source_id is not null;

-- What Salesforce is told: one row for each record that is made or changed there. `key` is its external id in Salesforce. A change names
-- the write that made its record (`parent_id`).
alter table salesforce_writes
  drop constraint salesforce_writes_pkey,
  drop constraint salesforce_writes_org_id_activity_id_fkey,
  alter column activity_id drop not null,
  alter column target drop not null,
  add column id               uuid not null default gen_random_uuid(),
  add column user_id          uuid,
  add column fact_id          uuid,
  add column object           text not null default 'Task',
  add column mode             text check (mode in ('create', 'update')),
  add column key              text,
  add column parent_id        uuid,
  add column person_id        char(18),
  add column record_id        char(18),
  add column record_object    text,
  add column happened_at      timestamptz,
  -- As wanted; what the org and the rep's rights cannot hold is left out when it is written
  add column fields           jsonb not null default '{}',
  add column payload_sha256   bytea,
  add column salesforce_id    char(18),
  add column lease_until      timestamptz,
  add primary key (org_id, id),
  add foreign key (org_id) references orgs on delete cascade;
-- The release before knows a write by these two; it may serve for a while beside this one
create unique index write_of_release_before on salesforce_writes (org_id, activity_id, target);
create unique index one_write_per_fact on salesforce_writes (fact_id, object, mode) where fact_id is not null;
create unique index one_record_per_key on salesforce_writes (key, org_id) where key is not null;
create index due_salesforce_writes on salesforce_writes (user_id, next_try_at) where state = 'pending';
create index salesforce_writes_by_time on salesforce_writes (next_try_at) where state = 'pending';
create policy owner_looks_across on salesforce_writes for select to current_user using (true);

-- One process at a time takes a rep's writes to Salesforce; until `collects_until` those that follow are collected. Both are in the
-- server's time
create table salesforce_write_turns (
  org_id          char(18) not null,
  user_id         uuid not null,
  collects_until  timestamptz not null default '-infinity',
  lease_until     timestamptz not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['facts', 'salesforce_write_turns']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

-- The owner of the tables sees no row of a customer
alter table activities no force row level security;
alter table sales_emails no force row level security;
alter table responses no force row level security;
alter table users no force row level security;
alter table facts no force row level security;
alter table salesforce_writes no force row level security;

insert into facts (org_id, id, kind, key, user_id, person_id, record_id, source_id, happened_at, details)
  select a.org_id, a.id, kind.name, concat(kind.name, ':', coalesce(a.response_id, a.sales_email_id)), a.user_id, a.person_id, e.record_id, e.id,
         a.happened_at,
         case kind.name when 'email_sent' then jsonb_build_object('connectionId', e.email_connection_id)
                        when 'email_replied' then jsonb_build_object('responseId', a.response_id, 'fromAddress', r.from_address,
                          'receivedAt', r.received_at)
                        else jsonb_build_object('responseId', a.response_id) end
    from activities a
    join sales_emails e on e.org_id = a.org_id and e.id = a.sales_email_id
    left join responses r on r.org_id = a.org_id and r.id = a.response_id
    cross join lateral (
      select case a.type when 'send_sales_email' then 'email_sent' when 'reply_to_sales_email' then 'email_replied'
                         when 'sales_email_bounced' then 'email_bounced' end as name) kind
   where kind.name is not null
  on conflict do nothing;

-- A write that was not tried yet had no row
insert into salesforce_writes (org_id, activity_id, target, state, attempts, next_try_at)
  select a.org_id, a.id, target.name, 'pending', a.attempts, a.next_try_at
    from activities a
    join facts f on f.org_id = a.org_id and f.id = a.id
    cross join lateral unnest(case a.type when 'send_sales_email' then array['own_task']
                                          when 'reply_to_sales_email' then array['own_task', 'task_of_sending']
                                          else array['task_of_sending'] end) target (name)
   where a.salesforce_state = 'pending'
  on conflict do nothing;

update salesforce_writes w
   set user_id = f.user_id, fact_id = f.id, mode = case w.target when 'own_task' then 'create' else 'update' end,
       key = case w.target when 'own_task' then a.salesforce_key end, salesforce_id = w.task_id,
       person_id = f.person_id, record_id = f.record_id, record_object = e.record_object, happened_at = f.happened_at,
       parent_id = case w.target when 'task_of_sending'
                   then (select p.id from facts s
                           join salesforce_writes p on p.org_id = s.org_id and p.activity_id = s.id and p.target = 'own_task'
                          where s.org_id = f.org_id and s.key = concat('email_sent:', f.source_id)) end,
       fields = case
         when w.state in ('logged', 'skipped') then '{}'
         when w.target = 'task_of_sending' and f.kind = 'email_replied' then jsonb_build_object('MSE_Replied__c', true)
         when w.target = 'task_of_sending' then jsonb_build_object('MSE_Email_Status__c', 'bounced')
         when f.kind = 'email_replied' then jsonb_build_object('Subject', concat('Reply: ', e.subject), 'Type', 'Reply',
           'TaskSubtype', 'Email', 'Description', concat(coalesce(r.from_address, 'Somebody'), ' replied on ',
             to_char(r.received_at at time zone coalesce(u.time_zone, 'UTC'), 'YYYY-MM-DD" at "HH24:MI'), '.'))
         else jsonb_build_object('Subject', concat('Email: ', e.subject), 'Type', 'Email', 'TaskSubtype', 'Email',
           'Description', left(coalesce(e.sent_text, ''), 32000),
           'MSE_Email_Status__c', case e.state when 'bounced' then 'bounced' else 'sent' end)
           || case when e.replied_at is null then '{}' else jsonb_build_object('MSE_Replied__c', true) end
         end
  from activities a
  join facts f on f.org_id = a.org_id and f.id = a.id
  join sales_emails e on e.org_id = f.org_id and e.id = f.source_id
  join users u on u.org_id = f.org_id and u.id = f.user_id
  left join responses r on r.org_id = a.org_id and r.id = a.response_id
 where a.org_id = w.org_id and a.id = w.activity_id;
-- Of an email that is gone there is nothing to tell
delete from salesforce_writes where mode is null;
alter table salesforce_writes add check (mode is not null and user_id is not null) not valid;

alter table activities force row level security;
alter table sales_emails force row level security;
alter table responses force row level security;
alter table users force row level security;
alter table facts force row level security;
alter table salesforce_writes force row level security;

-- What the release before does meanwhile goes to the new tables
drop trigger keep_write_of_earlier_release on activities;
create trigger keep_write_of_earlier_release before insert on activities for each row execute function keep_write_of_earlier_release();
create trigger keep_write_of_earlier_release before insert or update on salesforce_writes
  for each row when (new.mode is null or new.task_id is not null) execute function keep_write_of_earlier_release();
