-- The font that the emails of an org are written and sent in. An org without a row has Arial, 14 px
create table email_fonts (
  org_id      char(18) primary key references orgs on delete cascade,
  family      text not null check (
    family in ('arial', 'calibri', 'georgia', 'helvetica', 'tahoma', 'times_new_roman', 'trebuchet_ms', 'verdana')),
  size_px     smallint not null check (size_px between 10 and 18),
  updated_at  timestamptz not null,
  updated_by  uuid not null
);
alter table email_fonts enable row level security;
alter table email_fonts force row level security;
create policy own_org on email_fonts using (org_id = current_org()) with check (org_id = current_org());
