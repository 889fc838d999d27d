-- Who gave a certificate, when a token was last verified with it, and who ended it. What was trusted before uses were kept counts as used: no
-- upload pushes it out.
alter table org_certificates
  add column uploaded_by_name  text,
  add column last_used_at      timestamptz,
  add column revoked_at        timestamptz,
  add column revoked_by_name   text;
-- The owner of the tables sees no row of a customer either
alter table org_certificates no force row level security;
update org_certificates set last_used_at = created_at where active;
alter table org_certificates force row level security;

-- When Salesforce said, in a sign-in of this browser, that its person is an administrator of the org; null for every older session
alter table onboarding_sessions add column administrator_at timestamptz;
