-- Categories of templates. Names count once, whatever their case
create table template_categories (
  org_id            char(18) not null references orgs on delete cascade,
  id                uuid not null default gen_random_uuid(),
  name              text not null check (char_length(name) between 1 and 80),
  name_key          text not null,
  -- Anybody may share into it while sharing is restricted
  is_for_everyone   boolean not null default false,
  created_by        uuid not null,
  created_at        timestamptz not null,
  primary key (org_id, id)
);
create unique index one_template_category_of_a_name on template_categories (org_id, name_key);

-- Whose members may share into a category while sharing is restricted
create table template_category_grants (
  org_id        char(18) not null,
  category_id   uuid not null,
  team_id       uuid not null,
  primary key (org_id, category_id, team_id),
  foreign key (org_id, category_id) references template_categories (org_id, id) on delete cascade,
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade
);
create index template_categories_of_a_team on template_category_grants (team_id);

-- Whether sharing is restricted. An org without a row restricts it
create table template_sharing_policies (
  org_id        char(18) primary key references orgs on delete cascade,
  is_restricted boolean not null,
  updated_at    timestamptz not null,
  updated_by    uuid not null
);

create table templates (
  org_id            char(18) not null references orgs on delete cascade,
  id                uuid not null default gen_random_uuid(),
  owner_id          uuid not null,
  -- Null while it is archived. A category that holds a template cannot be deleted
  category_id       uuid,
  name              text not null check (char_length(name) between 1 and 120),
  subject           text not null,
  body_html         text not null,
  notes             text not null,
  is_non_commercial boolean not null default false,
  criteria          jsonb not null,
  -- What a search looks at: name, subject and text without case and accents. `name_key` orders, `snippet` is shown
  name_key          text not null,
  search_text       text not null,
  snippet           text not null,
  is_for_everyone   boolean not null default false,
  -- Whose pictures its body has
  saved_by          uuid not null,
  version           integer not null default 1,
  archived_at       timestamptz,
  created_at        timestamptz not null,
  updated_at        timestamptz not null,
  primary key (org_id, id),
  check ((category_id is null) = (archived_at is not null)),
  foreign key (org_id, category_id) references template_categories (org_id, id),
  foreign key (org_id, owner_id) references users (org_id, id) on delete cascade
);
-- Only primary keys begin with org_id: see sales_emails
create index templates_of_a_category on templates (category_id);
create index templates_of_an_owner on templates (owner_id);
-- Each search reads it of all templates, so it is not compressed
alter table templates alter column search_text set storage external;

-- The teams that a template is shared with. Where the owner is a member, the row goes with the membership (TP-10)
create table template_shares (
  org_id        char(18) not null,
  template_id   uuid not null,
  team_id       uuid not null,
  -- The owner as a member of the team; null where an admin shares it with a team that the owner is not in
  member_id     uuid,
  primary key (org_id, template_id, team_id),
  foreign key (org_id, template_id) references templates (org_id, id) on delete cascade,
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  foreign key (org_id, team_id, member_id) references team_members (org_id, team_id, user_id) on delete cascade
);
create index template_shares_of_a_member on template_shares (team_id, member_id);

create table template_favourites (
  org_id        char(18) not null,
  user_id       uuid not null,
  template_id   uuid not null,
  primary key (org_id, user_id, template_id),
  foreign key (org_id, template_id) references templates (org_id, id) on delete cascade,
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
create index favourites_of_a_template on template_favourites (template_id);

-- In the order of the user. One that is deleted stays here and is shown to nobody
create table pinned_template_categories (
  org_id        char(18) not null,
  user_id       uuid not null,
  category_ids  uuid[] not null check (cardinality(category_ids) <= 5),
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);

-- Emails that were accepted from a template: its statistics, which go with it. A table of its own, because an index on sales_emails would
-- keep emails from leaving while it is built
create table template_emails (
  org_id          char(18) not null,
  sales_email_id  uuid not null,
  template_id     uuid not null,
  user_id         uuid not null,
  created_at      timestamptz not null,
  primary key (org_id, sales_email_id),
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade,
  foreign key (org_id, template_id) references templates (org_id, id) on delete cascade
);
create index emails_of_a_template on template_emails (template_id, created_at desc);
create index template_emails_of_a_user on template_emails (user_id, template_id, created_at desc);

do $$
declare t text;
begin
  foreach t in array array['template_categories', 'template_category_grants', 'template_sharing_policies', 'templates', 'template_shares',
    'template_favourites', 'pinned_template_categories', 'template_emails']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;
-- For delete_unused_pictures, which looks across orgs
create policy owner_looks_across on templates for select to current_user using (true);

-- The template that an email is written from; it may be deleted since. Not a key, because to make one locks all emails while it is checked
alter table sales_emails add column template_id uuid;
alter type email_to_accept add attribute template uuid;
