-- What the rep's own Salesforce rights showed of a person, so that a send needs no second look for some minutes
create table people (
  org_id          char(18) not null references orgs on delete cascade,
  user_id         uuid not null,
  record_id       char(18) not null,
  object_name     text not null check (object_name in ('Lead', 'Contact')),
  name            text not null,
  first_name      text,
  email           text,
  title           text,
  company         text,
  account_id      char(18),
  opted_out       boolean not null default false,
  read_at         timestamptz not null,
  primary key (org_id, user_id, record_id)
);

-- That the rep's own Salesforce rights showed a record, and whom it leads to: what the rep may see of colleagues' emails follows from it
create table record_views (
  org_id              char(18) not null references orgs on delete cascade,
  user_id             uuid not null,
  record_id           char(18) not null,
  object_name         text not null check (object_name in ('Lead', 'Contact', 'Account', 'Opportunity')),
  name                text not null,
  person_ids          char(18)[] not null,
  read_at             timestamptz not null,
  primary key (org_id, user_id, record_id)
);

-- Users are deactivated, never deleted. References to them and to the org would make every send lock their rows, all sends of an org the same one
create table sales_emails (
  org_id               char(18) not null,
  id                   uuid not null default gen_random_uuid(),
  user_id              uuid not null,
  email_connection_id  uuid,
  record_id            char(18) not null,
  record_object        text not null,
  person_id            char(18),
  person_object        text,
  person_name          text,
  to_address           text,
  cc                   jsonb not null default '[]',
  bcc                  jsonb not null default '[]',
  from_address         text,
  from_name            text,
  subject              text not null default '',
  body_html            text not null default '',
  sent_html            text,
  sent_text            text,
  message_id           text,
  state                text not null check (state in
                       ('draft', 'scheduled', 'queued', 'sending', 'sent', 'uncertain', 'failed', 'cancelled', 'bounced')),
  state_reason         text,
  due_at               timestamptz,
  waits_for            text,
  priority             smallint not null default 10,
  attempts             integer not null default 0,
  transient_failures   integer not null default 0,
  provider_draft_id    text,
  provider_message_id  text,
  provider_thread_id   text,
  sent_message_id      text,
  idempotency_key      text,
  idempotency_hash     bytea,
  look_again_at        timestamptz,
  created_at           timestamptz not null,
  updated_at           timestamptz not null,
  sent_at              timestamptz,
  primary key (org_id, id)
);
-- Only the primary key begins with org_id: while a table has no statistics yet, any other index that does looks as good as the right one
create index sales_emails_by_record on sales_emails (record_id, created_at desc);
create index sales_emails_by_person on sales_emails (person_id, created_at desc);
create index due_sales_emails on sales_emails (email_connection_id, priority, due_at) where state in ('queued', 'sending');
create index uncertain_sales_emails on sales_emails (look_again_at) where state = 'uncertain' and look_again_at is not null;
create unique index one_send_per_idempotency_key on sales_emails (user_id, idempotency_key) where idempotency_key is not null;
create unique index one_draft_per_record on sales_emails (user_id, record_id) where state = 'draft';

create table sales_email_history (
  org_id          char(18) not null,
  id              bigint generated always as identity,
  sales_email_id  uuid not null,
  state           text not null,
  reason          text,
  data            jsonb not null default '{}',
  happened_at     timestamptz not null,
  primary key (org_id, id),
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade
);
create index sales_email_history_by_email on sales_email_history (sales_email_id, id);

-- Intent before effect: committed before the vendor is called, closed after
create table send_attempts (
  org_id              char(18) not null,
  sales_email_id      uuid not null,
  attempt             integer not null,
  payload_sha256      bytea not null,
  lane_fence          bigint not null,
  started_at          timestamptz not null,
  finished_at         timestamptz,
  outcome             text check (outcome in ('accepted', 'refused', 'rate_limited', 'not_sent', 'uncertain')),
  vendor_code         text,
  vendor_request_id   text,
  primary key (org_id, sales_email_id, attempt),
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade
);

-- One row per fact; the Salesforce writer turns each into one Task
create table activities (
  org_id           char(18) not null references orgs on delete cascade,
  id               uuid not null default gen_random_uuid(),
  type             text not null check (type in ('send_sales_email', 'open_sales_email', 'click_sales_email',
                     'reply_to_sales_email', 'sales_email_bounced', 'add_to_sales_campaign', 'remove_from_sales_campaign')),
  user_id          uuid not null,
  sales_email_id   uuid,
  person_id        char(18),
  happened_at      timestamptz not null,
  salesforce_key   text not null,
  salesforce_state text not null default 'pending' check (salesforce_state in ('pending', 'logged', 'failed', 'skipped')),
  salesforce_task_id char(18),
  salesforce_code  text,
  salesforce_reason text,
  salesforce_logged_at timestamptz,
  attempts         integer not null default 0,
  next_try_at      timestamptz not null,
  writer_lease_until timestamptz,
  primary key (org_id, id),
  constraint one_task_per_fact unique (org_id, salesforce_key)
);
create unique index one_send_fact_per_email on activities (org_id, sales_email_id, type) where type = 'send_sales_email';
create index unlogged_activities_by_time on activities (next_try_at) where salesforce_state = 'pending';
