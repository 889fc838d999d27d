-- Teams of an org (AD-3). The team of everybody is no row: it follows the users
create table teams (
  org_id      char(18) not null references orgs on delete cascade,
  id          uuid not null default gen_random_uuid(),
  name        text not null check (char_length(name) between 1 and 80),
  -- The name without regard to case, so that no two teams look the same
  name_key    text not null,
  created_at  timestamptz not null,
  created_by  uuid not null,
  primary key (org_id, id)
);
create unique index one_team_of_a_name on teams (org_id, name_key);

create table team_members (
  org_id      char(18) not null references orgs on delete cascade,
  team_id     uuid not null,
  user_id     uuid not null,
  added_at    timestamptz not null,
  primary key (org_id, team_id, user_id),
  foreign key (org_id, team_id) references teams (org_id, id) on delete cascade,
  foreign key (org_id, user_id) references users (org_id, id) on delete cascade
);
create index teams_of_a_member on team_members (org_id, user_id);

alter table teams enable row level security;
alter table teams force row level security;
create policy own_org on teams using (org_id = current_org()) with check (org_id = current_org());
alter table team_members enable row level security;
alter table team_members force row level security;
create policy own_org on team_members using (org_id = current_org()) with check (org_id = current_org());
