-- What brought an email, and what leaves first from a mailbox: interactive (10) before bulk (20) before campaign (30). Rows of before are all
-- interactive. The engine asks for each priority by its number, so there must be no other
alter table sales_emails add column origin text not null default 'compose'
  check (origin in ('compose', 'bulk', 'campaign_step', 'follow_up'));
alter table sales_emails add constraint known_priorities check (priority in (10, 20, 30)) not valid;

-- Ends with created_at, so that the next email is the first entry of its priority, however many are due at the same time
drop index due_sales_emails;
create index due_sales_emails on sales_emails (email_connection_id, priority, due_at, created_at) where state in ('queued', 'sending');
-- What is scheduled stands in no index that a lane reads. By time for the engine, by mailbox for whoever connects one again
create index scheduled_sales_emails on sales_emails (due_at) where state = 'scheduled';
create index scheduled_sales_emails_by_mailbox on sales_emails (email_connection_id) where state = 'scheduled';

-- One email that is to be sent, as accept_sales_emails is given it; a release that knows fewer fields leaves them out
create type email_to_accept as (
  user_id uuid, key text, hash text, record_id char(18), record_object text, person_id char(18), cc jsonb, bcc jsonb,
  subject text, body text, identity uuid, copies text[], may_look boolean, clean boolean,
  origin text, priority smallint, due_at timestamptz
);
alter type accepted_sales_email add attribute state text;
-- The function takes such an email instead of its fields; only accept_sales_emails calls it
drop function accept_sales_email(char, uuid, timestamptz, timestamptz, text, bytea, char, text, char, jsonb, jsonb, text, text, uuid, text[],
  boolean, boolean);
