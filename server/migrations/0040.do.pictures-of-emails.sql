-- Pictures that reps put into emails. The same picture of a rep is one row, however often it is inserted
create table email_pictures (
  org_id        char(18) not null,
  -- the last part of its address, which opens it without any other proof
  id            text not null check (id ~ '^[A-Za-z0-9_-]{24}$'),
  user_id       uuid not null,
  type          text not null check (type in ('image/png', 'image/jpeg', 'image/gif')),
  width         integer not null check (width > 0),
  height        integer not null check (height > 0),
  bytes         bytea not null,
  sha256        bytea not null,
  created_at    timestamptz not null,
  -- when it was last known to be in use; null: an email that is no draft has it, so it stays
  unused_since  timestamptz,
  primary key (org_id, id),
  constraint one_row_per_picture unique (org_id, user_id, sha256),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
-- They are compressed already
alter table email_pictures alter column bytes set storage external;
create index unused_email_pictures on email_pictures (unused_since) where unused_since is not null;

alter table email_pictures enable row level security;
alter table email_pictures force row level security;
create policy own_org on email_pictures using (org_id = current_org()) with check (org_id = current_org());
-- For delete_unused_pictures, which looks across orgs
create policy owner_looks_across on email_pictures for all to current_user using (true);
