-- Whom each email went to, in the form in which addresses are compared: it stands in the panel of everybody it went to. One row for each
-- address, with the field that shows most: To before Cc before Bcc. Drafts have none.
create table email_recipients (
  org_id          char(18) not null,
  sales_email_id  uuid not null,
  address         text not null,
  field           text not null check (field in ('to', 'cc', 'bcc')),
  -- that of the email, so that an address leads to its newest emails
  created_at      timestamptz not null
);

-- What colleagues may see of each other's emails. An org without a row lets them see all that the record shows
create table email_visibility_policies (
  org_id          char(18) primary key references orgs on delete cascade,
  colleagues_see  text not null check (colleagues_see in ('everything', 'subject_and_state', 'nothing')),
  updated_at      timestamptz not null,
  updated_by      uuid not null
);

do $$
declare t text;
begin
  foreach t in array array['email_recipients', 'email_visibility_policies']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;

-- In the form in which addresses are compared; the release before leaves them out, and they are made of what was typed
alter type email_to_accept add attribute cc_addresses text[], add attribute bcc_addresses text[];

-- Addresses with letters beyond ASCII get their right form from `npm run migrate`, because SQL cannot make it
alter table sales_emails no force row level security;
alter table email_recipients no force row level security;
insert into email_recipients (org_id, sales_email_id, address, field, created_at)
  select distinct on (e.org_id, e.id, lower(btrim(r.address))) e.org_id, e.id, lower(btrim(r.address)), r.field, e.created_at
    from sales_emails e
    cross join lateral (
      select e.to_address as address, 'to' as field
      union all select jsonb_array_elements_text(e.cc), 'cc'
      union all select jsonb_array_elements_text(e.bcc), 'bcc') r
   where e.state <> 'draft' and r.address is not null
   order by e.org_id, e.id, lower(btrim(r.address)), array_position(array['to', 'cc', 'bcc'], r.field);
-- Keys and index after the rows, which takes a part of the time
alter table email_recipients
  add primary key (org_id, sales_email_id, address),
  add foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade;
-- Only the primary key begins with org_id: see sales_emails
create index emails_by_recipient on email_recipients (address, org_id, created_at desc);
alter table sales_emails force row level security;
alter table email_recipients force row level security;
