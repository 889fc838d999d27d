-- What happened to an org's security: who, what, from where, with which outcome. The application adds rows and reads them; it can change and
-- delete none. Users are not referenced: an event stays when its user is gone.
create table security_events (
  org_id              char(18) not null references orgs on delete cascade,
  id                  bigint generated always as identity,
  happened_at         timestamptz not null,
  kind                text not null,
  outcome             text not null check (outcome in ('done', 'refused')),
  user_id             uuid,
  salesforce_user_id  char(18),
  actor_name          text,
  ip_address          text,
  about               text,
  details             jsonb not null default '{}',
  primary key (org_id, id)
);
create index security_events_of_org on security_events (org_id, happened_at desc, id desc);

alter table security_events enable row level security;
alter table security_events force row level security;
create policy own_org on security_events using (org_id = current_org()) with check (org_id = current_org());
