-- Grants of Salesforce and of mailboxes. Tokens live in connection_secrets only, encrypted.
create table salesforce_connections (
  org_id          char(18) not null references orgs on delete cascade,
  id              uuid not null default gen_random_uuid(),
  user_id         uuid not null,
  instance_url    text not null,
  identity_url    text not null,
  state           text not null default 'connected'
                  check (state in ('connected', 'api_disabled', 'reconnect_required', 'disconnected')),
  state_reason    text,
  token_version   integer not null default 1,
  access_token_expires_at timestamptz,
  refresh_started_at      timestamptz,
  connected_at    timestamptz not null,
  refreshed_at    timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade,
  constraint one_salesforce_connection_per_user unique (org_id, user_id)
);

create table email_connections (
  org_id          char(18) not null references orgs on delete cascade,
  id              uuid not null default gen_random_uuid(),
  user_id         uuid not null,
  provider        text not null check (provider in ('google', 'microsoft')),
  account_key     text not null,
  address         text not null,
  display_name    text,
  scopes          text[] not null default '{}',
  state           text not null default 'connected' check (state in ('connected', 'reconnect_required', 'disconnected')),
  state_reason    text,
  token_version   integer not null default 1,
  access_token_expires_at timestamptz,
  connected_at    timestamptz not null,
  refreshed_at    timestamptz,
  -- the send lane: who drains this mailbox, until when, and when it may send next
  lane_owner      text,
  lane_fence      bigint not null default 0,
  lane_lease_until timestamptz,
  next_slot_at    timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
create unique index one_live_mailbox_per_user on email_connections (org_id, user_id) where state <> 'disconnected';

create table connection_secrets (
  org_id         char(18) not null,
  connection_id  uuid not null,
  provider       text not null,
  field          text not null,
  key_version    integer not null,
  kek_id         text not null,
  wrapped_dek    bytea not null,
  ciphertext     bytea not null,
  updated_at     timestamptz not null,
  primary key (org_id, connection_id, field)
);
create index connection_secrets_by_kek on connection_secrets (kek_id);

-- Every decrypt, with its purpose
create table secret_audit (
  org_id         char(18) not null,
  id             bigint generated always as identity,
  connection_id  uuid not null,
  field          text not null,
  purpose        text not null,
  happened_at    timestamptz not null,
  primary key (org_id, id)
);
