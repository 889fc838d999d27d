-- How often in a row the connection to the team's mail server could not be made, and since when. What leaves by the server ends it
alter table team_smtp_servers
  add column fault_count integer not null default 0,
  add column fault_since timestamptz;
