-- How one mailbox is watched: the cursor is the truth, pushes are hints
create table mailbox_watches (
  org_id               char(18) not null,
  connection_id        uuid not null,
  -- Google: historyId. Microsoft: the delta link. Moves only in the transaction that keeps what was found up to it
  cursor               text,
  cursor_at            timestamptz,
  -- while not null: everything received since then is read again, from the page that resync_cursor names
  resync_since         timestamptz,
  resync_reason        text check (resync_reason in ('begun', 'cursor_lost', 'reconcile')),
  resync_cursor        text,
  -- where changes tell of the inbox only: until when the other folders were looked through
  elsewhere_until      timestamptz,
  subscription_id      text,
  client_state_hash    bytea,
  push_expires_at      timestamptz,
  renew_push_at        timestamptz,
  push_error           text,
  last_push_at         timestamptz,
  -- in the future while the grant does not let us look
  watched_since        timestamptz not null,
  -- the last time the vendor answered a look into this mailbox
  last_alive_at        timestamptz,
  silence_reported_at  timestamptz,
  next_check_at        timestamptz not null,
  next_reconcile_at    timestamptz not null,
  checker_lease_until  timestamptz,
  checker_fence        bigint not null default 0,
  -- somebody who found the mailbox taken wants another look after this one
  check_again_because  text check (check_again_because in ('push', 'poll', 'reconcile')),
  failures             integer not null default 0,
  found_by_push        bigint not null default 0,
  found_by_poll        bigint not null default 0,
  found_by_reconcile   bigint not null default 0,
  primary key (org_id, connection_id),
  foreign key (org_id, connection_id) references email_connections (org_id, id) on delete cascade
);
create index mailbox_watches_by_check on mailbox_watches (next_check_at);
create index mailbox_watches_by_subscription on mailbox_watches (subscription_id) where subscription_id is not null;

-- What came back to a sales email. Unrelated mail is never here
create table responses (
  org_id               char(18) not null,
  id                   uuid not null default gen_random_uuid(),
  sales_email_id       uuid not null,
  connection_id        uuid not null,
  provider_message_id  text not null,
  kind                 text not null check (kind in ('reply', 'auto_reply', 'out_of_office', 'bounce', 'delay', 'complaint')),
  from_address         text,
  -- the person mailed, a colleague or another address of theirs
  from_recipient       boolean not null default false,
  received_at          timestamptz not null,
  noticed_at           timestamptz not null,
  noticed_by           text not null check (noticed_by in ('push', 'poll', 'reconcile')),
  bounce_kind          text check (bounce_kind in ('hard', 'blocked', 'soft')),
  bounce_reason        text,
  bounce_code          text,
  bounced_address      text,
  returns_on           date,
  primary key (org_id, id),
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade,
  -- A bounce message may tell of several recipients
  constraint one_row_per_message unique nulls not distinct (org_id, connection_id, provider_message_id, sales_email_id, bounced_address)
);
create index responses_by_email on responses (sales_email_id, received_at);

alter table sales_emails
  add column replied_at          timestamptz,
  add column replied_by          text,
  add column auto_replied_at     timestamptz,
  add column out_of_office_until date,
  add column delayed_at          timestamptz,
  add column bounced_at          timestamptz,
  add column bounce_kind         text check (bounce_kind in ('hard', 'blocked', 'soft')),
  add column bounce_reason       text,
  add column bounce_code         text;
create index sent_sales_emails_by_message_id on sales_emails (message_id) where message_id is not null;
create index sent_sales_emails_by_real_message_id on sales_emails (sent_message_id) where sent_message_id is not null;
create index sent_sales_emails_by_thread on sales_emails (email_connection_id, provider_thread_id) where provider_thread_id is not null;
create index sent_sales_emails_by_mailbox on sales_emails (email_connection_id, sent_at) where sent_at is not null;
create index email_connections_by_address on email_connections (lower(address));

alter table activities add column response_id uuid;
create unique index one_fact_per_response on activities (response_id) where response_id is not null;

do $$
declare t text;
begin
  foreach t in array array['mailbox_watches', 'responses']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;
create policy owner_looks_across on mailbox_watches for select to current_user using (true);

-- What a push names: which mailbox of which org. Ids only
create function watched_mailboxes_of_address(provider_name text, mailbox_address text) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = public as $$
  select c.org_id::text, c.id from email_connections c
   where c.provider = provider_name and lower(c.address) = lower(mailbox_address) and c.state = 'connected'
$$;
create function watched_mailboxes_of_subscriptions(graph_subscription_ids text[])
returns table (org_id text, connection_id uuid, subscription_id text)
language sql stable security definer set search_path = public as $$
  select w.org_id::text, w.connection_id, w.subscription_id from mailbox_watches w where w.subscription_id = any(graph_subscription_ids)
$$;
-- Mailboxes whose time to be looked at has come, or whose push is to be renewed. Leases run in the server's time
create function mailboxes_to_check(now_at timestamptz) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = public as $$
  select w.org_id::text, w.connection_id
    from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
   where c.state = 'connected' and coalesce(w.checker_lease_until, '-infinity') < clock_timestamp()
     and w.next_check_at <= now_at
   order by w.next_check_at limit 500
$$;
-- Mailboxes that were connected before anybody watched
create function unwatched_mailboxes() returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = public as $$
  select c.org_id::text, c.id from email_connections c
   where c.state = 'connected' and c.provider in ('google', 'microsoft')
     and not exists (select from mailbox_watches w where w.org_id = c.org_id and w.connection_id = c.id) limit 500
$$;
-- Connected mailboxes that were not proved alive for too long, and of which nobody was told lately
create function silent_mailboxes(alive_before timestamptz, reported_before timestamptz) returns table (org_id text, connection_id uuid)
language sql stable security definer set search_path = public as $$
  select w.org_id::text, w.connection_id
    from mailbox_watches w join email_connections c on c.org_id = w.org_id and c.id = w.connection_id
   where c.state = 'connected' and greatest(w.last_alive_at, w.watched_since) < alive_before
     and coalesce(w.silence_reported_at, '-infinity') < reported_before
   limit 500
$$;
