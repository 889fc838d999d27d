-- Files that emails link to. Its bytes are those of the row of `files` with the same id, which goes with them; this row stays for the
-- history of the emails that link to it
create table content (
  org_id        char(18) not null,
  id            uuid not null,
  user_id       uuid not null,
  name          text not null check (char_length(name) between 1 and 200),
  type          text not null,
  size          integer not null check (size > 0),
  is_shared     boolean not null default false,
  -- preparing: its pages are being made; no_pages: people can only download it
  state         text not null check (state in ('preparing', 'ready', 'no_pages')),
  state_reason  text check (state_reason in ('not_pdf', 'locked', 'damaged', 'too_long')),
  -- Of the whole document, also where only the first of them are shown
  page_count    integer check (page_count > 0),
  -- What its pages have cost so far, and how often the process that makes them ended meanwhile
  rendering_ms  integer not null default 0,
  tries         smallint not null default 0,
  created_at    timestamptz not null,
  deleted_at    timestamptz,
  primary key (org_id, id),
  check ((state = 'no_pages') = (state_reason is not null)),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
-- Only primary keys begin with org_id: see sales_emails
create index content_of_a_user on content (user_id, created_at);

-- Pages of a PDF as pictures. A row is there before its bytes, and goes after them
create table content_pages (
  org_id        char(18) not null,
  content_id    uuid not null,
  number        integer not null check (number > 0),
  object_id     uuid not null,
  width         integer not null check (width > 0),
  height        integer not null check (height > 0),
  primary key (org_id, content_id, number),
  foreign key (org_id, content_id) references content (org_id, id) on delete cascade
);

-- The address at which the recipients of one email find a content
create table content_links (
  org_id          char(18) not null,
  -- the last part of its address, which opens it without any other proof
  token           text not null check (token ~ '^[A-Za-z0-9_-]{24}$'),
  content_id      uuid not null,
  sales_email_id  uuid not null,
  is_tracked      boolean not null,
  created_at      timestamptz not null,
  primary key (org_id, token),
  constraint one_link_per_email_and_content unique (org_id, sales_email_id, content_id, is_tracked),
  foreign key (org_id, content_id) references content (org_id, id) on delete cascade,
  foreign key (org_id, sales_email_id) references sales_emails (org_id, id) on delete cascade
);
create index links_of_a_content on content_links (content_id);

-- What recipients did with it
create table content_views (
  org_id          char(18) not null,
  id              uuid not null default gen_random_uuid(),
  token           text not null,
  content_id      uuid not null,
  sales_email_id  uuid not null,
  kind            text not null check (kind in ('opened', 'page', 'downloaded')),
  page            integer check (page > 0),
  at              timestamptz not null,
  primary key (org_id, id),
  check ((kind = 'page') = (page is not null)),
  foreign key (org_id, token) references content_links (org_id, token) on delete cascade
);
create index content_views_of_an_email on content_views (sales_email_id, at);
create index views_of_a_content on content_views (content_id, sales_email_id, at);
create index views_of_a_content_link on content_views (token);

do $$
declare t text;
begin
  foreach t in array array['content', 'content_pages', 'content_links', 'content_views']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;
