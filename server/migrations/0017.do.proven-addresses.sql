-- ON-4 holds for addresses that Salesforce has verified: `proven_address` is the address in its canonical form from the activation to the end of
-- access, else null. An invitation reserves nothing outside its own org.
alter table users add column proven_address text;
-- The owner of the tables sees no row of a customer either
alter table users no force row level security;
update users set proven_address = email where state = 'activated';
alter table users force row level security;
drop index one_instance_per_address;
create unique index one_instance_per_proven_address on users (proven_address);
alter table users add constraint one_user_per_address unique (org_id, email);

-- Letters to addresses that nobody has proven, as they were asked for: what one org's limits count
create table letters (
  org_id          char(18) not null references orgs on delete cascade,
  id              bigint generated always as identity,
  kind            text not null check (kind in ('invitation', 'identity')),
  recipient_hash  bytea not null,
  asked_by        uuid not null,
  asked_at        timestamptz not null,
  primary key (org_id, id)
);
create index letters_of_org on letters (org_id, asked_at desc);
create index letters_of_recipient on letters (org_id, recipient_hash, asked_at desc);
create index letters_of_asker on letters (org_id, kind, asked_by, asked_at desc);
alter table letters enable row level security;
alter table letters force row level security;
create policy own_org on letters using (org_id = current_org()) with check (org_id = current_org());
create policy owner_looks_across on letters for all to current_user using (true);

-- When the letters of all orgs to an address leave. It does not say whose they are, and the application cannot look into it
create table letter_slots (
  recipient_hash  bytea not null,
  leaves_at       timestamptz not null
);
create index letter_slots_of_recipient on letter_slots (recipient_hash, leaves_at desc);
alter table letter_slots enable row level security;
alter table letter_slots force row level security;
create policy owner_only on letter_slots for all to current_user using (true) with check (true);

-- The next moment at which a letter to this address may leave, taken for the caller. Null when that is more than 30 days away
create function take_letter_slot(p_recipient bytea, p_now timestamptz, p_per_day integer, p_per_month integer) returns timestamptz
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  slot timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('letter slots ' || encode(p_recipient, 'hex'), 0));
  slot := greatest(
    p_now,
    (select leaves_at + interval '1 day' from letter_slots where recipient_hash = p_recipient order by leaves_at desc offset p_per_day - 1 limit 1),
    (select leaves_at + interval '30 days' from letter_slots where recipient_hash = p_recipient order by leaves_at desc offset p_per_month - 1 limit 1));
  if slot > p_now + interval '30 days' then return null; end if;
  insert into letter_slots (recipient_hash, leaves_at) values (p_recipient, slot);
  return slot;
end $$;

create function delete_old_letters(now_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from letters where asked_at < now_at - interval '30 days';
  delete from letter_slots where leaves_at < now_at - interval '30 days';
$$;
-- identity_verification_requests is no longer used; it stays while the previous release may still serve

-- A browser's session belongs to the version of its user's sessions, as that of the panel does
alter table onboarding_sessions add column session_version integer not null default 1;

-- A link for somebody who is invited and has proved nothing yet names no user
alter table onboarding_tickets alter column user_id drop not null;
alter table onboarding_tickets drop constraint onboarding_tickets_purpose_check;
alter table onboarding_tickets add constraint onboarding_tickets_purpose_check
  check (purpose in ('invitation', 'continue', 'connect_mailbox', 'microsoft_admin_consent', 'sign_in'));
create index onboarding_tickets_of_user on onboarding_tickets (org_id, user_id);

-- Consents under way are few for each browser and each network, and gone when they can no longer be ended
alter table oauth_transactions add column network text;
create index oauth_transactions_of_browser on oauth_transactions (org_id, browser_hash);
create index oauth_transactions_of_network on oauth_transactions (org_id, network, expires_at) where network is not null;

create or replace function delete_expired_tokens(now_at timestamptz) returns void
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  delete from panel_token_uses where expires_at < now_at;
  delete from onboarding_tickets where expires_at < now_at - interval '30 days';
  delete from onboarding_sessions where expires_at < now_at;
  delete from oauth_transactions where expires_at < now_at;
$$;

-- Asked before a transaction of an org is begun for a token that nobody has checked yet
create function is_registered_org(p_org text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
  select exists (select from orgs where org_id = p_org and registration_step = 'done')
$$;
