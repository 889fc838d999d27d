-- An email to many people that is written once; each person gets a message of their own. A draft of it is a row from the moment people are
-- chosen. `version` counts the changes of the words for all, `revision` every change, so that nothing is sent that the rep has not seen
create table bulk_emails (
  org_id          char(18) not null,
  id              uuid not null default gen_random_uuid(),
  user_id         uuid not null,
  -- The Account or Opportunity that it is written from; null: each email stands at its person
  record_id       char(18),
  record_object   text,
  record_name     text,
  subject         text not null default '',
  body_html       text not null default '',
  identity_id     uuid,
  -- It may be deleted since
  template_id     uuid,
  -- As in sales_emails
  schedule_local  text,
  schedule_zone   text,
  state           text not null default 'draft' check (state in ('draft', 'accepted')),
  version         integer not null default 1,
  revision        integer not null default 1,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  accepted_at     timestamptz,
  primary key (org_id, id),
  check ((state = 'accepted') = (accepted_at is not null)),
  check ((record_id is null) = (record_object is null)),
  check ((schedule_local is null) = (schedule_zone is null)),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
-- Only primary keys begin with org_id: see sales_emails
create index bulk_emails_of_a_user on bulk_emails (user_id, updated_at desc);

create table bulk_email_recipients (
  org_id                char(18) not null,
  bulk_email_id         uuid not null,
  person_id             char(18) not null,
  place                 integer not null,
  -- As Salesforce showed the person last; null: it did not
  person_name           text,
  email                 text,
  -- Words of their own, in the place of those for all
  subject               text,
  body_html             text,
  sends_despite_bounce  boolean not null default false,
  -- What became of it when it was sent: the email, or why there is none
  sales_email_id        uuid,
  not_sent_because      text,
  primary key (org_id, bulk_email_id, person_id),
  check ((subject is null) = (body_html is null)),
  foreign key (org_id, bulk_email_id) references bulk_emails (org_id, id) on delete cascade,
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete set null (sales_email_id)
);
create index bulk_email_of_a_sales_email on bulk_email_recipients (sales_email_id) where sales_email_id is not null;

do $$
declare t text;
begin
  foreach t in array array['bulk_emails', 'bulk_email_recipients']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
    -- For delete_unused_pictures, which looks across orgs
    execute format('create policy owner_looks_across on %I for select to current_user using (true)', t);
  end loop;
end $$;
