-- Bytes that are kept in this database: an object belongs to an org and has a large object behind it. Large objects know no row-level
-- security. So they belong to the owner, the role that serves requests has no right to any, and each part is written and read by functions
-- that find it through this table: nobody reaches an object of another org
create table stored_objects (
  org_id        char(18) not null references orgs on delete cascade,
  id            uuid not null,
  large_object  oid not null unique,
  primary key (org_id, id)
);
create function unlink_object() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform lo_unlink(old.large_object);
  return null;
end $$;
create trigger unlink_object after delete on stored_objects for each row execute function unlink_object();

-- Files that reps add to emails. The bytes are in the object store, under the id of the file
create table files (
  org_id        char(18) not null,
  id            uuid not null,
  user_id       uuid not null,
  name          text not null check (char_length(name) between 1 and 200),
  type          text not null,
  size          integer not null check (size > 0),
  sha256        bytea not null,
  created_at    timestamptz not null,
  -- when it was last known to be in use; null: an email that is no draft has it, so it stays
  unused_since  timestamptz,
  -- when it was given up: its bytes go, then the row
  deleted_at    timestamptz,
  primary key (org_id, id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
-- Only primary keys begin with org_id: see sales_emails
create index files_of_a_user on files (user_id, created_at);
create index unused_files on files (unused_since) where unused_since is not null;

do $$
declare t text;
begin
  foreach t in array array['stored_objects', 'files']
  loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy own_org on %I using (org_id = current_org()) with check (org_id = current_org())', t);
  end loop;
end $$;
-- For orgs_with_unused_files, which looks across orgs
create policy owner_looks_across on files for select to current_user using (true);

-- In the order of the rep. No index: an email with a file is looked for among those of its user, and to build one would keep emails from
-- leaving meanwhile
alter table sales_emails add column attachment_ids uuid[] not null default '{}';
alter type email_to_accept add attribute attachments uuid[];
alter table bulk_emails add column attachment_ids uuid[] not null default '{}';
