-- Tenants and people. Every table of a customer starts with org_id and is closed by row-level security:
-- the application's role sees one org at a time, the one in app.org_id.
create function current_org() returns text language sql stable as $$ select nullif(current_setting('app.org_id', true), '') $$;

create table orgs (
  org_id              char(18) primary key,
  name                text not null,
  my_domain_url       text not null,
  lightning_origin    text,
  registration_step   text not null default 'certificate' check (registration_step in ('certificate', 'origin', 'done')),
  undo_seconds        integer not null default 10 check (undo_seconds between 0 and 30),
  created_at          timestamptz not null,
  registered_at       timestamptz
);

create table org_certificates (
  org_id              char(18) not null references orgs on delete cascade,
  id                  uuid not null default gen_random_uuid(),
  certificate_pem     text not null,
  fingerprint_sha256  text not null,
  not_before          timestamptz not null,
  not_after           timestamptz not null,
  active              boolean not null default true,
  created_at          timestamptz not null,
  primary key (org_id, id),
  constraint one_row_per_certificate unique (org_id, fingerprint_sha256)
);

create table users (
  org_id              char(18) not null references orgs on delete cascade,
  id                  uuid not null default gen_random_uuid(),
  email               text not null check (email = lower(email)),
  name                text,
  salesforce_user_id  char(18),
  role                text not null default 'rep' check (role in ('rep', 'admin')),
  state               text not null default 'invited' check (state in ('invited', 'activated', 'deactivated')),
  onboarding_step     text not null default 'activate'
                      check (onboarding_step in ('activate', 'welcome', 'intro', 'mailbox', 'signature', 'finish', 'tour', 'done')),
  mailbox_choice      text check (mailbox_choice in ('google', 'microsoft')),
  signature_html      text not null default '',
  panel_tour_done     boolean not null default false,
  time_zone           text,
  locale              text,
  session_version     integer not null default 1,
  invited_by          uuid,
  invited_at          timestamptz not null,
  invitation_sent_at  timestamptz,
  invitation_error    text,
  activated_at        timestamptz,
  deactivated_at      timestamptz,
  primary key (org_id, id),
  constraint one_user_per_salesforce_user unique (org_id, salesforce_user_id)
);
-- ON-4: one address belongs to one instance, whichever customer asked first
create unique index one_instance_per_address on users (email);

-- Used jti of Apex tokens, kept until the token would have expired anyway
create table panel_token_uses (
  org_id      char(18) not null,
  jti         text not null,
  expires_at  timestamptz not null,
  primary key (org_id, jti)
);
create index panel_token_uses_by_expiry on panel_token_uses (expires_at);

-- One-time links (welcome email, "continue" in the panel). Only the hash is kept.
create table onboarding_tickets (
  org_id      char(18) not null,
  token_hash  bytea not null,
  user_id     uuid not null,
  purpose     text not null check (purpose in ('invitation', 'continue', 'connect_mailbox')),
  expires_at  timestamptz not null,
  used_at     timestamptz,
  data        jsonb not null default '{}',
  primary key (org_id, token_hash)
);

-- The browser that walks through the onboarding pages
create table onboarding_sessions (
  org_id      char(18) not null,
  token_hash  bytea not null,
  user_id     uuid,
  expires_at  timestamptz not null,
  data        jsonb not null default '{}',
  primary key (org_id, token_hash)
);

-- One row per consent under way: state is bound to browser, tenant and user (RFC 9700)
create table oauth_transactions (
  org_id         char(18) not null,
  state_hash     bytea not null,
  provider       text not null check (provider in ('salesforce', 'google', 'microsoft')),
  purpose        text not null,
  user_id        uuid,
  browser_hash   bytea not null,
  code_verifier  bytea not null,
  nonce          text not null,
  expires_at     timestamptz not null,
  used_at        timestamptz,
  data           jsonb not null default '{}',
  primary key (org_id, state_hash)
);
