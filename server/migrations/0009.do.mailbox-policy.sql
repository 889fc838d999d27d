-- What the admin lets the product do in mailboxes. An org without a row has the defaults.
--   send: only send. headers: also read headers, so that replies are noticed. bodies: also read bounces and signatures
create table mailbox_policies (
  org_id          char(18) primary key references orgs on delete cascade,
  google_tier     text not null default 'headers' check (google_tier in ('send', 'headers', 'bodies')),
  microsoft_tier  text not null default 'headers' check (microsoft_tier in ('send', 'headers', 'bodies')),
  updated_at      timestamptz not null,
  updated_by      uuid not null
);

-- OAuth clients of the customer's own; their secrets are in connection_secrets under this id
create table oauth_clients (
  org_id      char(18) not null references orgs on delete cascade,
  id          uuid not null default gen_random_uuid(),
  provider    text not null check (provider in ('google', 'microsoft')),
  client_id   text not null,
  tenant_id   text,
  updated_at  timestamptz not null,
  updated_by  uuid not null,
  primary key (org_id, id),
  constraint one_client_per_provider unique (org_id, provider)
);
-- With which client a grant was made: it can be refreshed and revoked with that one only. Null: the service's own
alter table email_connections
  add column oauth_client_id  uuid,
  -- when the vendor ends the grant however it is used (Google's testing mode); null: it does not
  add column grant_ends_at    timestamptz,
  -- what Microsoft wants proved at the next sign-in
  add column reconnect_claims text;

-- Trouble of an OAuth client itself, the service's own or a customer's (then its row's id is the key): nobody's grant is at fault
create table client_troubles (
  provider    text not null check (provider in ('google', 'microsoft', 'salesforce')),
  client_key  text not null,
  code        text not null,
  since       timestamptz not null,
  last_at     timestamptz not null,
  logged_at   timestamptz not null,
  primary key (provider, client_key)
);

alter table onboarding_tickets drop constraint onboarding_tickets_purpose_check;
alter table onboarding_tickets add constraint onboarding_tickets_purpose_check
  check (purpose in ('invitation', 'continue', 'connect_mailbox', 'microsoft_admin_consent'));

-- What Microsoft's admin-consent page came back with. Nothing follows from it but what the admin is shown
create table admin_consents (
  org_id        char(18) primary key references orgs on delete cascade,
  requested_at  timestamptz not null,
  answered_at   timestamptz,
  answer        text
);

-- The kill switch: one run per press, one row per grant, so that a report can prove what was done
create table kill_switch_runs (
  org_id        char(18) not null references orgs on delete cascade,
  id            uuid not null default gen_random_uuid(),
  pressed_by    uuid not null,
  pressed_at    timestamptz not null,
  finished_at   timestamptz,
  cancelled_emails integer not null default 0,
  primary key (org_id, id)
);
create table kill_switch_grants (
  org_id         char(18) not null,
  run_id         uuid not null,
  connection_id  uuid not null,
  provider       text not null check (provider in ('google', 'microsoft', 'salesforce', 'smtp')),
  owner_name     text,
  address        text,
  shredded_at    timestamptz,
  revoked_at     timestamptz,
  -- why the vendor was not told, or that it has no way to be told
  note           text,
  attempts       integer not null default 0,
  primary key (org_id, run_id, connection_id),
  foreign key (org_id, run_id) references kill_switch_runs on delete cascade
);
alter table orgs add column stopped_at timestamptz;

do $$
declare t text;
begin
  foreach t in array array['mailbox_policies', 'oauth_clients', 'admin_consents', 'kill_switch_runs', 'kill_switch_grants']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

create policy owner_looks_across on salesforce_connections for select to current_user using (true);
-- Grants that the vendor would let die of idleness. Ids only
create function idle_mailboxes(refreshed_before timestamptz) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = public as $$
  select c.org_id::text, c.id from email_connections c
   where c.state = 'connected' and c.provider <> 'smtp' and coalesce(c.refreshed_at, c.connected_at) < refreshed_before limit 200
$$;
create function idle_salesforce_connections(refreshed_before timestamptz) returns table (org_id text, user_id uuid)
language sql stable security definer set search_path = public as $$
  select c.org_id::text, c.user_id from salesforce_connections c
   where c.state in ('connected', 'api_disabled') and coalesce(c.refreshed_at, c.connected_at) < refreshed_before limit 200
$$;
