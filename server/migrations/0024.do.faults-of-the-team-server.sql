-- How often in a row the connection to the team's mail server could not be made, since when, and when it was last so. What leaves by the
-- server ends it
alter table team_smtp_servers
  add column fault_count integer not null default 0,
  add column fault_since timestamptz,
  add column fault_last timestamptz;
