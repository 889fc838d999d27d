-- When a user was last here, to the hour; null: not since this release
alter table users add column last_active_at timestamptz;
-- As Salesforce has it, for the welcome email to greet by; null where nobody could be asked
alter table users add column first_name text;
-- When everybody's right to use the API of Salesforce was last asked for
alter table orgs add column api_access_checked_at timestamptz;
