-- DC-3: the one SMTP server of a team. Its password is in connection_secrets under this id
create table team_smtp_servers (
  org_id       char(18) primary key references orgs on delete cascade,
  id           uuid not null default gen_random_uuid(),
  host         text not null,
  port         integer not null check (port between 1 and 65535),
  security     text not null check (security in ('tls', 'starttls', 'none')),
  username     text,
  state        text not null default 'working' check (state in ('working', 'refused')),
  state_code   text,
  -- grows with each save: what happened with earlier settings says nothing about these
  version      integer not null default 1,
  updated_at   timestamptz not null,
  updated_by   uuid not null
);

-- A user's part of the team's server is a connection like a mailbox: it has a lane, limits and a history
alter table email_connections drop constraint email_connections_provider_check;
alter table email_connections add constraint email_connections_provider_check check (provider in ('google', 'microsoft', 'smtp'));
drop index one_live_mailbox_per_user;
create unique index one_live_mailbox_per_user on email_connections (org_id, user_id, (provider = 'smtp')) where state <> 'disconnected';

-- ID-1: verified From addresses, each with its own signature. The mailbox's own address is an identity without a row; its id is that of the mailbox
create table identities (
  org_id               char(18) not null,
  id                   uuid not null default gen_random_uuid(),
  user_id              uuid not null,
  address              text not null check (address = lower(address)),
  name                 text not null,
  signature_html       text not null default '',
  channel              text not null check (channel in ('mailbox', 'team_smtp')),
  -- the mailbox that may send as this address; only Google's own word makes it so (ID-2)
  email_connection_id  uuid,
  is_default           boolean not null default false,
  verified_at          timestamptz,
  verified_how         text check (verified_how in ('email', 'gmail_alias')),
  verification_sent_at timestamptz,
  -- why the last email could not be sent, as a sentence
  verification_error   text,
  created_at           timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade,
  constraint one_identity_per_address unique (org_id, user_id, address),
  constraint mailbox_channel_names_its_mailbox check (channel <> 'mailbox' or email_connection_id is not null),
  constraint default_is_verified check (not is_default or verified_at is not null)
);
create unique index one_default_identity on identities (org_id, user_id) where is_default;
-- The identity, or the mailbox where it was sent as the mailbox itself
alter table sales_emails add column identity_id uuid;

-- Every verification email that was asked for, so that nobody can make us write to strangers again and again
create table identity_verification_requests (
  org_id        char(18) not null,
  id            bigint generated always as identity,
  user_id       uuid not null,
  identity_id   uuid not null,
  requested_at  timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
create index identity_verification_requests_by_user on identity_verification_requests (user_id, requested_at desc);
-- The links in those emails; only the hash is kept. They open nothing but the question whether the address may be used
create table identity_tickets (
  org_id       char(18) not null,
  token_hash   bytea not null,
  identity_id  uuid not null,
  expires_at   timestamptz not null,
  primary key (org_id, token_hash),
  foreign key (org_id, identity_id) references identities (org_id, id) on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['team_smtp_servers', 'identities', 'identity_verification_requests', 'identity_tickets']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

-- Send now also decides as whom: the identity that was asked for, else the default one, else the mailbox itself
drop function accept_sales_emails(char, timestamptz, timestamptz, jsonb);
drop function accept_sales_email(char, uuid, timestamptz, timestamptz, text, bytea, char, text, char, jsonb, jsonb, text, text);

-- As whom an email leaves and by which way. `problem` is null, or why not: the code of the refusal
create type email_sender as (
  problem        text,
  channel        text,
  identity_id    uuid,
  connection_id  uuid,
  address        text,
  name           text
);

-- A user's own identity as the sender; p_mailbox is the mailbox that the user has now. A user's part of the team's server begins with its first use
create function choose_identity(p_org char(18), p_user uuid, p_identity uuid, p_mailbox uuid, p_now timestamptz)
returns email_sender language plpgsql as $$
declare
  chosen record;
  sender email_sender;
begin
  select i.id, i.address, i.name, i.channel, i.verified_at, i.email_connection_id = p_mailbox as is_of_mailbox, t.id as server_id, t.state as server_state,
         s.id as part_id
    into chosen
    from identities i
    left join team_smtp_servers t on t.org_id = i.org_id
    left join email_connections s on s.org_id = i.org_id and s.user_id = i.user_id and s.provider = 'smtp' and s.state <> 'disconnected'
   where i.org_id = p_org and i.user_id = p_user and i.id = p_identity;
  sender := (null, chosen.channel, chosen.id, p_mailbox, chosen.address, chosen.name);
  sender.problem := case
    when chosen.verified_at is null then 'identity_not_verified'
    when chosen.channel = 'mailbox' and chosen.is_of_mailbox is not true then 'identity_not_verified'
    when chosen.channel = 'team_smtp' and chosen.server_id is null then 'team_smtp_missing' end;
  if sender.problem is null and chosen.channel = 'team_smtp' then
    sender.connection_id := chosen.part_id;
    if chosen.part_id is null then
      insert into email_connections (org_id, user_id, provider, account_key, address, display_name, state, connected_at)
        values (p_org, p_user, 'smtp', chosen.server_id, chosen.address, chosen.name,
          case chosen.server_state when 'working' then 'connected' else 'reconnect_required' end, p_now)
        on conflict (org_id, user_id, (provider = 'smtp')) where state <> 'disconnected' do update set account_key = excluded.account_key
        returning id into sender.connection_id;
    end if;
  end if;
  return sender;
end $$;

-- The whole of Send in one round trip: who sends, as whom and by which way, to whom, whether it was asked before,
-- then the row, its first line of history, its job and the end of its draft. Runs with the caller's rights. Two presses of Send
-- with one key at once: the slower one violates one_send_per_idempotency_key and asks again.
create function accept_sales_email(
  p_org char(18), p_user uuid, p_now timestamptz, p_person_read_after timestamptz, p_key text, p_hash bytea,
  p_record char(18), p_record_object text, p_person char(18), p_cc jsonb, p_bcc jsonb, p_subject text, p_body text,
  p_identity uuid
) returns accepted_sales_email language plpgsql as $$
declare
  answer accepted_sales_email;
  known  record;
  drain_at timestamptz;
  wanted uuid;
  chosen email_sender;
  sender email_sender;
begin
  perform set_config('app.org_id', p_org, true);

  select e.id as email_id, e.idempotency_hash, u.name as sender_name, u.state as user_state, o.undo_seconds, o.stopped_at is not null as is_stopped,
         c.id as connection_id, c.state as connection_state, c.address, coalesce(c.display_name, u.name) as from_name,
         (select i.id from identities i where i.org_id = p_org and i.user_id = p_user and i.is_default) as default_identity_id,
         p.record_id as person_id, p.object_name, p.name as person_name, p.email, p.opted_out, p.read_at,
         exists (select from sales_emails d where d.org_id = p_org and d.user_id = p_user and d.record_id = p_record and d.state = 'draft') as has_draft
    into known
    from users u
    join orgs o on o.org_id = u.org_id
    left join sales_emails e on e.org_id = u.org_id and e.user_id = u.id and e.idempotency_key = p_key
    left join email_connections c on c.org_id = u.org_id and c.user_id = u.id and c.state <> 'disconnected' and c.provider <> 'smtp'
    left join people p on p.org_id = u.org_id and p.user_id = u.id and p.record_id = p_person
   where u.org_id = p_org and u.id = p_user;

  sender := (null, 'mailbox', known.connection_id, known.connection_id, known.address, known.from_name);
  wanted := coalesce(p_identity, known.default_identity_id);
  if wanted is not null and wanted is distinct from known.connection_id then
    chosen := choose_identity(p_org, p_user, wanted, known.connection_id, p_now);
    -- A default that cannot be used now is none; an identity that was asked for by name is never replaced by another
    if chosen.problem is null or p_identity is not null then sender := chosen; end if;
  end if;

  answer.outcome := case
    when known.email_id is not null and known.idempotency_hash = p_hash then 'accepted_before'
    when known.email_id is not null then 'key_reused'
    when known.user_state is distinct from 'activated' then 'not_activated'
    when known.is_stopped then 'org_stopped'
    when sender.problem is not null then sender.problem
    when sender.channel = 'mailbox' and known.connection_id is null then 'mailbox_missing'
    when sender.channel = 'mailbox' and known.connection_state <> 'connected' then 'mailbox_reconnect_required'
    when known.person_id is null or known.read_at < p_person_read_after then 'person_unknown'
    when known.opted_out then 'recipient_opted_out'
    when known.email is null then 'no_email_address'
    else 'accepted' end;
  answer.id := known.email_id;
  if answer.outcome <> 'accepted' then return answer; end if;

  answer.person_name := known.person_name;
  answer.sender_name := known.sender_name;
  answer.created_at := p_now;
  answer.due_at := p_now + known.undo_seconds * interval '1 second';
  insert into sales_emails (org_id, user_id, email_connection_id, record_id, record_object, person_id, person_object, person_name, to_address,
      cc, bcc, from_address, from_name, subject, body_html, identity_id, state, due_at, idempotency_key, idempotency_hash, created_at, updated_at)
    values (p_org, p_user, sender.connection_id, p_record, p_record_object, p_person, known.object_name, known.person_name, known.email,
      p_cc, p_bcc, sender.address, sender.name, p_subject, p_body, sender.identity_id, 'queued', answer.due_at, p_key, p_hash, p_now, p_now)
    returning sales_emails.id into answer.id;
  insert into sales_email_history (org_id, sales_email_id, state, reason, happened_at)
    values (p_org, answer.id, 'queued', case when known.undo_seconds > 0 then 'undo_window' end, p_now);
  if known.has_draft then
    delete from sales_emails where org_id = p_org and user_id = p_user and record_id = p_record and state = 'draft';
  end if;
  -- One job for what leaves a mailbox in the same second. It cannot have run yet, since its second has not come
  if known.undo_seconds > 0 then
    drain_at := date_trunc('second', clock_timestamp()) + (known.undo_seconds + 1) * interval '1 second';
    perform jobs.enqueue_quietly('drain-mailbox', json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id), drain_at,
      concat('drain-mailbox:', sender.connection_id, ':', extract(epoch from drain_at)::bigint));
  else
    perform jobs.enqueue(identifier => 'drain-mailbox', payload => json_build_object('orgId', p_org, 'emailConnectionId', sender.connection_id));
  end if;
  return answer;
end $$;

-- Several at once for one org, answered in their order: presses of Send that arrive together share a round trip and a commit.
create function accept_sales_emails(p_org char(18), p_now timestamptz, p_person_read_after timestamptz, p_emails jsonb)
returns setof accepted_sales_email language plpgsql as $$
declare
  email record;
begin
  for email in
    select * from rows from (jsonb_to_recordset(p_emails) as (user_id uuid, key text, hash text, record_id char(18), record_object text, person_id char(18),
      cc jsonb, bcc jsonb, subject text, body text, identity uuid)) with ordinality
  loop
    return next accept_sales_email(p_org, email.user_id, p_now, p_person_read_after, email.key, decode(email.hash, 'hex'), email.record_id,
      email.record_object, email.person_id, email.cc, email.bcc, email.subject, email.body, email.identity);
  end loop;
end $$;
