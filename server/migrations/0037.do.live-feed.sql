-- When the database took a fact in: the order in which a rep learns of things, and shown nowhere. It is the database's own time, because a
-- reply is often noticed later than it arrived. Facts of before have none and count as seen.
alter table facts add column recorded_at timestamptz(3);
alter table facts alter column recorded_at set default clock_timestamp();
-- What a user learns of, newest first. Most facts are sendings, which the user knows of
create index facts_by_user on facts (user_id, coalesce(recorded_at, happened_at) desc, id desc) where kind <> 'email_sent';

-- How far each user has seen the live feed, as a time of facts.recorded_at
create table live_feed_marks (
  org_id      char(18) not null references orgs on delete cascade,
  user_id     uuid not null,
  seen_until  timestamptz not null,
  primary key (org_id, user_id),
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
alter table live_feed_marks enable row level security;
alter table live_feed_marks force row level security;
create policy own_org on live_feed_marks using (org_id = current_org()) with check (org_id = current_org());
