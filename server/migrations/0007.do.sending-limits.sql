-- TH-1, TH-2, P13: how much may leave, per org. An org without a row has the defaults.
create table sending_limits (
  org_id              char(18) primary key references orgs on delete cascade,
  batch_size          integer not null default 25 check (batch_size between 1 and 500),
  batch_wait_seconds  integer not null default 45 check (batch_wait_seconds between 0 and 3600),
  mailbox_per_minute  integer not null default 20 check (mailbox_per_minute between 1 and 60),
  mailbox_per_day     integer not null default 400 check (mailbox_per_day between 1 and 10000),
  user_per_day        integer not null default 1000 check (user_per_day between 1 and 10000),
  -- null: no limit of our own
  org_per_day         integer check (org_per_day between 1 and 1000000),
  domain_per_day      integer check (domain_per_day between 1 and 100000),
  updated_at          timestamptz not null,
  updated_by          uuid not null
);

-- Why no email leaves before next_slot_at
alter table email_connections add column slot_reason text;

-- Every attempt takes a place in each window: from its beginning, until one window's length after its end
alter table send_attempts
  add column email_connection_id uuid,
  add column user_id             uuid,
  add column recipients          smallint not null default 1,
  -- a window's length is counted from here; infinity while the attempt is under way, null when it has given its place back
  add column counts_from         timestamptz;
create index send_attempts_of_mailbox on send_attempts (email_connection_id, counts_from desc) include (org_id, recipients) where counts_from is not null;
create index send_attempts_of_user on send_attempts (user_id, counts_from desc) include (org_id) where counts_from is not null;
create index send_attempts_of_org on send_attempts (org_id, counts_from desc) where counts_from is not null;

-- How many addresses of which recipient domain an attempt reaches
create table send_attempt_domains (
  org_id          char(18) not null,
  sales_email_id  uuid not null,
  attempt         integer not null,
  domain          text not null check (domain = lower(domain)),
  recipients      smallint not null,
  counts_from     timestamptz not null,
  primary key (org_id, sales_email_id, attempt, domain),
  foreign key (org_id, sales_email_id, attempt) references send_attempts on delete cascade
);
create index send_attempt_domains_by_domain on send_attempt_domains (domain, org_id, counts_from desc) include (recipients);

do $$
declare t text;
begin
  foreach t in array array['sending_limits', 'send_attempt_domains']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

-- The place that must end before `room` places more are free: counted from the newest, the first beyond what the window holds beside them.
-- Null when nothing is in the way; infinity when it is under way. Reads as many index entries as the window holds. Runs with the caller's rights.
create function place_in_the_way(p_org char(18), scope text, key text, unit text, room integer, since timestamptz) returns timestamptz
language plpgsql stable as $$
declare
  found_at timestamptz;
begin
  if scope = 'mailbox' and unit = 'emails' then
    select counts_from into found_at from send_attempts
     where email_connection_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'mailbox' then
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempts where email_connection_id = key::uuid and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  elsif scope = 'user' then
    select counts_from into found_at from send_attempts
     where user_id = key::uuid and counts_from > since order by counts_from desc offset room limit 1;
  elsif scope = 'org' then
    select counts_from into found_at from send_attempts
     where org_id = p_org and counts_from > since order by counts_from desc offset room limit 1;
  else
    select counts_from into found_at
      from (select counts_from, sum(recipients) over (order by counts_from desc rows unbounded preceding) as used
              from send_attempt_domains where domain = key and org_id = p_org and counts_from > since) place
     where used > room order by counts_from desc limit 1;
  end if;
  return found_at;
end $$;
