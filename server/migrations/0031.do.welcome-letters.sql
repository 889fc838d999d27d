-- The words of the welcome email that an admin has chosen in place of ours; no row: ours
create table welcome_letters (
  org_id      char(18) primary key references orgs on delete cascade,
  subject     text not null,
  body_html   text not null,
  updated_at  timestamptz not null,
  updated_by  uuid not null
);

alter table welcome_letters enable row level security;
alter table welcome_letters force row level security;
create policy own_org on welcome_letters using (org_id = current_org()) with check (org_id = current_org());
